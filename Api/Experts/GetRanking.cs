using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class GetRanking
{
    /// <summary>排名</summary>
    /// <remarks>
    /// Mean, trimmed mean and z-score side by side; items stand by the campaign's method. It decides nothing. cut is the number of places,
    /// the campaign's when it is left out.
    /// </remarks>
    public static async Task<Results<Ok<PanelRanking>, ProblemHttpResult>> Handle(
        OpaqueId id,
        [Between(1, 10_000)] int? cut,
        CampaignQueries campaigns,
        PanelQueries panels,
        RankingQueries rankings,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        return await panels.Exists(campaign.Id, id.Value, null, cancellationToken)
            ? TypedResults.Ok(
                await rankings.Of(
                    id.Value,
                    RankingQueries.Deciding(campaign.Terms),
                    cut ?? campaign.Places,
                    cancellationToken
                )
            )
            : Problems.From(RequestRefusals.NotFound);
    }
}
