using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Craftsman.Api.Identity;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Identity;
using Craftsman.Tests.Support;
using Microsoft.Extensions.Options;

namespace Craftsman.Tests.Http;

/// <summary>Whatever comes in wrong is told by a problem document of its own, and nothing is stored.</summary>
public sealed class BadInputTests(App app)
{
    private const string Tips = "/api/v1/tips";

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"name":"沈阿根",}""")]
    [InlineData("""{"name":"沈阿根"} {}""")]
    [InlineData("name=沈阿根")]
    public async Task A_body_that_is_no_JSON_is_refused(string body) =>
        (await Sends(body)).ShouldRefuse(400, "json-invalid");

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"tip\"")]
    [InlineData("7")]
    public async Task A_body_that_is_another_kind_of_JSON_is_refused(string body) =>
        (await Sends(body)).ShouldRefuse(400, "json-invalid");

    [Theory]
    [InlineData("name", "7")]
    [InlineData("name", "true")]
    [InlineData("name", "[\"沈阿根\"]")]
    [InlineData("name", "{}")]
    [InlineData("photoIds", "\"one\"")]
    public async Task A_field_of_the_wrong_type_is_refused_and_named(string field, string value) =>
        Assert.Equal([field], (await Sends(TipWith(field, value))).ShouldRefuse(400, "json-invalid").ErrorFields);

    [Fact]
    public async Task A_field_that_comes_twice_is_refused()
    {
        var tip = TipWith("relation", "\"同事\"");

        (await Sends($"{tip[..^1]},\"name\":\"另一位\"}}")).ShouldRefuse(400, "json-invalid");
    }

    [Theory]
    [InlineData("name", 10_000)]
    [InlineData("workUnit", 10_000)]
    [InlineData("story", 10_000)]
    [InlineData("relation", 21)]
    public async Task An_over_long_field_is_refused_and_named(string field, int length) =>
        Assert.Equal(
            [field],
            (await Sends(TipWith(field, $"\"{new string('长', length)}\"")))
                .ShouldRefuse(400, "request-malformed")
                .ErrorFields
        );

    [Theory]
    [InlineData("name", "")]
    [InlineData("name", "   ")]
    [InlineData("name", "　")]
    [InlineData("workUnit", "  ")]
    [InlineData("story", "\\n\\n")]
    public async Task A_blank_field_is_refused_and_named(string field, string blank) =>
        Assert.Equal(
            [field],
            (await Sends(TipWith(field, $"\"{blank}\""))).ShouldRefuse(400, "request-malformed").ErrorFields
        );

    [Theory]
    [InlineData("name", "沈\\u0000阿根")]
    [InlineData("name", "沈\\n阿根")]
    [InlineData("relation", "同\\u001b事")]
    [InlineData("story", "沈师傅在印染车间干了二十六年，\\u0007配色不用看样卡。")]
    public async Task Control_characters_are_refused_and_their_field_named(string field, string text) =>
        Assert.Equal(
            [field],
            (await Sends(TipWith(field, $"\"{text}\""))).ShouldRefuse(400, "request-malformed").ErrorFields
        );

    [Theory]
    [InlineData("name", "沈\\ud83d")]
    [InlineData("name", "\\ude00沈")]
    [InlineData("story", "沈师傅在印染车间干了二十六年，\\ud800配色不用看样卡。")]
    public async Task Half_of_a_surrogate_pair_is_refused_and_its_field_named(string field, string text)
    {
        var answer = await Sends(TipWith(field, $"\"{text}\""));

        Assert.Equal(400, answer.Status);
        Assert.Contains(answer.Code, new[] { "json-invalid", "request-malformed" });
        Assert.Equal([field], answer.ErrorFields);
    }

    [Theory]
    [InlineData("limit=abc", "limit")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=9223372036854775808", "limit")]
    public async Task A_query_parameter_that_cannot_be_read_is_named(string query, string name)
    {
        var citizen = await app.NewCitizen();

        Assert.Equal(
            [name],
            (await citizen.Api.Get($"/api/v1/me/tips?{query}")).ShouldRefuse(400, "request-malformed").ErrorFields
        );
    }

    [Theory]
    [InlineData("019a0000-0000-7000-8000-000000000000")]
    [InlineData("no-id-at-all")]
    [InlineData("%27%20OR%201=1%20--")]
    [InlineData("9223372036854775808")]
    public async Task An_id_we_never_gave_out_is_not_found(string id)
    {
        var citizen = await app.NewCitizen();

        (await citizen.Api.Get($"/api/v1/me/tips/{id}")).ShouldRefuse(404, "not-found");
        (await citizen.Api.Delete($"/api/v1/me/tips/{id}")).ShouldRefuse(404, "not-found");
        (await citizen.Api.Get($"/api/v1/me/applications/{id}")).ShouldRefuse(404, "not-found");
        (await citizen.Api.Post($"/api/v1/candidates/{id}/votes")).ShouldRefuse(404, "not-found");
        (await citizen.Api.Get($"/api/v1/invitations/{id}")).ShouldRefuse(404, "not-found");
        (await citizen.Api.Get($"/api/v1/receipts/{id}")).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task Anothers_id_is_not_found_and_stays_as_it_was()
    {
        var owner = await app.NewCitizen();
        var stranger = await app.NewCitizen();
        var tipId = await owner.Tips();
        var applicationId = await owner.Drafts();

        (await stranger.Api.Get($"/api/v1/me/tips/{tipId}")).ShouldRefuse(404, "not-found");
        (await stranger.ChangesTip(tipId, A.Tip(), 1)).ShouldRefuse(404, "not-found");
        (await stranger.Api.Delete($"/api/v1/me/tips/{tipId}")).ShouldRefuse(404, "not-found");
        (await stranger.Api.Get($"/api/v1/me/applications/{applicationId}")).ShouldRefuse(404, "not-found");
        (await stranger.MovesApplication(applicationId, "submit", 1)).ShouldRefuse(404, "not-found");
        (await stranger.Api.Delete($"/api/v1/me/applications/{applicationId}")).ShouldRefuse(404, "not-found");

        Assert.Equal("Received", (await owner.SeesTip(tipId)).Word("state"));
        Assert.Equal("Draft", (await owner.SeesApplication(applicationId)).Word("state"));
    }

    [Fact]
    public async Task A_token_that_expired_says_so()
    {
        var citizen = await app.NewCitizen();
        var expired = Token(AccessTokens.CitizenScheme, await app.IdOf(citizen), TimeSpan.FromMinutes(-16));

        await Refuses(app.Anonymous.With(expired), "token-expired");
    }

    [Fact]
    public async Task A_forged_token_is_refused()
    {
        var citizen = await app.NewCitizen();
        var parts = citizen.AccessToken.Split('.');
        var another = (await app.NewCitizen()).AccessToken.Split('.');

        await Refuses(app.Anonymous.With($"{parts[0]}.{another[1]}.{parts[2]}"), "token-invalid");
        await Refuses(app.Anonymous.With($"{parts[0]}.{parts[1]}.{another[2]}"), "token-invalid");
        await Refuses(app.Anonymous.With($"{parts[0]}.{parts[1]}."), "token-invalid");
        await Refuses(app.Anonymous.With("no-token"), "token-invalid");
    }

    [Fact]
    public async Task A_token_that_says_it_needs_no_signature_is_refused()
    {
        var citizen = await app.NewCitizen();
        var header = Base64Url.EncodeToString("""{"alg":"none","typ":"JWT"}"""u8);

        await Refuses(app.Anonymous.With($"{header}.{citizen.AccessToken.Split('.')[1]}."), "token-invalid");
    }

    [Fact]
    public async Task A_token_of_the_other_audience_is_refused()
    {
        var citizen = await app.NewCitizen();
        var reviewer = await app.Staff(StaffRole.TipReviewer);

        await Refuses(app.Anonymous.With(reviewer.AccessToken), "token-invalid");
        (await app.Anonymous.With(citizen.AccessToken).Get("/admin/v1/tips")).ShouldRefuse(401, "token-invalid");
    }

    [Fact]
    public async Task No_token_is_refused() => await Refuses(app.Anonymous, "token-missing");

    [Fact]
    public async Task A_key_that_comes_again_with_another_body_is_refused_and_the_first_stays()
    {
        var citizen = await app.NewCitizen();
        var first = (await citizen.SendsTip(A.Tip(), "one-key")).Should(201);

        (await citizen.SendsTip(A.Tip() with { Relation = "邻居" }, "one-key")).ShouldRefuse(
            422,
            "idempotency-key-reused"
        );

        Assert.Equal(first.Word("id"), Assert.Single(await IdsOf(citizen)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("129")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        var citizen = await app.NewCitizen();

        (await citizen.SendsTip(A.Tip(), key == "129" ? new string('k', 129) : key)).ShouldRefuse(
            400,
            "idempotency-key-malformed"
        );

        Assert.Empty(await IdsOf(citizen));
    }

    [Fact]
    public async Task A_body_over_64_KB_is_refused_and_the_client_told_that_the_connection_closes() =>
        Assert.Equal(
            "close",
            (await Sends(TipWith("name", $"\"{new string('x', 70_000)}\"")))
                .ShouldRefuse(413, "body-too-large")
                .Headers["Connection"]
        );

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    public async Task A_body_of_another_type_is_refused(string mediaType) =>
        (await Sends(TipWith("relation", "\"同事\""), mediaType)).ShouldRefuse(415, "media-type-unsupported");

    [Fact]
    public async Task A_method_the_route_does_not_know_is_refused()
    {
        var citizen = await app.NewCitizen();

        (await citizen.Api.Delete(Tips)).ShouldRefuse(405, "method-not-allowed");
        (await citizen.Api.Put("/api/v1/candidates", new { })).ShouldRefuse(405, "method-not-allowed");
        (await citizen.Api.Send(HttpMethod.Patch, "/api/v1/me/tips", null)).ShouldRefuse(405, "method-not-allowed");
    }

    [Theory]
    [InlineData("/api/v1/no-such-route")]
    [InlineData("/admin/v1/no-such-route")]
    [InlineData("/no-such-route")]
    public async Task A_route_that_is_none_is_not_found(string path)
    {
        (await app.Anonymous.Get(path)).ShouldRefuse(404, "not-found");
        (await app.Anonymous.Post(path, new { })).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task A_cursor_that_was_altered_or_taken_from_another_list_is_refused()
    {
        var citizen = await app.NewCitizen();
        await citizen.Tips();
        await citizen.Tips();
        var cursor = (await citizen.Api.Get("/api/v1/me/tips?limit=1")).Should(200).Word("nextCursor");
        var altered = cursor[..^4] + (cursor[^4] == 'A' ? 'B' : 'A') + cursor[^3..];

        foreach (var wrong in new[] { altered, cursor[..10], "x", "%F0%9F%98%80", "AAAA" })
        {
            (await citizen.Api.Get($"/api/v1/me/tips?cursor={wrong}")).ShouldRefuse(400, "cursor-invalid");
        }

        (await citizen.Api.Get($"/api/v1/me/votes?cursor={cursor}")).ShouldRefuse(400, "cursor-invalid");
        (await citizen.Api.Get($"/api/v1/me/tips?cursor={cursor}")).Should(200);
    }

    /// <summary>A citizen of its own sends a body as a tip; whatever is refused must have left no tip.</summary>
    private async Task<Answer> Sends(string body, string mediaType = "application/json")
    {
        var citizen = await app.NewCitizen();
        using var content = new StringContent(body, Encoding.UTF8, mediaType);

        var answer = await citizen.Api.Send(HttpMethod.Post, Tips, content);

        Assert.Empty(await IdsOf(citizen));
        return answer;
    }

    /// <summary>Nobody gets in: neither to read nor to write.</summary>
    private static async Task Refuses(ApiClient caller, string code)
    {
        (await caller.Get("/api/v1/me/tips")).ShouldRefuse(401, code);
        (await caller.Post(Tips, A.Tip())).ShouldRefuse(401, code);
    }

    private static async Task<IReadOnlyList<string>> IdsOf(Citizen citizen) =>
        [
            .. (await citizen.Api.Get("/api/v1/me/tips"))
                .Should(200)
                .Json.GetProperty("items")
                .EnumerateArray()
                .Select(tip => tip.GetProperty("id").GetString()!),
        ];

    /// <summary>A valid tip but for one field, whose JSON is given.</summary>
    private static string TipWith(string field, string json)
    {
        var fields = JsonSerializer
            .SerializeToElement(A.Tip(), JsonSerializerOptions.Web)
            .EnumerateObject()
            .Where(property => property.Name != field)
            .Select(property => $"\"{property.Name}\":{property.Value.GetRawText()}");
        return $"{{{string.Join(',', fields.Append($"\"{field}\":{json}"))}}}";
    }

    private string Token(string scheme, Guid ownerId, TimeSpan ago)
    {
        var now = TimeProvider.System.GetUtcNow() + ago;
        return new AccessTokens(Options.Create(app.Secrets)).Issue(
            scheme,
            new OpenedSession(Guid.CreateVersion7(now), ownerId, ""),
            now
        );
    }
}
