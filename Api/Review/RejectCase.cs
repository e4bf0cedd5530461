using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Review;

public static class RejectCase
{
    /// <param name="Clause">The clause of the notice the rejection rests on.</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed, Line(20)] string Clause,
        [property: Needed, Line(40)] string ReasonCode,
        [property: Needed, Prose(500)] string Message
    );

    /// <summary>资格审核不通过</summary>
    public static async Task<Results<Ok<MovedCase>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        ReviewStore review,
        CancellationToken cancellationToken
    )
    {
        if (!QualificationReview.RejectionClauses.Contains(request.Clause))
        {
            return Problems.From(RequestRefusals.Malformed.About("clause", "请填写通知中的条款，例如 三(二)。"));
        }

        if (!QualificationReview.RejectionReasons.Contains(request.ReasonCode))
        {
            return Problems.From(RequestRefusals.Malformed.About("reasonCode", "没有这种原因，请从列表中选择。"));
        }

        var act = new CaseAct(
            CaseMove.Reject,
            request.Version,
            $"资格审核未通过（{request.Clause}）：{request.Message.Trim()}",
            request.ReasonCode,
            request.Clause
        );
        return CaseAnswers.For(await review.Change(id.Value, act, staff.Staff, staff.Now, cancellationToken));
    }
}
