using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Experts;

/// <summary>五(专家评审)：专家评分。A sheet is submitted once, and others' are hidden until one's own is in and the panel is closed.</summary>
public sealed class ScoreTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private readonly App app = lonely.App;

    [Fact]
    public async Task Of_thirty_submissions_at_once_one_is_taken()
    {
        var (panel, caseId, judge) = await AnAssignedCase();

        var answers = await Task.WhenAll(
            Enumerable.Range(50, 30).Select(points => panel.Scores(judge, caseId, points))
        );

        var taken = Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(
            answers.Where(answer => answer.Status != 200),
            answer => answer.ShouldRefuse(409, "score-already-submitted")
        );
        Assert.Equal(
            taken.Json.GetProperty("total").GetDecimal(),
            await app.Database.Value<decimal>(
                "SELECT SUM(s.score) / 4 FROM scores s JOIN case_experts e ON e.id = s.case_expert_id WHERE e.case_id = @caseId",
                new { caseId }
            )
        );
        Assert.Equal(
            1,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM audit_entries WHERE subject_id = @caseId AND action = 'score.submitted'",
                new { caseId }
            )
        );
    }

    [Fact]
    public async Task Bad_sheets_are_refused_each_with_its_own_code_and_nothing_is_stored()
    {
        var (panel, caseId, judge) = await AnAssignedCase();

        (await panel.Sends(judge, caseId, false, ("skill", 101, null))).ShouldRefuse(400, "score-out-of-scale");
        (await panel.Sends(judge, caseId, false, ("skill", -1, null))).ShouldRefuse(400, "score-out-of-scale");
        (await panel.Sends(judge, caseId, false, ("skill", 80, null), ("skill", 90, null))).ShouldRefuse(
            400,
            "criterion-scored-twice"
        );
        (await panel.Sends(judge, caseId, false, ("beauty", 80, null))).ShouldRefuse(400, "criterion-unknown");
        var missing = (
            await panel.Sends(judge, caseId, true, ("skill", 80, "好"), ("teaching", 80, null))
        ).ShouldRefuse(409, "score-incomplete");
        Assert.Equal(3, missing.Json.GetProperty("missing").GetArrayLength());
        (await panel.Scores(panel.Experts.First(each => each.Id != judge.Id), Guid.AllBitsSet, 80)).ShouldRefuse(
            404,
            "not-found"
        );
        Assert.Equal(
            0,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM case_experts WHERE case_id = @caseId AND saved_at IS NOT NULL",
                new { caseId }
            )
        );
    }

    [Fact]
    public async Task Others_scores_are_hidden_until_ones_own_is_in_and_the_panel_is_closed()
    {
        var (panel, caseId, judge) = await AnAssignedCase();
        var others = (await panel.Judges(caseId)).Where(each => each != judge).ToList();
        foreach (var other in others)
        {
            (await panel.Scores(other, caseId, 70)).Should(200);
        }

        Assert.Equal(1, await Read(panel, judge, caseId));
        (await panel.Scores(judge, caseId, 80)).Should(200);
        Assert.Equal(1, await Read(panel, judge, caseId));
        Assert.Equal(3, await Read(panel, panel.Secretary, caseId));

        (await panel.Closes()).Should(200);

        Assert.Equal(3, await Read(panel, judge, caseId));
        (await panel.Scores(judge, caseId, 81)).ShouldRefuse(409, "score-already-submitted");
        (await panel.Reopens()).Should(200);
        Assert.Equal(1, await Read(panel, judge, caseId));
    }

    [Fact]
    public async Task An_auditor_does_not_read_an_experts_open_draft()
    {
        var (panel, caseId, judge) = await AnAssignedCase();
        (await panel.Scores(judge, caseId, 83, submit: false)).Should(200);

        var read = (await (await app.Staff(StaffRole.Auditor)).Api.Get($"{panel.Path}/scores?caseId={caseId}")).Should(
            200
        );

        Assert.DoesNotContain("\":83", read.Text, StringComparison.Ordinal);
        Assert.Contains("Draft", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secretary_gives_a_sheet_back_or_waits_no_longer_with_the_reason_on_record()
    {
        var (panel, caseId, judge) = await AnAssignedCase();
        var late = (await panel.Judges(caseId)).First(each => each != judge);
        (await Desk(panel, "reopen", caseId, judge)).ShouldRefuse(409, "score-not-submitted");
        await panel.AllScoreBut(caseId, late);
        (await Desk(panel, "waive", caseId, judge)).ShouldRefuse(409, "expert-has-scored");
        (
            await panel.Secretary.Api.Delete(
                $"{panel.Path}/assignments/{caseId}/{judge.Id}?reason={Uri.EscapeDataString("调整")}"
            )
        ).ShouldRefuse(409, "expert-has-scored");

        (await Desk(panel, "reopen", caseId, judge)).Should(204);
        (await panel.Scores(judge, caseId, 66)).Should(200);
        (await Desk(panel, "waive", caseId, late)).Should(204);
        (await panel.Scores(late, caseId, 66)).ShouldRefuse(409, "score-waived");

        (await panel.Closes()).Should(200);
        var kept = await app.Database.Value<string>(
            "SELECT detail FROM audit_entries WHERE subject_id = @caseId AND action = 'score.reopened'",
            new { caseId }
        );
        Assert.Contains("\"skill\":60", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_ten_secretaries_who_deal_out_at_once_one_does()
    {
        var panel = await app.APanel();
        var caseId = await panel.Receives("沈阿根", "杭州机床厂");
        await panel.AllDeclare();
        var version = await panel.Version();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => panel.Secretary.Api.Post($"{panel.Path}/assignments", new { version }))
        );

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.ShouldRefuse(409, "version-stale"));
        Assert.Equal(3, (await panel.Judges(caseId)).Count);
    }

    private async Task<(TestPanel Panel, Guid CaseId, ExpertPerson Judge)> AnAssignedCase()
    {
        var panel = await app.APanel();
        var caseId = await panel.Receives("沈阿根", "杭州机床厂");
        await panel.AllDeclare();
        (await panel.Assigns()).Should(200);
        return (panel, caseId, (await panel.Judges(caseId))[0]);
    }

    private static Task<Answer> Desk(TestPanel panel, string act, Guid caseId, ExpertPerson expert) =>
        panel.Secretary.Api.Post(
            $"{panel.Path}/scores/{act}",
            new
            {
                caseId,
                staffId = expert.Id,
                reason = "专家来电说明。",
            }
        );

    private static Task<int> Read(TestPanel panel, ExpertPerson expert, Guid caseId) =>
        Read(panel, expert.Person, caseId);

    private static async Task<int> Read(TestPanel panel, StaffMember reader, Guid caseId) =>
        (await reader.Api.Get($"{panel.Path}/scores?caseId={caseId}"))
            .Should(200)
            .Json.GetProperty("items")
            .GetArrayLength();
}
