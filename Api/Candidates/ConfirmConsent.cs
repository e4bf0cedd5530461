using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Candidates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class ConfirmConsent
{
    /// <param name="IdentityCheck">How staff made sure that it was the worker who accepted.</param>
    public sealed record Request(
        [property: Needed, Prose(500)] string IdentityCheck,
        [property: Needed, Between(1, int.MaxValue)] int? Version
    );

    /// <summary>核实同意确由本人作出</summary>
    public static async Task<Results<Ok<CandidateMoved>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller caller,
        CandidateMove move,
        CancellationToken cancellationToken
    )
    {
        var confirmed = await move.Make<CandidateMoved>(
            id.Value,
            caller,
            async (work, candidate) =>
            {
                var living = await InvitationStore.LockLiving(work, candidate.Id);
                var isAnsweredByTipster =
                    living?.AnsweredBy is { } citizenId && await Tipsters.Include(work, candidate.RootId, citizenId);
                return CandidateRules
                    .ConfirmConsent(candidate, request.Version!.Value, living, isAnsweredByTipster)
                    .IsRefused(out var no, out var invitation)
                    ? no
                    : await InvitationStore.ConfirmConsent(
                        work,
                        candidate,
                        invitation,
                        request.IdentityCheck,
                        caller.Id,
                        caller.Now
                    );
            },
            cancellationToken
        );
        return confirmed.IsRefused(out var refusal, out var moved) ? Problems.From(refusal) : TypedResults.Ok(moved);
    }
}
