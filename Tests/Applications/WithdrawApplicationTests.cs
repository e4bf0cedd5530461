using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Applications;

public sealed class WithdrawApplicationTests(App app)
{
    [Fact]
    public async Task A_draft_is_not_withdrawn_but_deleted()
    {
        var citizen = await app.NewCitizen();
        var id = await citizen.Drafts();

        (await citizen.Withdraws(id)).ShouldRefuse(409, "application-not-submitted");
    }

    [Fact]
    public async Task When_the_leader_withdraws_the_earliest_joined_application_leads()
    {
        var (one, two, three) = await ThreeOfOneWorker();
        var caseId = await app.CaseOf(one.Id);

        var answer = (await one.Citizen.Withdraws(one.Id)).Should(200);

        Assert.Equal("Withdrawn", answer.Word("state"));
        Assert.Equal("Submitted", (await two.Citizen.SeesApplication(two.Id)).Word("state"));
        Assert.Equal("Joined", (await three.Citizen.SeesApplication(three.Id)).Word("state"));
        Assert.Equal(two.Id, await LeaderOf(caseId));
        Assert.Equal(["Open: -> Submitted", "ReplaceLeader: Submitted -> Submitted"], await app.HistoryOf(caseId));
        (await one.Citizen.Withdraws(one.Id)).ShouldRefuse(409, "application-withdrawn");
        (await one.Citizen.Submits(one.Id)).ShouldRefuse(409, "application-withdrawn");
        (await one.Citizen.Saves(one.Id, A.Form())).ShouldRefuse(409, "application-withdrawn");
    }

    [Fact]
    public async Task A_returned_case_goes_back_to_the_review_with_its_new_leader_and_keeps_its_history()
    {
        var (one, two, _) = await ThreeOfOneWorker();
        var caseId = await app.CaseOf(one.Id);
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        await reviewer.StartsReview(caseId);
        await reviewer.Returns(caseId, "deedsSummary");

        (await one.Citizen.Withdraws(one.Id)).Should(200);

        Assert.Equal(two.Id, await LeaderOf(caseId));
        Assert.Equal(
            [
                "Open: -> Submitted",
                "StartReview: Submitted -> QualificationReview",
                "Return: QualificationReview -> Returned",
                "ReplaceLeader: Returned -> QualificationReview",
            ],
            await app.HistoryOf(caseId)
        );
        var leading = await two.Citizen.SeesApplication(two.Id);
        Assert.Equal("QualificationReview", leading.Word("caseState"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, leading.Json.GetProperty("supplement").ValueKind);
        await reviewer.Passes(caseId);
    }

    [Fact]
    public async Task The_last_to_withdraw_ends_the_case_and_takes_the_candidate_from_the_public()
    {
        var (applicant, applicationId, caseId) = await app.ACase();
        var candidateId = await app.CandidateOf(applicationId);
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        await reviewer.Publishes(candidateId);
        var voter = await app.NewCitizen();
        (await voter.VotesFor(candidateId)).Should(201);

        (await applicant.Withdraws(applicationId)).Should(200);

        Assert.Equal("Withdrawn", await app.StageOf(caseId));
        Assert.Equal("Unpublished", await app.StateOfCandidate(candidateId));
        (await app.Shows(candidateId)).ShouldRefuse(404, "not-found");
        (await (await app.NewCitizen()).VotesFor(candidateId)).ShouldRefuse(409, "candidate-not-open");
        Assert.Equal((1, 1), await app.Standing(candidateId));
        (await reviewer.Moves(candidateId, "publish")).ShouldRefuse(409, "case-closed");
        Assert.Equal(
            ["Submitted", "Withdrawn"],
            (await applicant.SeesTimeline(applicationId)).Select(step => step.GetProperty("to").GetString())
        );
    }

    [Fact]
    public async Task Who_only_supports_a_case_withdraws_without_moving_it()
    {
        var (one, two, three) = await ThreeOfOneWorker();
        var caseId = await app.CaseOf(one.Id);

        (await two.Citizen.Withdraws(two.Id)).Should(200);

        Assert.Equal(["Open: -> Submitted"], await app.HistoryOf(caseId));
        Assert.Equal(one.Id, await LeaderOf(caseId));
        (await one.Citizen.Withdraws(one.Id)).Should(200);
        Assert.Equal(three.Id, await LeaderOf(caseId));
    }

    [Theory]
    [InlineData("ExpertReview")]
    [InlineData("PublicNotice")]
    [InlineData("LeadingGroupDecision")]
    public async Task Past_the_qualification_review_the_case_goes_with_its_leader(string stage)
    {
        var (one, two, _) = await ThreeOfOneWorker();
        var caseId = await app.CaseOf(one.Id);
        await app.PutsCaseIn(caseId, stage);

        (await one.Citizen.Withdraws(one.Id)).Should(200);

        Assert.Equal("Withdrawn", await app.StageOf(caseId));
        Assert.Equal(one.Id, await LeaderOf(caseId));
        Assert.Equal("Joined", await app.StateOfApplication(two.Id));
    }

    [Theory]
    [InlineData("Recognised", "stage-not-allowed")]
    [InlineData("Rejected", "case-closed")]
    [InlineData("NotSelected", "case-closed")]
    [InlineData("Disqualified", "case-closed")]
    [InlineData("Revoked", "case-closed")]
    public async Task What_has_been_decided_cannot_be_withdrawn(string stage, string code)
    {
        var (applicant, applicationId, caseId) = await app.ACase();
        await app.PutsCaseIn(caseId, stage);

        (await applicant.Withdraws(applicationId)).ShouldRefuse(409, code);

        Assert.Equal(stage, await app.StageOf(caseId));
        Assert.Equal("Submitted", await app.StateOfApplication(applicationId));
    }

    [Fact]
    public async Task Of_twenty_withdrawals_at_once_one_moves_the_case()
    {
        var (applicant, applicationId, caseId) = await app.ACase();

        (await applicant.MovesApplication(applicationId, "withdraw", 1)).ShouldRefuse(409, "version-stale");
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => applicant.MovesApplication(applicationId, "withdraw", 2))
        );

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.ShouldRefuse(409, "version-stale"));
        Assert.Equal(["Open: -> Submitted", "Withdraw: Submitted -> Withdrawn"], await app.HistoryOf(caseId));
    }

    [Fact]
    public async Task A_case_is_never_led_by_an_application_that_was_withdrawn_beside_its_leader()
    {
        for (var worker = 0; worker < 5; worker++)
        {
            var (one, two, three) = await ThreeOfOneWorker();
            var caseId = await app.CaseOf(one.Id);

            var answers = await Task.WhenAll(
                one.Citizen.MovesApplication(one.Id, "withdraw", 2),
                two.Citizen.MovesApplication(two.Id, "withdraw", 2)
            );

            answers[0].Should(200);
            var expected = answers[1].Status == 200 ? three.Id : two.Id;
            Assert.Equal(expected, await LeaderOf(caseId));
            Assert.Equal("Submitted", await app.StateOfApplication(expected));
            Assert.Equal("Submitted", await app.StageOf(caseId));
        }
    }

    [Fact]
    public async Task A_pass_beside_the_withdrawal_of_the_leader_is_told_in_the_order_in_which_it_happened()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        for (var round = 0; round < 5; round++)
        {
            var form = A.Form();
            var (leader, leading, caseId) = await app.ACaseUnderReview(form);
            var joined = await (await app.NewCitizen()).Applies(form);
            await reviewer.ChecksAll(caseId);

            var answers = await Task.WhenAll(
                leader.MovesApplication(leading, "withdraw", 2),
                reviewer.MovesCase(caseId, "pass", version: 3)
            );

            answers[0].Should(200);
            if (answers[1].Status == 200)
            {
                Assert.Equal(
                    ["Pass: QualificationReview -> ExpertReview", "Withdraw: ExpertReview -> Withdrawn"],
                    (await app.HistoryOf(caseId)).Skip(2)
                );
                Assert.Equal(leading, await LeaderOf(caseId));
            }
            else
            {
                answers[1].ShouldRefuse(409, "version-stale");
                Assert.Equal(
                    ["ReplaceLeader: QualificationReview -> QualificationReview"],
                    (await app.HistoryOf(caseId)).Skip(2)
                );
                Assert.Equal(joined, await LeaderOf(caseId));
            }
        }
    }

    [Fact]
    public async Task Who_joins_while_the_leader_withdraws_either_leads_or_is_told_that_the_case_ended()
    {
        for (var worker = 0; worker < 5; worker++)
        {
            var form = A.Form();
            var (leader, leading, caseId) = await app.ACase(form);
            var joiner = await app.NewCitizen();
            var joining = await joiner.Drafts(form);

            var answers = await Task.WhenAll(
                leader.MovesApplication(leading, "withdraw", 2),
                joiner.MovesApplication(joining, "submit", 1)
            );

            answers[0].Should(200);
            if (answers[1].Status == 200)
            {
                Assert.Equal(joining, await LeaderOf(caseId));
                Assert.Equal("Submitted", await app.StateOfApplication(joining));
                Assert.Equal("Submitted", await app.StageOf(caseId));
            }
            else
            {
                answers[1].ShouldRefuse(409, "case-closed");
                Assert.Equal("Draft", await app.StateOfApplication(joining));
                Assert.Equal("Withdrawn", await app.StageOf(caseId));
            }
        }
    }

    private async Task<(
        (Citizen Citizen, Guid Id) One,
        (Citizen Citizen, Guid Id) Two,
        (Citizen Citizen, Guid Id) Three
    )> ThreeOfOneWorker()
    {
        var form = A.Form();
        var (one, two, three) = (await app.NewCitizen(), await app.NewCitizen(), await app.NewCitizen());
        return ((one, await one.Applies(form)), (two, await two.Applies(form)), (three, await three.Applies(form)));
    }

    private Task<Guid> LeaderOf(Guid caseId) =>
        app.Database.Value<Guid>("SELECT leading_application_id FROM cases WHERE id = @caseId", new { caseId });
}
