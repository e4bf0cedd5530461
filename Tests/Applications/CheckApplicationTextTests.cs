using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;
using Craftsman.Tests.Support;
using MySqlConnector;

namespace Craftsman.Tests.Applications;

/// <summary>WeChat's check of what applicants write, and what it means for passing their case.</summary>
public sealed class CheckApplicationTextTests(App app)
{
    private const string Bad = "进厂二十多年，违规内容。";
    private const string Busy = "进厂二十多年，检查繁忙。";

    public static TheoryData<ApplicationForm, string> Texts =>
        new()
        {
            { A.Form(), "Pass" },
            { A.Form() with { DeedsSummary = "进厂二十多年，疑似内容。" }, "Review" },
            { A.Form() with { DeedsSummary = Bad }, "Risky" },
            { A.Form() with { Conditions = [new(1, "独创的配色法，违规内容。")] }, "Risky" },
            { A.Form() with { OutstandingContribution = new("全国首创，违规内容。") }, "Risky" },
        };

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public async Task Deeds_conditions_and_contribution_are_checked_when_they_are_submitted_and_the_case_shows_the_verdict(
        ApplicationForm form,
        string verdict
    )
    {
        var (_, applicationId, caseId) = await app.ACase(form);

        await app.CheckBecomes(applicationId, verdict);

        Assert.Equal(verdict, Check(await SeesCase(caseId)).State);
    }

    [Fact]
    public async Task A_draft_is_not_checked()
    {
        var id = await (await app.NewCitizen()).Drafts(A.Form() with { DeedsSummary = Bad });

        Assert.Null(await app.CheckOf(id));
    }

    [Fact]
    public async Task What_WeChat_did_not_pass_is_passed_only_by_the_reviewers_recorded_word()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (_, applicationId, caseId) = await app.ACaseUnderReview(A.Form() with { DeedsSummary = Bad });

        (await Passes(reviewer, caseId, null)).ShouldRefuse(409, "application-content-undecided");
        (await Passes(reviewer, caseId, false)).ShouldRefuse(409, "application-content-undecided");
        Assert.Equal("QualificationReview", await app.StageOf(caseId));
        (await Passes(reviewer, caseId, true)).Should(200);

        Assert.Equal(("Risky", "Fit"), Check(await SeesCase(caseId)));
        Assert.Contains(
            "\"isContentDecided\":true",
            await app.Database.Value<string>(
                "SELECT detail FROM audit_entries WHERE subject_id = @caseId AND action = 'case.pass'",
                new { caseId }
            )
        );
        Assert.Equal("Fit", await app.DecisionOn(applicationId));
    }

    [Fact]
    public async Task What_WeChat_passed_needs_no_word_however_quick_the_reviewer_is()
    {
        var (_, applicationId, caseId) = await app.ACaseUnderReview();

        await (await app.Staff(StaffRole.QualificationReviewer)).Passes(caseId);

        Assert.Null(await app.DecisionOn(applicationId));
    }

    [Fact]
    public async Task An_application_that_joined_the_case_is_part_of_what_passes()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var form = A.Form();
        var (_, leading, caseId) = await app.ACaseUnderReview(form);
        var joined = await (await app.NewCitizen()).Applies(form with { PhotoId = null, DeedsSummary = Bad });

        (await Passes(reviewer, caseId, null)).ShouldRefuse(409, "application-content-undecided");
        (await Passes(reviewer, caseId, true)).Should(200);

        Assert.Null(await app.DecisionOn(leading));
        Assert.Equal("Fit", await app.DecisionOn(joined));
    }

    [Fact]
    public async Task What_is_supplemented_is_checked_anew()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (applicant, applicationId, caseId) = await app.ACaseUnderReview();
        await app.CheckBecomes(applicationId, "Pass");
        await reviewer.Returns(caseId, "deedsSummary");

        await Supplements(Bad);
        await app.CheckBecomes(applicationId, "Risky");
        (await Passes(reviewer, caseId, null)).ShouldRefuse(409, "application-content-undecided");
        await reviewer.Returns(caseId, "deedsSummary");
        await Supplements("进厂二十多年，带出了四十名徒弟。");

        await app.CheckBecomes(applicationId, "Pass");
        (await Passes(reviewer, caseId, null)).Should(200);

        async Task Supplements(string deeds)
        {
            var form = await applicant.SeesForm(applicationId) with { DeedsSummary = deeds };
            (await applicant.Saves(applicationId, form)).Should(200);
            (await applicant.Submits(applicationId)).Should(200);
        }
    }

    [Fact]
    public async Task A_verdict_about_the_text_before_the_supplement_decides_nothing()
    {
        await using var source = new MySqlDataSource(
            DatabaseOptions.WithOurSettings(app.Database.ConnectionString).ConnectionString
        );
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (applicant, applicationId, caseId) = await app.ACaseUnderReview(A.Form() with { DeedsSummary = Busy });
        await reviewer.Returns(caseId, "deedsSummary");
        (
            await applicant.Saves(
                applicationId,
                await applicant.SeesForm(applicationId) with
                {
                    DeedsSummary = Busy + "带出了徒弟。",
                }
            )
        ).Should(200);
        (await applicant.Submits(applicationId)).Should(200);

        await new ContentCheckStore(new Db(source)).Settle(
            new ClaimedCheck { Id = applicationId, Round = 1 },
            Domain.ContentChecks.ContentCheckState.Pass,
            100,
            CancellationToken.None
        );

        Assert.Equal("Waiting", await app.CheckOf(applicationId));
    }

    [Fact]
    public async Task An_applicant_whom_WeChat_does_not_find_active_is_a_matter_for_a_human_at_once()
    {
        var applicant = await app.NewCitizen();
        var id = await applicant.Drafts();

        // The other instance has a WeChat of its own, in which this citizen never was.
        (await applicant.At(app.With()).Submits(id)).Should(200);

        await app.CheckBecomes(id, "Unchecked");
    }

    private async Task<Answer> SeesCase(Guid caseId) =>
        await (await app.Staff(StaffRole.QualificationReviewer)).SeesCase(caseId);

    private static (string? State, string? Decision) Check(Answer seen)
    {
        var check = seen.Json.GetProperty("applications")[0].GetProperty("contentCheck");
        return (check.GetProperty("state").GetString(), check.GetProperty("decision").GetString());
    }

    private static async Task<Answer> Passes(StaffMember reviewer, Guid caseId, bool? contentFit)
    {
        await reviewer.ChecksAll(caseId);
        return await reviewer.MovesCase(
            caseId,
            "pass",
            new System.Text.Json.Nodes.JsonObject { ["contentFit"] = contentFit }
        );
    }
}
