using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Objections;

/// <summary>Law 4: an upheld objection may send a case back to the experts, who judge it anew; then it stands in public again. All by HTTP.</summary>
public sealed class SecondRoundTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private readonly App app = lonely.App;

    [Fact]
    public async Task An_upheld_objection_leads_to_a_second_round_of_scores_a_second_notice_and_on_to_the_leading_group()
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var panel = await app.APanel();
        var (doubted, other) = (
            await panel.Receives("沈阿根", "杭州机床厂"),
            await panel.Receives("周水生", "萧山电机厂")
        );
        await panel.AllDeclare();
        (await panel.Assigns()).Should(200);
        await panel.AllScore(doubted, 90);
        await panel.AllScore(other, 80);
        (await panel.Closes()).Should(200);
        (await panel.Decides(doubted, "shortlist", new { method = "Mean" })).Should(200);
        (await panel.Decides(other, "shortlist", new { method = "Mean" })).Should(200);
        var first = await Stands(doubted, other);
        var (objectionId, code, examiner) = await app.AnExaminedObjection(first, 0);

        (await app.Examines(examiner, objectionId, "uphold", "ExpertReview")).Should(200);

        Assert.Equal("ExpertReview", await app.StageOf(doubted));
        Assert.Equal("PublicNotice", await app.StageOf(other));
        Assert.Equal("Upheld", (await app.Follows(code)).Should(200).Word("state"));
        Assert.Single(await app.NamedIn(first.Id));
        (await (await app.NewCitizen()).ObjectsTo(first, 0)).ShouldRefuse(404, "not-found");
        (await app.EndsNotice(officer, doubted)).ShouldRefuse(409, "stage-not-allowed");
        // Nothing of the first round carries over: no mark, no score, no expert.
        var again = await officer.DraftsNotice(doubted);
        (await officer.OpensNotice(again)).ShouldRefuse(409, "notice-cases-refused");
        (await panel.Decides(doubted, "shortlist", new { method = "Mean" })).ShouldRefuse(409, "case-not-scored");
        Assert.Empty(await panel.Judges(doubted));

        (await panel.Reopens()).Should(200);
        await panel.AllDeclare();
        Assert.Equal(3, (await panel.Assigns()).Should(200).Number("added"));
        await panel.AllScore(doubted, 60);
        (await panel.Closes()).Should(200);
        var ranking = (await panel.Secretary.Api.Get($"{panel.Path}/ranking")).Should(200);
        var line = Assert.Single(ranking.Json.GetProperty("items").EnumerateArray());
        Assert.Equal(61m, line.GetProperty("mean").GetProperty("value").GetDecimal());
        (await panel.Decides(doubted, "shortlist", new { method = "Mean" })).Should(200);
        (await officer.OpensNotice(again)).Should(200);
        await app.NoticePasses(again);
        (await app.EndsNotice(officer, doubted)).Should(200);

        Assert.Equal("LeadingGroupDecision", await app.StageOf(doubted));
        // The case that nobody doubted went its own way all the while.
        await app.NoticePasses(first.Id);
        (await app.EndsNotice(officer, other)).Should(200);
        Assert.Equal("LeadingGroupDecision", await app.StageOf(other));
        Assert.Equal(
            [
                "Shortlist: ExpertReview -> ExpertReview",
                "OpenNotice: ExpertReview -> PublicNotice",
                "UpholdToExpertReview: PublicNotice -> ExpertReview",
                "Shortlist: ExpertReview -> ExpertReview",
                "OpenNotice: ExpertReview -> PublicNotice",
                "EndNotice: PublicNotice -> LeadingGroupDecision",
            ],
            (await app.HistoryOf(doubted)).SkipWhile(line => !line.StartsWith("Shortlist", StringComparison.Ordinal))
        );
        // What the experts said in each round stays on record.
        Assert.Equal(
            [(1, 3), (2, 3)],
            await app.Database.Rows<(int, int)>(
                """
                SELECT round, COUNT(*)
                FROM case_experts
                WHERE case_id = @doubted AND submitted_at IS NOT NULL
                GROUP BY round ORDER BY round
                """,
                new { doubted }
            )
        );
        Assert.Equal(
            [1, 2],
            await app.Database.Rows<int>(
                "SELECT round FROM short_lists WHERE case_id = @doubted ORDER BY round",
                new { doubted }
            )
        );
    }

    [Fact]
    public async Task Who_scored_or_short_listed_a_case_does_not_examine_what_is_said_against_it()
    {
        var panel = await app.APanel(experts: 4);
        var (id, scorer) = await app.NewStaff(StaffRole.Expert, StaffRole.NoticeOfficer);
        (await panel.Adds(id, "Expert")).Should(200);
        var expert = new ExpertPerson(id, scorer);
        var (_, lister) = await app.NewStaff(StaffRole.PanelSecretary, StaffRole.NoticeOfficer);
        var caseId = await panel.Receives("沈阿根", "杭州机床厂");
        (await panel.Declares(expert)).Should(204);
        (await panel.Assigns(caseId, expert)).Should(204);
        (await panel.Scores(expert, caseId, 80)).Should(200);
        (await panel.Closes()).Should(200);
        (await (panel with { Secretary = lister }).Decides(caseId, "shortlist", new { method = "Mean" })).Should(200);
        var (objectionId, _) = await app.AnObjection(await Stands(caseId));

        (await app.Examines(scorer, objectionId, "acknowledge")).ShouldRefuse(403, "objection-reviewed-by-you");
        (await app.Examines(lister, objectionId, "acknowledge")).ShouldRefuse(403, "objection-reviewed-by-you");
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        (await app.Examines(officer, objectionId, "acknowledge")).Should(200);
    }

    /// <summary>A notice that was opened today and names these cases.</summary>
    private async Task<StandingNotice> Stands(params Guid[] cases)
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var noticeId = await officer.DraftsNotice(cases);
        (await officer.OpensNotice(noticeId)).Should(200);
        var entries = await app.Database.Rows<Guid>(
            "SELECT id FROM public_notice_entries WHERE notice_id = @noticeId ORDER BY position",
            new { noticeId }
        );
        return new StandingNotice(noticeId, [], entries);
    }
}
