using Craftsman.Infrastructure.Identity;
using Craftsman.Tests.Support;
using Microsoft.Extensions.Options;

namespace Craftsman.Tests.Identity;

public sealed class CitizenFileTests(App app)
{
    [Fact]
    public async Task A_new_citizen_has_no_phone_and_agreed_to_nothing()
    {
        var citizen = await app.NewCitizen();

        var me = (await citizen.Api.Get("/api/v1/me")).Should(200);

        Assert.Equal(await app.IdOf(citizen), me.Json.GetProperty("id").GetGuid());
        Assert.Equal(0, me.Json.GetProperty("consents").GetArrayLength());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, me.Json.GetProperty("phoneMasked").ValueKind);
        (await app.Anonymous.Get("/api/v1/me")).ShouldRefuse(401, "token-missing");
    }

    [Fact]
    public async Task A_bound_phone_is_shown_masked_and_stored_encrypted_beside_its_blind_index()
    {
        var citizen = await app.NewCitizen();

        var bound = (await citizen.BindsPhone("phone:13800004321")).Should(200);

        Assert.Equal("138****4321", bound.Word("phoneMasked"));
        Assert.Equal("138****4321", (await citizen.Api.Get("/api/v1/me")).Should(200).Word("phoneMasked"));
        var (cipher, index) = (
            await app.Database.Rows<(byte[], byte[])>(
                "SELECT phone_cipher, phone_index FROM citizens WHERE id = @id",
                new { id = await app.IdOf(citizen) }
            )
        ).Single();
        Assert.Equal(
            "13800004321",
            new DataCipher(Options.Create(app.Secrets)).Decrypt("citizens.phone_cipher", cipher)
        );
        Assert.Equal(new BlindIndex(Options.Create(app.Secrets)).OfPhone("+86 138 0000 4321"), index);
    }

    [Fact]
    public async Task The_code_of_a_lost_answer_is_answered_again_though_WeChat_takes_it_once()
    {
        var citizen = await app.NewCitizen();
        var code = $"phone:13800004322:{citizen.Name}";

        var answers = new[] { await citizen.BindsPhone(code), await citizen.BindsPhone(code, "phone-key") };

        Assert.Single(answers.Select(answer => answer.Should(200).Text).Distinct());
        (await (await app.NewCitizen()).BindsPhone(code)).ShouldRefuse(409, "phone-code-invalid");
    }

    [Fact]
    public async Task A_newly_bound_phone_takes_the_place_of_the_old_one_and_two_citizens_may_share_one()
    {
        var (one, other) = (await app.NewCitizen(), await app.NewCitizen());
        (await one.BindsPhone("phone:13800004323")).Should(200);
        (await one.BindsPhone("phone:13800004324")).Should(200);
        (await other.BindsPhone("phone:13800004324")).Should(200);

        Assert.Equal("138****4324", (await one.Api.Get("/api/v1/me")).Word("phoneMasked"));
    }

    [Theory]
    [InlineData("", 400, "request-malformed")]
    [InlineData("dev:somebody", 409, "phone-code-invalid")]
    public async Task A_code_that_brings_no_phone_is_refused(string code, int status, string problem)
    {
        (await (await app.NewCitizen()).BindsPhone(code)).ShouldRefuse(status, problem);
    }

    [Fact]
    public async Task Binding_waits_for_a_WeChat_that_works()
    {
        var api = app.With();
        var citizen = await Citizen.LogIn(api, app.UniqueName("phone-"));
        await api.WeChatIs(new { errorCode = -1 });
        (await citizen.BindsPhone("phone:13800004325")).ShouldRefuse(503, "wechat-unavailable");

        await api.WeChatIs();

        (await citizen.BindsPhone("phone:13800004325")).Should(200);
    }

    [Fact]
    public async Task A_consent_names_its_version_and_can_be_withdrawn()
    {
        var citizen = await app.NewCitizen();
        (await Agree(citizen, "Privacy", "2019-1")).ShouldRefuse(409, "policy-version-stale");
        (await Agree(citizen, "Privacy", "2026-1")).Should(204);
        (await Agree(citizen, "SensitiveData", "2026-1")).Should(204);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Agree(citizen, "Privacy", "2026-1")));
        Assert.Equal(["Privacy", "SensitiveData"], await Kinds(citizen));

        (await citizen.Api.Delete("/api/v1/me/consents/Privacy")).Should(204);
        (await citizen.Api.Delete("/api/v1/me/consents/Privacy")).Should(204);

        Assert.Equal(["SensitiveData"], await Kinds(citizen));
        Assert.Equal(
            (1L, 1L),
            (
                await app.Database.Rows<(long, long)>(
                    "SELECT COUNT(*), COUNT(withdrawn_at) FROM citizen_consents WHERE citizen_id = @id AND kind = 'Privacy'",
                    new { id = await app.IdOf(citizen) }
                )
            ).Single()
        );
    }

    [Theory]
    [InlineData("Everything")]
    [InlineData("7")]
    public async Task A_consent_that_does_not_exist_is_not_found(string kind)
    {
        (await Agree(await app.NewCitizen(), kind, "2026-1")).ShouldRefuse(404, "not-found");
    }

    private static Task<Answer> Agree(Citizen citizen, string kind, string policyVersion) =>
        citizen.Api.Post($"/api/v1/me/consents/{kind}", new { policyVersion });

    private static async Task<IEnumerable<string?>> Kinds(Citizen citizen) =>
        (await citizen.Api.Get("/api/v1/me"))
            .Should(200)
            .Json.GetProperty("consents")
            .EnumerateArray()
            .Select(consent => consent.GetProperty("kind").GetString());
}
