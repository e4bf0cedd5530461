namespace Craftsman.Api.Voting;

public static class VotingRoutes
{
    public static void MapVoting(this RouteGroupBuilder miniProgram)
    {
        var voting = miniProgram.MapGroup("").WithTags("投票");
        voting.MapPost("/candidates/{id}/votes", CastVoteForCandidate.Handle).ProducesProblem(404).ProducesProblem(409);
        voting.MapGet("/me/votes", ListMyVotes.Handle);
        voting.MapGet("/receipts/{code}", CheckReceipt.Handle).AllowAnonymous().ProducesProblem(404);
    }
}
