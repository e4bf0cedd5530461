using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class GetProgress
{
    /// <summary>How far each member is.</summary>
    public sealed record Response(IReadOnlyList<ExpertProgress> Items);

    /// <summary>评分进度</summary>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        CampaignQueries campaigns,
        PanelQueries panels,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        return await panels.Exists(campaign.Id, id.Value, null, cancellationToken)
            ? TypedResults.Ok(new Response(await panels.Progress(id.Value, ChinaDay.Of(staff.Now), cancellationToken)))
            : Problems.From(RequestRefusals.NotFound);
    }
}
