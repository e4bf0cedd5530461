using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Review;

public static class ReleaseCase
{
    /// <summary>放弃认领案卷</summary>
    public static async Task<Results<Ok<MovedCase>, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        ReviewStore review,
        CancellationToken cancellationToken
    ) => CaseAnswers.For(await review.Release(id.Value, staff.Staff, staff.Now, cancellationToken));
}
