using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Honours;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class DecideOffer
{
    /// <param name="ContentFit">看过文字，认为内容合适；微信内容检查没有通过时必须为 true，并记录在案</param>
    public sealed record ApproveRequest([property: Between(1, int.MaxValue)] int Version, bool? ContentFit);

    /// <param name="Word">“杭州工匠”本人读到的原因</param>
    public sealed record RefuseRequest(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed, Prose(500)] string Word
    );

    /// <summary>同意公开一项安排</summary>
    public static async Task<Results<Ok<MovedOffer>, ProblemHttpResult>> Approve(
        OpaqueId id,
        ApproveRequest request,
        StaffCaller staff,
        OfferStore offers,
        CancellationToken cancellationToken
    ) =>
        LaureateAnswers.For(
            await offers.Decide(
                id.Value,
                request.Version,
                isApproved: true,
                request.ContentFit is true,
                null,
                staff.Id,
                staff.Now,
                cancellationToken
            )
        );

    /// <summary>不同意公开一项安排</summary>
    public static async Task<Results<Ok<MovedOffer>, ProblemHttpResult>> Refuse(
        OpaqueId id,
        RefuseRequest request,
        StaffCaller staff,
        OfferStore offers,
        CancellationToken cancellationToken
    ) =>
        LaureateAnswers.For(
            await offers.Decide(
                id.Value,
                request.Version,
                isApproved: false,
                isContentFit: false,
                request.Word.Trim(),
                staff.Id,
                staff.Now,
                cancellationToken
            )
        );
}
