using System.ComponentModel.DataAnnotations;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class VerifyTip
{
    /// <param name="CandidateId">已有人选；与新人选二选一</param>
    /// <param name="ContentFit">审核员看过文字，认为内容合适；微信内容检查没有通过时必须为 true，并记录在案</param>
    public sealed record Request(
        [property: Line(64)] string? CandidateId,
        TipPerson? NewCandidate,
        bool? ContentFit,
        [property: Between(1, int.MaxValue)] int Version
    ) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            TipPerson.OneOf(CandidateId, NewCandidate);
    }

    public sealed record Response(Guid CandidateId, int Version);

    /// <summary>核实线索，归入人选</summary>
    /// <remarks>
    /// A merged candidate's id joins the tip to the root of its tree, where it stays when the merge is undone. Where WeChat's check did
    /// not pass the text, or could not be made, contentFit is the reviewer's own word about it, and goes on record.
    /// </remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        TipMove move,
        ContentCheckStore checks,
        CancellationToken cancellationToken
    )
    {
        if (request.ContentFit is not true)
        {
            await checks.AwaitVerdict(id.Value, staff.Now, cancellationToken);
        }

        var verified = await move.Make<Response>(
            id.Value,
            staff,
            async (work, tip, campaign) =>
            {
                var check = await ContentCheckStore.Hold(work, tip.Id);
                var decision = TipRules.Verify(
                    tip,
                    staff.Id,
                    request.Version,
                    check,
                    request.ContentFit is true,
                    staff.Now
                );
                if (decision.IsRefused(out var no, out var isContentDecided))
                {
                    return no;
                }

                var candidate = await TipPerson.Candidate(
                    work,
                    request.CandidateId,
                    request.NewCandidate,
                    campaign,
                    staff
                );
                if (candidate.IsRefused(out var noCandidate, out var candidateId))
                {
                    return noCandidate;
                }

                await TipReviewStore.Join(
                    work,
                    tip,
                    staff.Id,
                    candidateId,
                    isNewCandidate: request.NewCandidate is not null,
                    isContentDecided,
                    staff.Now
                );
                return new Response(candidateId, tip.Version + 1);
            },
            cancellationToken
        );
        return verified.IsRefused(out var refusal, out var response)
            ? Problems.From(refusal)
            : TypedResults.Ok(response);
    }
}
