using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Tips;

public sealed class PreviewTipMoveTests(App app)
{
    private const string Words = " {name}师傅在{workUnit}，{district}。{name}{ name }{} ";
    private const string Filled = "{district}阿根师傅在河坊街口，上城区。{district}阿根{ name }{}";

    [Theory]
    [InlineData("reject", "Rejected", "未予采用")]
    [InlineData("request-info", "InfoRequested", "需要补充")]
    public async Task What_is_shown_beforehand_is_what_the_tipster_reads(string act, string kind, string status)
    {
        var citizen = await app.NewCitizen();
        var reviewer = await app.NewReviewer();
        // What the citizen wrote is put in as it is, braces and all.
        var id = await citizen.Tips(A.Tip() with { Name = "{district}阿根", WorkUnit = null, Workplace = "河坊街口" });
        var version = await reviewer.Claims(id);
        var body = new
        {
            act,
            message = Words,
            question = Words,
            reasonCode = "NotAWorker",
            version,
        };

        var shown = (await reviewer.Decides(id, "preview", body)).Should(200).Json;

        Assert.Equal(kind, shown.GetProperty("thread").GetProperty("kind").GetString());
        Assert.Equal(Filled, shown.GetProperty("thread").GetProperty("text").GetString());
        Assert.Equal(status, shown.GetProperty("message").GetProperty("status").GetString());
        Assert.Equal("您推荐的工匠线索", shown.GetProperty("message").GetProperty("subject").GetString());
        Assert.Equal(["tip.claimed"], await app.AuditOf(id));
        (await reviewer.Decides(id, act, body)).Should(200);
        Assert.Equal(
            Filled,
            (await citizen.SeesTip(id))
                .Json.GetProperty("thread")
                .EnumerateArray()
                .Last()
                .GetProperty("text")
                .GetString()
        );
    }

    [Theory]
    [InlineData("claim", "Claimed", false)]
    [InlineData("release", "Released", false)]
    [InlineData("verify", "Joined", true)]
    public async Task Moves_without_words_of_their_own_are_shown_too(string act, string kind, bool hasMessage)
    {
        var citizen = await app.NewCitizen();
        var reviewer = await app.NewReviewer();
        var id = await citizen.Tips();

        var shown = (await reviewer.Decides(id, "preview", new { act })).Should(200).Json;
        if (act == "verify")
        {
            await reviewer.VerifiesAsNew(id);
        }
        else
        {
            await reviewer.Claims(id);
            await reviewer.Decides(id, "release");
        }

        var told = (await citizen.SeesTip(id))
            .Json.GetProperty("thread")
            .EnumerateArray()
            .Single(line => line.GetProperty("kind").GetString() == kind);
        Assert.Equal(told.GetProperty("text").GetString(), shown.GetProperty("thread").GetProperty("text").GetString());
        Assert.Equal(hasMessage, shown.GetProperty("message").ValueKind == System.Text.Json.JsonValueKind.Object);
    }

    [Fact]
    public async Task Only_reviewers_of_the_district_are_shown_anything()
    {
        var id = await (await app.NewCitizen()).Tips();
        var elsewhere = await app.NewReviewer("330127");
        var auditor = await app.Staff(StaffRole.Auditor);

        (await elsewhere.Decides(id, "preview", new { act = "claim" })).ShouldRefuse(404, "not-found");
        (await auditor.Decides(id, "preview", new { act = "claim" })).ShouldRefuse(403, "role-missing");
    }

    [Theory]
    [InlineData("delete", "谢谢。", "act")]
    [InlineData("reject", null, "message")]
    [InlineData("reject", "请找{phone}。", "message")]
    public async Task What_cannot_be_sent_cannot_be_shown(string act, string? message, string field)
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var id = await (await app.NewCitizen()).Tips();

        var refused = (await reviewer.Decides(id, "preview", new { act, message })).ShouldRefuse(
            400,
            "request-malformed"
        );

        Assert.Equal([field], refused.ErrorFields);
    }

    [Fact]
    public async Task Words_that_grow_too_long_by_being_filled_in_are_refused_and_change_nothing()
    {
        var citizen = await app.NewCitizen();
        var reviewer = await app.NewReviewer();
        var id = await citizen.Tips(A.Tip() with { Name = new string('长', 40) });
        var version = await reviewer.Claims(id);
        var words = string.Concat(Enumerable.Repeat("{name}", 80));

        foreach (var (move, field) in new[] { ("reject", "message"), ("request-info", "question") })
        {
            var body = new
            {
                message = words,
                question = words,
                reasonCode = "NotAWorker",
                version,
            };
            var refused = (await reviewer.Decides(id, move, body)).ShouldRefuse(400, "request-malformed");
            Assert.Equal([field], refused.ErrorFields);
        }

        Assert.Equal(["Received", "Claimed"], (await citizen.SeesTip(id)).ThreadKinds());
    }
}
