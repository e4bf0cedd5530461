using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class ListScores
{
    /// <summary>The sheets of a case.</summary>
    public sealed record Response(IReadOnlyList<ScoreSheet> Items);

    /// <summary>查看一份案卷的评分</summary>
    /// <remarks>
    /// An expert reads their own, and the others' once their own is in and the panel is closed. The secretary reads what was submitted.
    /// </remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Guid caseId,
        StaffCaller staff,
        CampaignQueries campaigns,
        PanelQueries panels,
        RecusalStore recusals,
        SheetQueries sheets,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var expert = staff.AsExpert();
        if (!await panels.Exists(campaign.Id, id.Value, expert, cancellationToken))
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        if (expert is null)
        {
            return TypedResults.Ok(
                new Response(await sheets.ForSecretary(campaign.Id, id.Value, caseId, cancellationToken))
            );
        }

        await recusals.Settle(id.Value, staff.Id, caseId, staff.Now, cancellationToken);
        var own = await sheets.ForExpert(campaign.Id, id.Value, caseId, staff.Id, cancellationToken);
        return own.Count == 0 ? Problems.From(RequestRefusals.NotFound) : TypedResults.Ok(new Response(own));
    }
}
