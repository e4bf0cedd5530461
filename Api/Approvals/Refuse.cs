using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Approvals;
using Craftsman.Infrastructure.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Approvals;

public static class Refuse
{
    public sealed record Response(ApprovalState State);

    /// <summary>不同意</summary>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var decided = await ApprovalDesk.Decide(db, id.Value, isApproved: false, staff, cancellationToken);
        return decided.IsRefused(out var refusal, out var state)
            ? Problems.From(refusal)
            : TypedResults.Ok(new Response(state));
    }
}
