using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Review;

public static class StartReview
{
    /// <param name="Version">The version of the case that the reviewer last saw.</param>
    public sealed record Request([property: Between(1, int.MaxValue)] int Version);

    /// <summary>开始资格审核</summary>
    public static async Task<Results<Ok<MovedCase>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        ReviewStore review,
        CancellationToken cancellationToken
    )
    {
        var act = new CaseAct(CaseMove.StartReview, request.Version, "市总工会开始对照申报条件和要求进行资格审核。");
        return CaseAnswers.For(await review.Change(id.Value, act, staff.Staff, staff.Now, cancellationToken));
    }
}
