using Craftsman.Api.Http;
using Craftsman.Infrastructure.Campaigns;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Campaigns;

public static class ListCampaignDays
{
    /// <param name="Items">按日期排列；没有列出的日子按星期算</param>
    public sealed record Response(IReadOnlyList<CampaignDayRow> Items);

    /// <summary>节假日和调休上班日</summary>
    /// <remarks>The days of one year that are not as their weekday says. A year without any is not known yet.</remarks>
    public static async Task<Ok<Response>> Handle(
        [Between(2000, 2100)] int year,
        CampaignQueries campaigns,
        CampaignDays days,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        return TypedResults.Ok(new Response(await days.Of(campaign.Id, year, cancellationToken)));
    }
}
