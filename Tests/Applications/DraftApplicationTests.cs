using System.Text;
using System.Text.Json;
using Craftsman.Infrastructure.Identity;
using Craftsman.Tests.Support;
using Microsoft.Extensions.Options;

namespace Craftsman.Tests.Applications;

public sealed class DraftApplicationTests(App app)
{
    [Fact]
    public async Task A_draft_keeps_what_was_filled_in_and_waits_for_the_rest()
    {
        var citizen = await app.NewCitizen();

        var id = await citizen.Drafts(new ApplicationForm { Name = "陆长根", DeedsSummary = "还没写完" });

        var draft = await citizen.SeesApplication(id);
        Assert.Equal("Self", draft.Word("channel"));
        Assert.Equal("Draft", draft.Word("state"));
        Assert.Equal(1, draft.Number("version"));
        Assert.Equal("陆长根", draft.Word("name"));
        Assert.Equal("还没写完", draft.Word("deedsSummary"));
        Assert.Equal(JsonValueKind.Null, draft.Json.GetProperty("birthDate").ValueKind);
        Assert.Equal(JsonValueKind.Null, draft.Json.GetProperty("candidateId").ValueKind);
        Assert.Empty(await citizen.SeesTimeline(id));
    }

    [Fact]
    public async Task Phones_are_read_with_their_ends_only_and_a_mask_saved_back_keeps_the_number()
    {
        var citizen = await app.NewCitizen();
        var form = A.Form() with { Mobile = "13912345678", Name = app.UniqueName("陆长根") };
        var id = await citizen.Drafts(form);

        var shown = await citizen.SeesForm(id);
        Assert.Equal("139****5678", shown.Mobile);
        Assert.Equal("057****4321", shown.Phone);
        (await citizen.Saves(id, shown with { Address = "西湖区龙井路一号" })).Should(200);

        var stored = await StoredContent(id);
        Assert.Equal("13912345678", stored.GetProperty("mobile").GetString());
        Assert.Equal("0571-87654321", stored.GetProperty("phone").GetString());
        (await citizen.Submits(id)).Should(200);
    }

    [Fact]
    public async Task A_mask_of_another_number_is_no_number()
    {
        var citizen = await app.NewCitizen();
        var id = await citizen.Drafts();

        (await citizen.Saves(id, await citizen.SeesForm(id) with { Mobile = "138****9999" })).Should(200);

        Assert.Equal(["mobile"], (await citizen.Submits(id)).ShouldRefuse(409, "application-incomplete").ErrorFields);
    }

    [Fact]
    public async Task Neither_mobile_nor_address_can_be_read_in_the_row()
    {
        var citizen = await app.NewCitizen();
        var form = A.Form();
        var id = await citizen.Applies(form);

        var row =
            (IDictionary<string, object?>)
                Assert.Single(
                    await app.Database.Rows<dynamic>("SELECT * FROM applications WHERE id = @id", new { id })
                );

        foreach (var value in row.Values)
        {
            var text = value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{value}";
            Assert.DoesNotContain(form.Mobile!, text, StringComparison.Ordinal);
            Assert.DoesNotContain(form.Phone!, text, StringComparison.Ordinal);
            Assert.DoesNotContain(form.Address!, text, StringComparison.Ordinal);
        }

        Assert.Equal(form.Address, (await StoredContent(id)).GetProperty("address").GetString());
    }

    [Theory]
    [InlineData("Unit")]
    [InlineData("Society")]
    [InlineData("PublicTip")]
    public async Task A_citizen_opens_no_application_in_a_channel_of_others(string channel)
    {
        var citizen = await app.NewCitizen();

        var refused = (await citizen.SendsDraft(A.Form(), channel: channel)).ShouldRefuse(
            409,
            "channel-not-for-citizens"
        );

        Assert.Equal("四", refused.Word("clause"));
        Assert.Equal(0, await DraftsOf(citizen));
    }

    [Fact]
    public async Task A_channel_nobody_knows_is_malformed()
    {
        (await (await app.NewCitizen()).SendsDraft(A.Form(), channel: "Neighbour")).ShouldRefuse(400, "json-invalid");
    }

    private static readonly Dictionary<string, (ApplicationForm Form, string Field)> Malformed = new()
    {
        ["six conditions"] = (new() { Conditions = [.. Enumerable.Repeat(A.Form().Conditions![0], 6)] }, "conditions"),
        ["a place of nought"] = (
            new() { Conditions = [new(4, "省赛", new("Provincial", 0))] },
            "conditions[0].contest.rank"
        ),
        ["a name of 41 characters"] = (new() { Name = new('长', 41) }, "name"),
        ["a name of blanks"] = (new() { Name = "   " }, "name"),
        ["a control character in the address"] = (new() { Address = "清河坊\u0007" }, "address"),
        ["a line break in the work unit"] = (new() { WorkUnit = "丝绸\n印染厂" }, "workUnit"),
        ["deeds as long as a book"] = (new() { DeedsSummary = new('工', 5001) }, "deedsSummary"),
        ["a trade by its name"] = (new() { Trade = "纺织丝绸" }, "trade"),
        ["a district by its name"] = (new() { District = "上城区" }, "district"),
        ["a photo nobody uploaded"] = (new() { PhotoId = "photo-1" }, "photoId"),
        ["a file nobody uploaded"] = (new() { FileIds = ["file-1"] }, "fileIds"),
        ["a consent to no policy"] = (new() { Consent = new(null, true, true) }, "consent.policyVersion"),
    };

    public static TheoryData<string> MalformedForms => [.. Malformed.Keys];

    [Theory]
    [MemberData(nameof(MalformedForms))]
    public async Task What_no_form_can_hold_is_refused_by_its_field_and_nothing_is_stored(string fault)
    {
        var citizen = await app.NewCitizen();
        var (form, field) = Malformed[fault];

        var refused = (await citizen.SendsDraft(form)).ShouldRefuse(400, "request-malformed");

        Assert.Equal([field], refused.ErrorFields);
        Assert.Equal(0, await DraftsOf(citizen));
    }

    [Fact]
    public async Task Saving_replaces_the_draft_and_raises_its_version()
    {
        var citizen = await app.NewCitizen();
        var id = await citizen.Drafts();

        var saved = (await citizen.Saves(id, new ApplicationForm { Name = "陆小根" }, version: 1)).Should(200);

        Assert.Equal(2, saved.Number("version"));
        var draft = await citizen.SeesApplication(id);
        Assert.Equal("陆小根", draft.Word("name"));
        Assert.Equal(JsonValueKind.Null, draft.Json.GetProperty("mobile").ValueKind);
    }

    [Fact]
    public async Task A_save_over_a_version_that_has_passed_changes_nothing()
    {
        var citizen = await app.NewCitizen();
        var id = await citizen.Drafts();
        (await citizen.Saves(id, A.Form() with { Name = "陆小根" }, version: 1)).Should(200);

        (await citizen.Saves(id, A.Form() with { Name = "陆大根" }, version: 1)).ShouldRefuse(409, "version-stale");

        Assert.Equal("陆小根", (await citizen.SeesApplication(id)).Word("name"));
    }

    [Theory]
    [InlineData("submit")]
    [InlineData("withdraw")]
    public async Task A_move_without_a_version_is_malformed(string move)
    {
        var citizen = await app.NewCitizen();
        var id = await citizen.Drafts();

        var refused = await citizen.Api.Post($"/api/v1/me/applications/{id}/{move}", new { });

        Assert.Equal(["version"], refused.ShouldRefuse(400, "request-malformed").ErrorFields);
    }

    [Fact]
    public async Task A_save_without_a_version_is_malformed()
    {
        var citizen = await app.NewCitizen();
        var id = await citizen.Drafts();

        (await citizen.Api.Put($"/api/v1/me/applications/{id}", A.Form())).ShouldRefuse(400, "json-invalid");
    }

    [Fact]
    public async Task Of_ten_saves_at_once_over_one_version_one_is_kept()
    {
        var citizen = await app.NewCitizen();
        var id = await citizen.Drafts();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(each => citizen.Saves(id, A.Form() with { Name = $"陆{each}" }, version: 1))
        );

        var kept = Assert.Single(Enumerable.Range(0, 10), each => answers[each].Status == 200);
        Assert.Equal($"陆{kept}", (await citizen.SeesApplication(id)).Word("name"));
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.ShouldRefuse(409, "version-stale"));
    }

    [Fact]
    public async Task Twenty_equal_drafts_at_once_with_one_key_are_one_draft()
    {
        var citizen = await app.NewCitizen();
        var form = A.Form();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => citizen.SendsDraft(form, "one-draft")));

        Assert.All(answers, answer => answer.Should(201));
        Assert.Single(answers.Select(answer => answer.Text).Distinct());
        Assert.Equal(1, await DraftsOf(citizen));
        (await citizen.SendsDraft(form with { Name = "陆小根" }, "one-draft")).ShouldRefuse(
            422,
            "idempotency-key-reused"
        );
        Assert.Equal(1, await DraftsOf(citizen));
    }

    [Fact]
    public async Task Another_citizens_application_is_not_found_on_any_route()
    {
        var id = await (await app.NewCitizen()).Drafts();
        var stranger = await app.NewCitizen();
        var path = $"/api/v1/me/applications/{id}";

        (await stranger.Api.Get(path)).ShouldRefuse(404, "not-found");
        (await stranger.Api.Get($"{path}/timeline")).ShouldRefuse(404, "not-found");
        (await stranger.Saves(id, A.Form(), version: 1)).ShouldRefuse(404, "not-found");
        (await stranger.MovesApplication(id, "submit", 1)).ShouldRefuse(404, "not-found");
        (await stranger.MovesApplication(id, "withdraw", 1)).ShouldRefuse(404, "not-found");
        (await stranger.Api.Delete(path)).ShouldRefuse(404, "not-found");

        Assert.Equal("Draft", await app.StateOfApplication(id));
    }

    [Theory]
    [InlineData("0192aaaa-bbbb-7ccc-8ddd-eeeeffff0000")]
    [InlineData("not-an-id")]
    public async Task An_id_nobody_gave_out_is_not_found(string id)
    {
        var citizen = await app.NewCitizen();
        var path = $"/api/v1/me/applications/{id}";

        (await citizen.Api.Get(path)).ShouldRefuse(404, "not-found");
        (await citizen.Api.Post($"{path}/submit", new { version = 1 })).ShouldRefuse(404, "not-found");
        (await citizen.Api.Delete(path)).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task A_draft_can_be_deleted_and_what_was_submitted_cannot()
    {
        var citizen = await app.NewCitizen();
        var (draft, submitted) = (await citizen.Drafts(), await citizen.Applies());

        (await citizen.Api.Delete($"/api/v1/me/applications/{draft}")).Should(204);
        (await citizen.Api.Delete($"/api/v1/me/applications/{submitted}")).ShouldRefuse(409, "application-submitted");

        (await citizen.Api.Get($"/api/v1/me/applications/{draft}")).ShouldRefuse(404, "not-found");
        Assert.Equal("Submitted", await app.StateOfApplication(submitted));
    }

    [Fact]
    public async Task Own_applications_are_listed_newest_first_without_gap_or_double()
    {
        var (citizen, other) = (await app.NewCitizen(), await app.NewCitizen());
        var ids = new List<Guid>();
        for (var each = 0; each < 7; each++)
        {
            ids.Add(await citizen.Drafts(A.Form() with { Name = $"陆{each}" }));
            await other.Drafts();
        }

        var listed = new List<Guid>();
        for (string? cursor = null, path = "/api/v1/me/applications?limit=3"; path is not null; )
        {
            var page = (await citizen.Api.Get(path)).Should(200);
            listed.AddRange(
                page.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())
            );
            cursor = page.Json.GetProperty("nextCursor").GetString();
            path = cursor is null ? null : $"/api/v1/me/applications?limit=3&cursor={cursor}";
        }

        ids.Reverse();
        Assert.Equal(ids, listed);
        (await citizen.Api.Get("/api/v1/me/applications?cursor=nonsense")).ShouldRefuse(400, "cursor-invalid");
        (await citizen.Api.Get("/api/v1/me/applications?limit=101")).ShouldRefuse(400, "request-malformed");
    }

    private async Task<int> DraftsOf(Citizen citizen) =>
        await app.Database.Value<int>(
            "SELECT COUNT(*) FROM applications WHERE citizen_id = @id",
            new { id = await app.IdOf(citizen) }
        );

    private async Task<JsonElement> StoredContent(Guid id) =>
        JsonDocument
            .Parse(
                new DataCipher(Options.Create(app.Secrets)).Decrypt(
                    "applications.content",
                    await app.Database.Value<byte[]>("SELECT content FROM applications WHERE id = @id", new { id })
                )
            )
            .RootElement;
}
