using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Review;

public static class PassCase
{
    /// <param name="Message">What the applicant reads besides that they passed.</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Prose(500)] string? Message
    );

    /// <summary>资格审核通过</summary>
    public static async Task<Results<Ok<MovedCase>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        ReviewStore review,
        CancellationToken cancellationToken
    )
    {
        var text = request.Message is { } message
            ? $"资格审核通过，进入专家评审。{message.Trim()}"
            : "资格审核通过，进入专家评审。";
        var act = new CaseAct(CaseMove.Pass, request.Version, text);
        return CaseAnswers.For(await review.Change(id.Value, act, staff.Staff, staff.Now, cancellationToken));
    }
}
