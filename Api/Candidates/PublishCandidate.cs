using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Candidates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class PublishCandidate
{
    public sealed record Request([property: Needed] int? Version);

    /// <summary>公开展示人选</summary>
    public static async Task<Results<Ok<CandidateMoved>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller caller,
        CandidateMove move,
        CancellationToken cancellationToken
    )
    {
        var published = await move.Make<CandidateMoved>(
            id.Value,
            caller,
            async (work, candidate) =>
            {
                var hasConsent = await CandidateStore.HasConsent(work, candidate.Id);
                var isTakenBack = await CandidateStore.IsTakenBackByCase(work, candidate.Id);
                return CandidateRules
                    .Publish(candidate, request.Version!.Value, hasConsent, isTakenBack)
                    .IsRefused(out var no)
                    ? no
                    : await CandidateStore.Publish(work, candidate, caller.Id, caller.Now);
            },
            cancellationToken
        );
        return published.IsRefused(out var refusal, out var moved) ? Problems.From(refusal) : TypedResults.Ok(moved);
    }
}
