using System.ComponentModel.DataAnnotations;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class RelinkTip
{
    /// <param name="CandidateId">已有人选；与新人选二选一</param>
    /// <param name="Reason">改归的理由，供同事查看</param>
    public sealed record Request(
        [property: Line(64)] string? CandidateId,
        TipPerson? NewCandidate,
        [property: Needed, Prose(500)] string Reason,
        [property: Between(1, int.MaxValue)] int Version
    ) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            TipPerson.OneOf(CandidateId, NewCandidate);
    }

    public sealed record Response(Guid CandidateId, int Version);

    /// <summary>把线索改归另一位人选</summary>
    /// <remarks>Mends a wrong verification, or splits a candidate in two. A merged candidate's id means the root of its tree.</remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        TipMove move,
        CancellationToken cancellationToken
    )
    {
        var relinked = await move.Make<Response>(
            id.Value,
            staff,
            async (work, tip, campaign) =>
            {
                if (TipRules.Relink(tip, request.Version).IsRefused(out var no, out var fromId))
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
                if (candidate.IsRefused(out var noCandidate, out var toId))
                {
                    return noCandidate;
                }

                if (fromId == toId)
                {
                    return TipRefusals.AlreadyThere;
                }

                await TipReviewStore.Relink(work, tip, fromId, toId, request.Reason.Trim(), staff.Id, staff.Now);
                return new Response(toId, tip.Version + 1);
            },
            cancellationToken
        );
        return relinked.IsRefused(out var refusal, out var response)
            ? Problems.From(refusal)
            : TypedResults.Ok(response);
    }
}
