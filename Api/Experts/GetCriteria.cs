using Craftsman.Domain.Experts;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class GetCriteria
{
    /// <summary>What experts score and how it is weighed.</summary>
    /// <param name="Scale">每项评分是 0 到这个数的整数</param>
    /// <param name="IsInUse">已经有专家提交评分，不能再改</param>
    public sealed record Response(int Scale, IReadOnlyList<Criterion> Items, int Version, bool IsInUse);

    /// <summary>查看评分指标</summary>
    public static async Task<Ok<Response>> Handle(CampaignQueries campaigns, Db db, CancellationToken cancellationToken)
    {
        var campaign = await campaigns.Current(cancellationToken);
        var sheet = await db.AtOneMoment(work => CriteriaStore.Read(work, campaign.Id), cancellationToken);
        return TypedResults.Ok(new Response(sheet.Scale, sheet.Criteria, sheet.Version, sheet.IsInUse));
    }
}
