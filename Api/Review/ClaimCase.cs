using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Review;

public static class ClaimCase
{
    /// <summary>认领案卷</summary>
    /// <remarks>Holds the case for the campaign's minutes; claiming one's own again extends it. Meanwhile no other reviewer moves it.</remarks>
    public static async Task<Results<Ok<CaseClaim>, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        ReviewStore review,
        CancellationToken cancellationToken
    ) =>
        (await review.Claim(id.Value, staff.Staff, staff.Now, cancellationToken)).IsRefused(
            out var refusal,
            out var claim
        )
            ? Problems.From(refusal)
            : TypedResults.Ok(claim);
}
