using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Candidates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class UnpublishCandidate
{
    /// <param name="Reason">For staff; the public does not read it.</param>
    public sealed record Request(
        [property: Needed, Prose(500)] string Reason,
        [property: Needed, Between(1, int.MaxValue)] int? Version
    );

    /// <summary>停止公开展示人选</summary>
    public static async Task<Results<Ok<CandidateMoved>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller caller,
        CandidateMove move,
        CancellationToken cancellationToken
    )
    {
        var unpublished = await move.Make<CandidateMoved>(
            id.Value,
            caller,
            async (work, candidate) =>
            {
                return CandidateRules.Unpublish(candidate, request.Version!.Value).IsRefused(out var no)
                    ? no
                    : await CandidateStore.Unpublish(work, candidate, request.Reason, caller.Id, caller.Now);
            },
            cancellationToken
        );
        return unpublished.IsRefused(out var refusal, out var moved) ? Problems.From(refusal) : TypedResults.Ok(moved);
    }
}
