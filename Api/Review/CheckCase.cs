using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Review;

public static class CheckCase
{
    /// <param name="Items">核对了哪些条件；没有写到的保持不变</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed, AtMost(20)] IReadOnlyList<Line> Items
    );

    /// <param name="RuleId">规则的编号，见案卷中的 eligibility</param>
    /// <param name="Outcome">Met 符合；Waived 不受这一条限制，例如突出贡献已认可；NotMet 不符合</param>
    /// <param name="Note">看了什么材料；不是 Met 时必填</param>
    public sealed record Line(
        [property: Needed, Code(40)] string RuleId,
        [property: Needed] CheckOutcome? Outcome,
        [property: Prose(500)] string? Note
    );

    /// <summary>对照申报条件核对</summary>
    /// <remarks>Every rule needs a line before the case can pass. What a supplement was about is to be checked again.</remarks>
    public static async Task<Results<Ok<MovedCase>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        ReviewStore review,
        CancellationToken cancellationToken
    )
    {
        RuleCheck[] checks =
        [
            .. request.Items.Select(line => new RuleCheck(line.RuleId, line.Outcome!.Value, line.Note?.Trim())),
        ];
        return CaseAnswers.For(
            await review.Check(id.Value, request.Version, checks, staff.Staff, staff.Now, cancellationToken)
        );
    }
}
