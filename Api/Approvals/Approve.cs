using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Approvals;
using Craftsman.Infrastructure.Approvals;
using Craftsman.Infrastructure.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Approvals;

public static class Approve
{
    /// <param name="Changed">How many votes were excluded; 0 where it is not about votes.</param>
    public sealed record Response(ApprovalState State, int Changed);

    /// <summary>同意</summary>
    /// <remarks>
    /// Votes that were restored after the exclusion was asked for stay as they are. A disqualification (九(三)) is decided by office clerks, and
    /// judged anew: where the case has ended meanwhile that is the answer.
    /// </remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        Db db,
        ApprovedExclusions exclusions,
        CancellationToken cancellationToken
    )
    {
        var decided = await ApprovalDesk.Decide(db, id.Value, isApproved: true, staff, cancellationToken);
        return decided.IsRefused(out var refusal, out var state)
            ? Problems.From(refusal)
            : TypedResults.Ok(new Response(state, await exclusions.Apply(id.Value, staff.Now, CancellationToken.None)));
    }
}
