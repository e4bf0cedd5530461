using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Review;

public static class ScreenCase
{
    /// <param name="Level">谁推荐或筛选：所在单位、区县（市）总工会、开发区总工会或者产业工会</param>
    /// <param name="Organization">单位或工会名称</param>
    /// <param name="Recommended">是否推荐</param>
    /// <param name="Date">意见上的日期</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed] ScreeningLevel? Level,
        [property: Needed, Line(100)] string Organization,
        [property: Needed] bool? Recommended,
        [property: Needed, Prose(300)] string Opinion,
        [property: Needed] DateOnly? Date
    );

    /// <summary>记录层层推荐的一步</summary>
    /// <remarks>四(一): what the employer, and the union above it, said. Of a level the last word counts.</remarks>
    public static async Task<Results<Ok<MovedCase>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        ReviewStore review,
        CancellationToken cancellationToken
    )
    {
        if (request.Date > ChinaDay.Of(staff.Now))
        {
            return Problems.From(RequestRefusals.Malformed.About("date", "日期不能晚于今天。"));
        }

        var step = new ScreeningStep(request.Level!.Value, request.Recommended!.Value);
        var organization = request.Organization.Trim();
        var act = new CaseAct(
            CaseMove.Screen,
            request.Version,
            $"{organization}（{ScreeningRules.InChinese(step.Level)}）{(step.IsRecommended ? "已推荐" : "未予推荐")}。",
            Screening: new RecordedScreening(step, organization, request.Opinion.Trim(), request.Date!.Value)
        );
        return CaseAnswers.For(await review.Change(id.Value, act, staff.Staff, staff.Now, cancellationToken));
    }
}
