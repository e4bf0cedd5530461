using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Review;

public static class PassCase
{
    /// <param name="Message">What the applicant reads besides that they passed.</param>
    /// <param name="ContentFit">审核员看过申报文字，认为内容合适；微信内容检查没有通过时必须为 true，并记录在案</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Prose(500)] string? Message,
        bool? ContentFit
    );

    /// <summary>资格审核通过</summary>
    /// <remarks>
    /// Where WeChat's check did not pass what an applicant wrote, or could not be made, contentFit is the reviewer's own word about all of
    /// the case's applications, and goes on record.
    /// </remarks>
    public static async Task<Results<Ok<MovedCase>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        ReviewStore review,
        ContentCheckStore checks,
        CancellationToken cancellationToken
    )
    {
        var isContentFit = request.ContentFit is true;
        if (!isContentFit)
        {
            await checks.AwaitVerdictsOfCase(id.Value, staff.Now, cancellationToken);
        }

        var text = request.Message is { } message
            ? $"资格审核通过，进入专家评审。{message.Trim()}"
            : "资格审核通过，进入专家评审。";
        var act = new CaseAct(CaseMove.Pass, request.Version, text, IsContentFit: isContentFit);
        return CaseAnswers.For(await review.Change(id.Value, act, staff.Staff, staff.Now, cancellationToken));
    }
}
