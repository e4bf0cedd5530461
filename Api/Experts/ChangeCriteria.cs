using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Experts;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class ChangeCriteria
{
    /// <param name="Scale">每项评分是 0 到这个数的整数</param>
    /// <param name="Items">权重之和为 100</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Between(2, 1000)] int Scale,
        [property: Needed, AtMost(ScoringRules.MostCriteria)] IReadOnlyList<Line> Items
    );

    /// <param name="Id">英文代号，在本届内不变</param>
    /// <param name="Weight">权重，百分之几</param>
    public sealed record Line(
        [property: Needed, Code(40)] string Id,
        [property: Needed, Line(40)] string Name,
        [property: Between(1, 100)] int Weight
    );

    public sealed record Response(int Version);

    /// <summary>修改评分指标</summary>
    /// <remarks>Until the first sheet is submitted. Drafts lose the lines of criteria that go, and points above a lower scale.</remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        Criterion[] criteria = [.. request.Items.Select(each => new Criterion(each.Id, each.Name.Trim(), each.Weight))];
        var changed = await db.Write<int>(
            work =>
                CriteriaStore.Change(work, campaign.Id, request.Version, request.Scale, criteria, staff.Id, staff.Now),
            cancellationToken
        );
        return changed.IsRefused(out var refusal, out var version)
            ? Problems.From(refusal)
            : TypedResults.Ok(new Response(version));
    }
}
