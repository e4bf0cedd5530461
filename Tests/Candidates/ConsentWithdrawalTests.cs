using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Candidates;

public sealed class ConsentWithdrawalTests(App app)
{
    [Fact]
    public async Task A_worker_who_takes_back_their_word_is_shown_no_more_and_their_case_ends()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (worker, applicationId, caseId) = await app.ACaseUnderReview();
        var candidateId = await app.CandidateOf(applicationId);
        (await reviewer.Api.Post($"/admin/v1/candidates/{candidateId}/publish", await Fit(candidateId))).Should(200);
        (await (await app.NewCitizen()).VotesFor(candidateId)).Should(201);

        (await (await app.NewCitizen()).WithdrawsConsent(candidateId)).ShouldRefuse(404, "not-found");
        (await worker.WithdrawsConsent(candidateId)).Should(204);
        (await worker.WithdrawsConsent(candidateId)).Should(204);

        (await app.Shows(candidateId)).ShouldRefuse(404, "not-found");
        (await (await app.NewCitizen()).VotesFor(candidateId)).ShouldRefuse(409, "candidate-not-open");
        (await reviewer.Moves(candidateId, "publish")).ShouldRefuse(409, "consent-missing");
        var file = await reviewer.Reads(candidateId);
        Assert.Equal("Unpublished", file.GetProperty("state").GetString());
        Assert.Equal("Consent", file.GetProperty("unpublishReason").GetString());
        Assert.Equal(1, file.GetProperty("voteCount").GetInt32());
        Assert.Equal("Withdrawn", await app.StateOfApplication(applicationId));
        Assert.Equal("Withdrawn", await app.StageOf(caseId));
    }

    [Fact]
    public async Task A_tipster_reads_once_that_the_worker_who_accepted_withdrew_and_the_draft_falls()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();
        var worker = await app.NewCitizen();
        var (_, draftId) = await worker.Accepts(await reviewer.Invites(candidateId));
        (await worker.WithdrawsConsent(candidateId)).ShouldRefuse(404, "not-found");
        await reviewer.ConfirmsConsent(candidateId);
        await reviewer.Publishes(candidateId);

        (await worker.WithdrawsConsent(candidateId)).Should(204);
        (await worker.WithdrawsConsent(candidateId)).Should(204);

        Assert.Equal(["Invited", "Agreed", "Published", "Unpublished"], await app.ThreadKinds(candidateId));
        Assert.Equal("Withdrawn", await app.StateOfApplication(draftId));
    }

    [Fact]
    public async Task Staff_withdraw_for_a_worker_with_a_paper_once_and_only_by_a_consent_of_theirs()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (candidateId, consentId) = await app.APublishedPaper();
        var (_, another) = await app.APublishedPaper();

        (await reviewer.WithdrawsConsent(candidateId, another)).ShouldRefuse(404, "not-found");
        (await reviewer.WithdrawsConsent(candidateId, consentId)).Should(200);
        var again = (await reviewer.WithdrawsConsent(candidateId, consentId)).Should(200);

        Assert.Equal("Unpublished", again.Word("state"));
        (await app.Shows(candidateId)).ShouldRefuse(404, "not-found");
        (await reviewer.Moves(candidateId, "publish")).ShouldRefuse(409, "consent-missing");
        Assert.Single(await app.AuditedActs(candidateId), act => act == "candidate.consent-withdrawn");
    }

    [Fact]
    public async Task A_worker_whose_candidate_was_merged_withdraws_through_the_one_that_is_shown()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (child, root) = (await app.ACandidate(), await app.APublishedCandidate());
        var worker = await app.NewCitizen();
        await worker.Accepts(await reviewer.Invites(child));
        await reviewer.ConfirmsConsent(child);
        await app.Merges(child, root);

        (await worker.WithdrawsConsent(root)).Should(204);

        Assert.Equal("Unpublished", await app.StateOfCandidate(root));
        Assert.Equal("Unpublished", await app.StateOfCandidate(child));
    }

    [Fact]
    public async Task Who_only_applied_under_the_workers_name_and_mobile_takes_back_no_more_than_that()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (worker, stranger) = (await app.NewCitizen(), await app.NewCitizen());
        var (candidateId, form) = (await app.ACandidate(), A.Form());
        var (_, leading) = await worker.Accepts(await reviewer.Invites(candidateId));
        await reviewer.ConfirmsConsent(candidateId);
        (await worker.Saves(leading, await worker.Pictured(form))).Should(200);
        (await worker.Submits(leading)).Should(200);
        await reviewer.Publishes(candidateId);
        var joined = await stranger.Applies(form);

        (await stranger.WithdrawsConsent(candidateId)).Should(204);
        (await stranger.WithdrawsConsent(candidateId)).Should(204);

        Assert.Equal("Withdrawn", await app.StateOfApplication(joined));
        Assert.Equal("Submitted", await app.StateOfApplication(leading));
        Assert.Equal("Published", await app.StateOfCandidate(candidateId));
        (await worker.WithdrawsConsent(candidateId)).Should(204);
        Assert.Equal("Unpublished", await app.StateOfCandidate(candidateId));
        Assert.Equal("Withdrawn", await app.StateOfApplication(leading));
    }

    [Fact]
    public async Task In_a_merged_tree_every_case_that_has_not_ended_is_withdrawn_and_what_has_ended_stays()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (_, goingOn, first) = await app.ACaseUnderReview();
        var (_, resting, second) = await app.ACase();
        var (_, ended, third) = await app.ACaseUnderReview();
        await (await app.Staff(StaffRole.QualificationReviewer)).Rejects(third);
        var (root, worker) = (await app.ACandidate(), await app.NewCitizen());
        await worker.Accepts(await reviewer.Invites(root));
        await reviewer.ConfirmsConsent(root);
        foreach (var application in new[] { goingOn, resting, ended })
        {
            await app.Merges(await app.CandidateOf(application), root);
        }

        (await worker.WithdrawsConsent(root)).Should(204);

        Assert.Equal(
            ["Withdrawn", "Withdrawn", "Rejected"],
            [await app.StageOf(first), await app.StageOf(second), await app.StageOf(third)]
        );
        Assert.Equal("Withdrawn", await app.StateOfApplication(goingOn));
        Assert.Equal("Withdrawn", await app.StateOfApplication(resting));
        Assert.Equal("Submitted", await app.StateOfApplication(ended));
        Assert.Equal("Unpublished", await app.StateOfCandidate(root));
    }

    [Fact]
    public async Task However_a_withdrawal_and_a_publication_race_nobody_is_shown_without_consent()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        for (var round = 0; round < 8; round++)
        {
            var candidateId = await app.ACandidate();
            var worker = await app.NewCitizen();
            await worker.Accepts(await reviewer.Invites(candidateId));
            await reviewer.ConfirmsConsent(candidateId);

            var answers = await Task.WhenAll(
                reviewer.Moves(candidateId, "publish"),
                worker.WithdrawsConsent(candidateId),
                worker.WithdrawsConsent(candidateId),
                reviewer.Moves(candidateId, "publish")
            );

            Assert.All(answers[1..3], answer => answer.Should(204));
            Assert.All([answers[0], answers[3]], answer => Assert.Contains(answer.Status, new[] { 200, 409 }));
            Assert.Equal("Unpublished", await app.StateOfCandidate(candidateId));
        }
    }

    private async Task<object> Fit(Guid candidateId) =>
        new
        {
            contentFit = true,
            version = (await (await app.Staff(StaffRole.TipReviewer)).Reads(candidateId))
                .GetProperty("version")
                .GetInt32(),
        };
}
