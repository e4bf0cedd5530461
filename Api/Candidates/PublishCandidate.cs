using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.ContentChecks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class PublishCandidate
{
    /// <param name="ContentFit">工作人员看过本人填写的文字，认为内容合适；微信内容检查没有通过时必须为 true，并记录在案</param>
    public sealed record Request([property: Needed, Between(1, int.MaxValue)] int? Version, bool? ContentFit);

    /// <summary>公开展示人选</summary>
    /// <remarks>
    /// Name, work unit and workplace may be a citizen's words: put right at accepting, or taken from an application. Where WeChat's check
    /// did not pass them, or could not be made, contentFit is the word of who publishes, and goes on record. Publishing is also the
    /// word that the photos may be shown.
    /// </remarks>
    public static async Task<Results<Ok<CandidateMoved>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller caller,
        CandidateMove move,
        ContentCheckStore checks,
        CancellationToken cancellationToken
    )
    {
        if (request.ContentFit is not true)
        {
            await checks.AwaitVerdict(id.Value, caller.Now, cancellationToken);
        }

        var published = await move.Make<CandidateMoved>(
            id.Value,
            caller,
            async (work, candidate) =>
            {
                var hasConsent = await CandidateStore.HasConsent(work, candidate.Id);
                var isTakenBack = await CandidateStore.IsTakenBackByCase(work, candidate.Id);
                var decision = CandidateRules.Publish(
                    candidate,
                    request.Version!.Value,
                    hasConsent,
                    isTakenBack,
                    await ContentCheckStore.HoldOfCandidate(work, candidate.Id),
                    request.ContentFit is true
                );
                return decision.IsRefused(out var no, out var isContentDecided)
                    ? no
                    : await CandidateStore.Publish(work, candidate, isContentDecided, caller.Id, caller.Now);
            },
            cancellationToken
        );
        return published.IsRefused(out var refusal, out var moved) ? Problems.From(refusal) : TypedResults.Ok(moved);
    }
}
