using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Review;
using Craftsman.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Craftsman.Tests.Review;

/// <summary>五(资格审核): what the desk writes down before it decides, and who holds a case meanwhile.</summary>
public sealed class QualificationReviewTests(App app)
{
    [Fact]
    public async Task 五_资格审核_对照申报条件和要求_A_case_passes_only_when_every_rule_was_checked_and_keeps_what_it_was_decided_on()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (_, applicationId, caseId) = await app.ACaseUnderReview();

        var refused = (await reviewer.MovesCase(caseId, "pass")).ShouldRefuse(409, "checklist-incomplete");
        Assert.Equal("三(一)", refused.Word("clause"));
        (await reviewer.Checks(caseId, ("age", "Met", null))).Should(200);
        (await reviewer.MovesCase(caseId, "pass")).ShouldRefuse(409, "checklist-incomplete");
        await reviewer.Passes(caseId);

        var kept = Assert.Single(
            await app.Database.Rows<(string Results, string Checklist, int Version)>(
                """
                SELECT results, checklist, application_version FROM eligibility_evaluations
                WHERE application_id = @applicationId AND occasion = 'Pass'
                """,
                new { applicationId }
            )
        );
        Assert.Contains("inTradeInHangzhouSince", kept.Results, StringComparison.Ordinal);
        Assert.Contains("one-condition", kept.Checklist, StringComparison.Ordinal);
        Assert.Equal(1, kept.Version);
    }

    [Fact]
    public async Task A_rule_found_not_met_is_no_pass_and_a_rejection_keeps_the_checklist()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (_, applicationId, caseId) = await app.ACaseUnderReview();
        await reviewer.ChecksAll(caseId);
        (await reviewer.Checks(caseId, ("front-line", "NotMet", "已转任管理岗位"))).Should(200);

        var refused = (await reviewer.MovesCase(caseId, "pass")).ShouldRefuse(409, "checklist-not-met");
        await reviewer.Rejects(caseId);

        Assert.Equal("三(二)", refused.Word("clause"));
        Assert.Equal(
            1,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM eligibility_evaluations WHERE application_id = @applicationId AND occasion = 'Reject' AND checklist LIKE '%NotMet%'",
                new { applicationId }
            )
        );
    }

    [Fact]
    public async Task 三_二_有突出贡献的可不受年龄限制_Somebody_over_sixty_passes_when_the_contribution_was_recognised_on_record()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (_, applicationId, caseId) = await app.ACaseUnderReview(
            A.Form() with
            {
                BirthDate = "1950-01-01",
                InTradeInHangzhouSince = "1980-01-01",
                OutstandingContribution = new("主持修复六和塔木构"),
            }
        );
        await reviewer.ChecksAll(caseId);
        (await reviewer.MovesCase(caseId, "pass")).ShouldRefuse(409, "checklist-incomplete");

        (await reviewer.Checks(caseId, ("age", "Waived", "省级文保奖，突出贡献予以认可"))).Should(200);
        (await reviewer.MovesCase(caseId, "pass")).Should(200);

        Assert.Equal(
            "Eligible",
            await app.Database.Value<string>(
                "SELECT overall FROM eligibility_evaluations WHERE application_id = @applicationId AND occasion = 'Pass' AND results LIKE '%Waived%'",
                new { applicationId }
            )
        );
    }

    [Theory]
    [InlineData("no-such-rule", "Met", null)]
    [InlineData("nationality", "Waived", "护照")]
    [InlineData("age", "NotMet", null)]
    public async Task A_line_that_says_nothing_sensible_is_refused_and_nothing_is_stored(
        string ruleId,
        string outcome,
        string? note
    )
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (_, _, caseId) = await app.ACaseUnderReview();

        (await reviewer.Checks(caseId, ("front-line", "Met", null), (ruleId, outcome, note))).ShouldRefuse(
            400,
            "checklist-invalid"
        );

        Assert.Equal(0, (await reviewer.SeesCase(caseId)).Json.GetProperty("checklist").GetArrayLength());
    }

    [Fact]
    public async Task What_a_supplement_was_about_is_checked_again()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (applicant, applicationId, caseId) = await app.ACaseUnderReview();
        await reviewer.ChecksAll(caseId);
        await reviewer.Returns(caseId, "conditions");
        (await applicant.Submits(applicationId)).Should(200);

        var refused = (await reviewer.MovesCase(caseId, "pass")).ShouldRefuse(409, "checklist-incomplete");

        Assert.Equal(
            ["one-condition", "years-in-trade"],
            refused.Json.GetProperty("missing").EnumerateArray().Select(each => each.GetString()).Order()
        );
    }

    [Fact]
    public async Task A_new_leader_is_screened_and_checked_anew_and_what_was_before_stays_on_record()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var form = A.Form();
        var (leader, leading, caseId) = await app.ACaseUnderReview(form);
        await (await app.NewCitizen()).Applies(form);
        (await reviewer.Screens(caseId, "DistrictUnion")).Should(200);
        await reviewer.ChecksAll(caseId);

        (await leader.Withdraws(leading)).Should(200);

        var seen = await reviewer.SeesCase(caseId);
        Assert.Equal(0, seen.Json.GetProperty("checklist").GetArrayLength());
        Assert.False(
            Assert.Single(seen.Json.GetProperty("screenings").EnumerateArray()).GetProperty("counts").GetBoolean()
        );
        (await reviewer.MovesCase(caseId, "pass")).ShouldRefuse(409, "checklist-incomplete");
        await reviewer.Passes(caseId);
    }

    [Fact]
    public async Task One_reviewer_at_a_time_holds_a_case_and_the_claim_runs_out()
    {
        var (one, other) = (await app.DistrictReviewer(), await app.DistrictReviewer());
        var (_, _, caseId) = await app.ACase();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(at => (at % 2 == 0 ? one : other).Does(caseId, "claim"))
        );

        var winner = answers[0].Status == 200 ? one : other;
        var loser = winner == one ? other : one;
        Assert.Equal(5, answers.Count(answer => answer.Status == 200));
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.ShouldRefuse(409, "case-claimed"));
        (await loser.MovesCase(caseId, "start-review")).ShouldRefuse(409, "case-claimed");
        (await loser.Does(caseId, "release")).ShouldRefuse(409, "case-not-claimed");
        Assert.Equal([caseId], await Held(winner));
        Assert.Empty(await Held(loser));
        await app.Database.Execute(
            "UPDATE cases SET claimed_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE id = @caseId",
            new { caseId }
        );
        Assert.Empty(await Held(winner));
        await loser.StartsReview(caseId);
        (await winner.Does(caseId, "release")).ShouldRefuse(409, "case-not-claimed");
    }

    [Fact]
    public async Task Who_holds_the_case_reads_the_contact_with_a_reason_on_record()
    {
        var form = A.Form();
        var (_, _, caseId) = await app.ACase(form);
        var reviewer = await app.DistrictReviewer();
        (await reviewer.Does(caseId, "contact")).ShouldRefuse(409, "case-not-claimed");
        (await reviewer.Does(caseId, "claim")).Should(200);
        (await reviewer.Api.Post($"/admin/v1/cases/{caseId}/contact", new { reason = " " })).ShouldRefuse(
            400,
            "request-malformed"
        );

        var contact = (await reviewer.Does(caseId, "contact")).Should(200);

        Assert.Equal(form.Mobile, contact.Word("mobile"));
        var detail = await app.Database.Value<string>(
            "SELECT detail FROM audit_entries WHERE subject_id = @caseId AND action = 'case.contact-unmasked'",
            new { caseId }
        );
        Assert.Contains("reason", detail, StringComparison.Ordinal);
        Assert.DoesNotContain(form.Mobile!, detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queue_says_by_which_day_somebody_should_act()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (_, _, caseId) = await app.ACaseUnderReview();
        var today = ChinaDay.Of(TimeProvider.System.GetUtcNow());

        Assert.Equal(today.AddDays(20).ToString("yyyy-MM-dd", null), (await reviewer.SeesCase(caseId)).Word("dueOn"));
        await reviewer.Returns(caseId, "deedsSummary");
        Assert.Equal(CaseDrivers.InTwoWeeks, (await reviewer.SeesCase(caseId)).Word("dueOn"));
    }

    [Fact]
    public async Task A_supplement_that_did_not_come_ends_the_case_once_on_record_and_told()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (applicant, applicationId, caseId) = await app.ACaseUnderReview();
        await reviewer.Returns(caseId, "deedsSummary");
        var (_, _, inTime) = await app.ACaseUnderReview();
        await reviewer.Returns(inTime, "deedsSummary");
        await app.Database.Execute(
            "UPDATE cases SET supplement_due_on = '2020-01-01' WHERE id = @caseId",
            new { caseId }
        );
        var review = app.Services.GetRequiredService<ReviewStore>();
        var now = TimeProvider.System.GetUtcNow();

        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => review.LapseSupplements(now, TestContext.Current.CancellationToken))
        );

        Assert.Equal("Rejected", await app.StageOf(caseId));
        Assert.Equal("Returned", await app.StageOf(inTime));
        Assert.Equal("LapseSupplement: Returned -> Rejected", (await app.HistoryOf(caseId))[^1]);
        Assert.Single(await app.AuditedActs(caseId), act => act == "case.lapse-supplement");
        Assert.Contains(
            "补正期限已过",
            (await applicant.SeesTimeline(applicationId))[^1].GetProperty("text").GetString(),
            StringComparison.Ordinal
        );
        (await applicant.Submits(applicationId)).ShouldRefuse(409, "application-submitted");
    }

    private static async Task<IReadOnlyList<Guid>> Held(StaffMember reviewer) =>
        [
            .. (await reviewer.Api.Get("/admin/v1/cases?claimedBy=me"))
                .Should(200)
                .Json.GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("id").GetGuid()),
        ];
}
