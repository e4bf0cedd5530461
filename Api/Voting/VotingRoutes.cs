using Craftsman.Api.Identity;
using Craftsman.Domain.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Craftsman.Api.Voting;

public static class VotingRoutes
{
    public static void MapVoting(this RouteGroupBuilder miniProgram)
    {
        var voting = miniProgram.MapGroup("").WithTags("投票");
        voting
            .MapPost("/candidates/{id}/votes", CastVoteForCandidate.Handle)
            // No body: the filter would walk the members of the caller with each vote and find nothing to judge.
            .DisableValidation()
            .ProducesProblem(404)
            .ProducesProblem(409);
        voting.MapGet("/me/votes", ListMyVotes.Handle);
        voting.MapGet("/receipts/{code}", CheckReceipt.Handle).AllowAnonymous().ProducesProblem(404);
    }

    public static void MapStaffVoting(this RouteGroupBuilder admin)
    {
        var votes = admin.MapGroup("/votes").WithTags("票务");
        votes.MapGet("/anomalies", ListAnomalies.Handle).RequireAuthorization(StaffPolicies.VoteReaders);
        votes
            .MapGet("/anomalies/{id}/votes", ListAnomalousVotes.Handle)
            .RequireAuthorization(StaffPolicies.VoteReaders)
            .ProducesProblem(404);
        votes.MapGet("/reconcile", ReconcileVotes.Handle).RequireAuthorization(StaffPolicies.VoteReaders);
        var acts = votes.MapGroup("").RequireAuthorization(nameof(StaffRole.FraudReviewer));
        acts.MapPost("/pause", PauseVoting.Handle).ProducesProblem(409);
        acts.MapPost("/resume", ResumeVoting.Handle).ProducesProblem(409);
        var ofMany = acts.MapGroup("")
            .WithMetadata(new RequestSizeLimitAttribute(ChosenVotes.MostBodyBytes))
            .ProducesProblem(404);
        ofMany.MapPost("/quarantine", QuarantineVotes.Handle);
        ofMany.MapPost("/restore", RestoreVotes.Handle);
        ofMany.MapPost("/exclude", ExcludeVotes.Handle);
    }
}
