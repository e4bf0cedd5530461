using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Experts;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class ScoreCase
{
    /// <param name="Criteria">每项指标的评分；存草稿时可以不全</param>
    /// <param name="Submit">提交后不能再改，除非评审组秘书退回</param>
    public sealed record Request(
        Guid CaseId,
        [property: Needed, AtMost(ScoringRules.MostCriteria * 2)] IReadOnlyList<Line> Criteria,
        bool Submit
    );

    /// <param name="Score">0 到本届分值的整数</param>
    /// <param name="Comment">评分的理由；提交时必填</param>
    public sealed record Line(
        [property: Needed, Code(40)] string CriterionId,
        [property: Needed] int? Score,
        [property: Prose(1000)] string? Comment
    );

    /// <summary>评分</summary>
    public static async Task<Results<Ok<SavedSheet>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        RecusalStore recusals,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        await recusals.Settle(id.Value, staff.Id, request.CaseId, staff.Now, cancellationToken);
        CriterionScore[] scores =
        [
            .. request.Criteria.Select(line => new CriterionScore(
                line.CriterionId,
                line.Score!.Value,
                line.Comment?.Trim()
            )),
        ];
        var saved = await db.Write<SavedSheet>(
            work =>
                SheetStore.Save(
                    work,
                    campaign.Id,
                    id.Value,
                    request.CaseId,
                    staff.Id,
                    scores,
                    request.Submit,
                    staff.Now
                ),
            cancellationToken
        );
        return saved.IsRefused(out var refusal, out var sheet) ? Problems.From(refusal) : TypedResults.Ok(sheet);
    }
}
