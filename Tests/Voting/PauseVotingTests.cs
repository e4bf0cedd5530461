using Craftsman.Tests.Support;

namespace Craftsman.Tests.Voting;

/// <summary>On a database of its own: a pause is for everybody.</summary>
public sealed class PauseVotingTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    [Fact]
    public async Task No_vote_is_taken_while_voting_is_paused_and_the_same_citizen_votes_after_it()
    {
        var app = lonely.App;
        var candidate = await app.CandidateRow();
        var citizen = await app.NewCitizen();
        var desk = (await app.FraudReviewer()).Api;
        var reason = new { reason = "发现异常流量，核查期间暂停。" };

        (await desk.Post("/admin/v1/votes/pause", reason)).Should(200);
        (await citizen.VotesFor(candidate)).ShouldRefuse(409, "voting-paused");
        (await desk.Post("/admin/v1/votes/pause", reason)).ShouldRefuse(409, "voting-already-paused");

        (await desk.Post("/admin/v1/votes/resume")).Should(200);
        (await citizen.VotesFor(candidate)).Should(201);
        (await desk.Post("/admin/v1/votes/resume")).ShouldRefuse(409, "voting-not-paused");
    }
}
