using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class DeclareConflicts
{
    /// <param name="AsOf">读到名单的时间，原样送回</param>
    /// <param name="Conflicts">需要回避的人选；没有则为空。以前申明过的仍然有效</param>
    public sealed record Request(DateTimeOffset AsOf, [property: Needed, AtMost(200)] IReadOnlyList<Line> Conflicts);

    /// <param name="WorkUnit">工作单位；不填则所有同名的都回避</param>
    /// <param name="Reason">什么关系</param>
    public sealed record Line(
        [property: Needed, Line(40)] string Name,
        [property: Line(100)] string? WorkUnit,
        [property: Line(200)] string? Reason
    );

    /// <summary>申明回避</summary>
    /// <remarks>Before an expert is given cases. The answer does not tell whether anybody of a name is among them.</remarks>
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        RecusalStore recusals,
        CancellationToken cancellationToken
    )
    {
        if (request.AsOf > staff.Now || request.AsOf.Year < 2000)
        {
            return Problems.From(RequestRefusals.Malformed.About("asOf", "请先读取名单，再原样送回读到的时间。"));
        }

        var campaign = await campaigns.Current(cancellationToken);
        return ExpertAnswers.Done(
            await recusals.Declare(
                campaign.Id,
                id.Value,
                staff.Id,
                request.AsOf,
                [
                    .. request.Conflicts.Select(each => new DeclaredConflict
                    {
                        Name = each.Name.Trim(),
                        WorkUnit = each.WorkUnit?.Trim() ?? "",
                        Reason = each.Reason?.Trim(),
                    }),
                ],
                staff.Now,
                cancellationToken
            )
        );
    }
}
