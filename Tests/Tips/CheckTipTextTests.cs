using Craftsman.Domain.ContentChecks;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;
using Craftsman.Tests.Support;
using MySqlConnector;

namespace Craftsman.Tests.Tips;

/// <summary>WeChat's check of what tips say, and what it means for reviewers.</summary>
public sealed class CheckTipTextTests(App app)
{
    private const string Fine = "沈师傅修了三十年钟表，街坊邻居都信他。";
    private const string Doubtful = "沈师傅修了三十年钟表，疑似内容。";
    private const string Bad = "沈师傅修了三十年钟表，违规内容。";
    private const string Busy = "沈师傅修了三十年钟表，检查繁忙。";

    [Theory]
    [InlineData(Fine, "Pass", 100)]
    [InlineData(Doubtful, "Review", 21000)]
    [InlineData(Bad, "Risky", 20001)]
    public async Task WeChats_word_stands_beside_the_tip_in_the_list_and_alone(string story, string state, int label)
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var tipId = await (await app.NewCitizen()).Tips(A.Tip() with { Story = story });

        await app.CheckBecomes(tipId, state);

        var check = (await reviewer.ReadsTip(tipId)).Json.GetProperty("contentCheck");
        Assert.Equal(state, check.GetProperty("state").GetString());
        Assert.Equal(label, check.GetProperty("label").GetInt32());
        Assert.Contains(tipId, await Lists(reviewer, state));
        Assert.DoesNotContain(tipId, await Lists(reviewer, state == "Pass" ? "Risky" : "Pass"));
    }

    [Theory]
    [InlineData(Doubtful)]
    [InlineData(Bad)]
    public async Task What_WeChat_did_not_pass_is_verified_only_by_the_reviewers_recorded_word(string story)
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var tipId = await (await app.NewCitizen()).Tips(A.Tip() with { Story = story });
        var version = await reviewer.Claims(tipId);

        (await Verifies(reviewer, tipId, version, null)).ShouldRefuse(409, "tip-content-undecided");
        (await Verifies(reviewer, tipId, version, false)).ShouldRefuse(409, "tip-content-undecided");
        (await Verifies(reviewer, tipId, version, true)).Should(200);

        Assert.Equal(
            "Fit",
            (await reviewer.ReadsTip(tipId)).Json.GetProperty("contentCheck").GetProperty("decision").GetString()
        );
        Assert.Equal(["tip.claimed", "tip.verified"], await app.AuditOf(tipId));
        Assert.Contains(
            "\"isContentDecided\":true",
            (
                await app.Database.Rows<string>(
                    "SELECT detail FROM audit_entries WHERE subject_id = @tipId AND action = 'tip.verified'",
                    new { tipId }
                )
            )[0]
        );
    }

    [Fact]
    public async Task What_WeChat_passed_needs_no_word()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var tipId = await (await app.NewCitizen()).Tips();

        await reviewer.VerifiesAsNew(tipId);

        var check = (await reviewer.ReadsTip(tipId)).Json.GetProperty("contentCheck");
        Assert.Equal("Pass", check.GetProperty("state").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, check.GetProperty("decision").ValueKind);
    }

    [Fact]
    public async Task A_changed_text_is_checked_anew()
    {
        var citizen = await app.NewCitizen();
        var tipId = await citizen.Tips(A.Tip() with { Story = Bad });
        await app.CheckBecomes(tipId, "Risky");

        (await citizen.ChangesTip(tipId, A.Tip() with { Story = Fine }, 1)).Should(200);
        await app.CheckBecomes(tipId, "Pass");
        (await citizen.ChangesTip(tipId, A.Tip() with { Story = Bad }, 2)).Should(200);
        await app.CheckBecomes(tipId, "Risky");
    }

    [Fact]
    public async Task An_answer_to_a_question_is_checked_too()
    {
        var citizen = await app.NewCitizen();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var tipId = await citizen.Tips();
        var version = await reviewer.Claims(tipId);
        (await reviewer.Decides(tipId, "request-info", new { question = "师傅在哪个车间？", version })).Should(200);

        (await citizen.ChangesTip(tipId, A.Tip(), version + 1, answer: "违规内容")).Should(200);

        await app.CheckBecomes(tipId, "Risky");
    }

    [Fact]
    public async Task A_verdict_about_an_earlier_text_decides_nothing_about_the_present_one()
    {
        await using var source = new MySqlDataSource(
            DatabaseOptions.WithOurSettings(app.Database.ConnectionString).ConnectionString
        );
        var checks = new ContentCheckStore(new Db(source));
        var citizen = await app.NewCitizen();
        var tipId = await citizen.Tips(A.Tip() with { Story = Busy });
        var earlier = new ClaimedCheck { Id = tipId, Round = 1 };
        (await citizen.ChangesTip(tipId, A.Tip() with { Story = Busy + "修表。" }, 1)).Should(200);

        await checks.Settle(earlier, ContentCheckState.Pass, 100, CancellationToken.None);

        Assert.Equal("Waiting", await app.CheckOf(tipId));
    }

    [Fact]
    public async Task A_citizen_whom_WeChat_does_not_find_active_is_a_matter_for_a_human_at_once()
    {
        var citizen = await app.NewCitizen();

        // The other instance has a WeChat of its own, in which this citizen never was.
        var tipId = await citizen.At(app.With()).Tips();

        await app.CheckBecomes(tipId, "Unchecked");
    }

    [Fact]
    public async Task A_check_that_no_filter_knows_is_told()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);

        var answer = await reviewer.Api.Get("/admin/v1/tips?contentCheck=Fine");

        Assert.Equal(["contentCheck"], answer.ShouldRefuse(400, "request-malformed").ErrorFields);
    }

    private static Task<Answer> Verifies(StaffMember reviewer, Guid tipId, int version, bool? contentFit) =>
        reviewer.Decides(
            tipId,
            "verify",
            new
            {
                newCandidate = A.Person(),
                contentFit,
                version,
            }
        );

    /// <summary>All tips with this check, read page by page.</summary>
    private static async Task<IReadOnlyList<Guid>> Lists(StaffMember reviewer, string check)
    {
        List<Guid> ids = [];
        string? cursor = null;
        do
        {
            var page = (
                await reviewer.Api.Get(
                    $"/admin/v1/tips?contentCheck={check}&limit=100&cursor={Uri.EscapeDataString(cursor ?? "")}"
                )
            )
                .Should(200)
                .Json;
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(tip => tip.GetProperty("id").GetGuid()));
            cursor = page.GetProperty("nextCursor").GetString();
        } while (cursor is not null);

        return ids;
    }
}
