using Craftsman.Domain.Identity;
using Craftsman.Domain.Review;
using Craftsman.Domain.Tips;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Tips;

/// <summary>What a tipster reads after the tip was joined: the worker's answer and the way of the case, to its end.</summary>
public sealed class FollowTipTests(App app)
{
    private const string TipTemplate = "development-tip-moved";

    [Fact]
    public async Task A_tipster_reads_each_step_of_the_case_and_nothing_that_is_for_the_applicant()
    {
        var (tipReviewer, reviewer) = (
            await app.Staff(StaffRole.TipReviewer),
            await app.Staff(StaffRole.QualificationReviewer)
        );
        var tipster = await app.NewCitizen();
        var (applicant, applicationId, caseId) = await AnInvitedCase(tipster);
        await tipReviewer.Publishes(await app.CandidateOf(applicationId));
        await reviewer.StartsReview(caseId);
        await reviewer.Returns(caseId, "deedsSummary");
        var form = await applicant.SeesForm(applicationId);
        (await applicant.Saves(applicationId, form with { DeedsSummary = "补充：带徒三十六人。" })).Should(200);
        (await applicant.Submits(applicationId)).Should(200);
        await reviewer.Rejects(caseId);

        var seen = await OnlyTip(tipster);

        Assert.Equal(
            [
                "Received",
                "Claimed",
                "Joined",
                "Invited",
                "Agreed",
                "Applied",
                "Published",
                "CaseQualificationReview",
                "CaseReturned",
                "CaseQualificationReview",
                "CaseRejected",
            ],
            seen.ThreadKinds()
        );
        Assert.DoesNotContain("请补充带徒情况", seen.Text);
        Assert.DoesNotContain("绝技绝活", seen.Text);
        Assert.DoesNotContain("condition-not-met", seen.Text);
    }

    [Fact]
    public async Task Of_those_who_agreed_to_messages_each_is_told_of_every_stage_but_of_no_pause()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (agreed, silent) = (await app.NewCitizen(), await app.NewCitizen());
        var (applicant, applicationId, caseId) = await AnInvitedCase(agreed, silent);
        for (var accept = 0; accept < 5; accept++)
        {
            (await agreed.Subscribes(null, TipTemplate)).Should(200);
        }

        await reviewer.StartsReview(caseId);
        await reviewer.Returns(caseId, "deedsSummary");
        (await applicant.Submits(applicationId)).Should(200);
        await reviewer.Passes(caseId);
        (await applicant.Withdraws(applicationId)).Should(200);

        Assert.Equal(["资格审核", "专家评审", "申报撤回"], await Statuses(agreed));
        Assert.Empty(await Statuses(silent));
        Assert.Equal((await OnlyTip(agreed)).ThreadKinds(), (await OnlyTip(silent)).ThreadKinds());
    }

    [Fact]
    public async Task While_candidates_are_merged_the_tipsters_of_both_read_of_the_case_that_goes_on_alone()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (one, other) = (await app.NewCitizen(), await app.NewCitizen());
        // Of two cases equally far the older goes on.
        var (applicant, goingOn, caseId) = await AnInvitedCase(other);
        var (resting, restingApplication, _) = await AnInvitedCase(one);
        await app.Merges(await app.CandidateOf(restingApplication), await app.CandidateOf(goingOn));
        await reviewer.StartsReview(caseId);
        (await resting.Withdraws(restingApplication)).Should(200);
        await reviewer.Passes(caseId);
        (await applicant.Withdraws(goingOn)).Should(200);

        string[] both = ["Merged", "CaseQualificationReview", "CaseExpertReview", "CaseWithdrawn"];
        Assert.Equal(["Applied", .. both], (await OnlyTip(one)).ThreadKinds().SkipWhile(kind => kind != "Applied"));
        Assert.Equal(["Applied", .. both], (await OnlyTip(other)).ThreadKinds().SkipWhile(kind => kind != "Applied"));
    }

    [Fact]
    public async Task Where_the_case_of_a_merged_worker_ends_and_another_goes_on_that_is_what_tipsters_read()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (one, other) = (await app.NewCitizen(), await app.NewCitizen());
        var (_, restingApplication, rested) = await AnInvitedCase(one);
        var (_, goingOn, caseId) = await AnInvitedCase(other);
        await reviewer.StartsReview(caseId);
        await app.Merges(await app.CandidateOf(restingApplication), await app.CandidateOf(goingOn));
        await reviewer.Rejects(caseId);
        await reviewer.StartsReview(rested);

        Assert.Equal(
            ["Merged", "CaseGoesOn", "CaseQualificationReview"],
            (await OnlyTip(other)).ThreadKinds().SkipWhile(kind => kind != "Merged")
        );
    }

    [Fact]
    public async Task An_application_that_joins_a_case_is_no_news()
    {
        var tipster = await app.NewCitizen();
        var form = A.Form();
        var (_, applicationId, _) = await app.ACase(form);
        await app.Joins(tipster, await app.CandidateOf(applicationId));

        Assert.Equal("Joined", await app.StateOfApplication(await (await app.NewCitizen()).Applies(form)));

        Assert.DoesNotContain("Applied", (await OnlyTip(tipster)).ThreadKinds());
    }

    [Fact]
    public void Every_stage_has_its_words_and_a_status_that_fits_a_phrase()
    {
        foreach (var stage in Enum.GetValues<Stage>())
        {
            var news = CaseNews.Of(null, stage);

            Assert.True(news.Kind.Length <= 24, news.Kind);
            Assert.True(news.Status is null or { Length: <= 5 }, news.Status);
            Assert.False(Enum.TryParse<TipEventKind>(news.Kind, out _), "It would read as if the tip itself moved.");
        }
    }

    /// <summary>A case that came of these tipsters' tips, with its applicant.</summary>
    private async Task<(Citizen Applicant, Guid ApplicationId, Guid CaseId)> AnInvitedCase(params Citizen[] tipsters)
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate(tipsters: tipsters);
        var applicant = await app.NewCitizen();
        var (_, applicationId) = await applicant.Accepts(await reviewer.Invites(candidateId));
        await reviewer.ConfirmsConsent(candidateId);
        (await applicant.Saves(applicationId, await applicant.Pictured(A.Form()))).Should(200);
        (await applicant.Submits(applicationId)).Should(200);
        return (applicant, applicationId, await app.CaseOf(applicationId));
    }

    private static async Task<Answer> OnlyTip(Citizen tipster)
    {
        var tips = (await tipster.Api.Get("/api/v1/me/tips")).Should(200).Json.GetProperty("items");
        Assert.Equal(1, tips.GetArrayLength());
        return await tipster.SeesTip(tips[0].GetProperty("id").GetGuid());
    }

    private async Task<IReadOnlyList<string>> Statuses(Citizen citizen) =>
        await app.Database.Rows<string>(
            "SELECT status FROM messages WHERE citizen_id = @id AND kind = 'TipMoved' ORDER BY id",
            new { id = await app.IdOf(citizen) }
        );
}
