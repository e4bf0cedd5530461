using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class ListReminders
{
    /// <summary>What waits for the expert.</summary>
    public sealed record Response(IReadOnlyList<Reminder> Items);

    /// <summary>我的待办</summary>
    public static async Task<Ok<Response>> Handle(
        StaffCaller staff,
        CampaignQueries campaigns,
        PanelQueries panels,
        RecusalStore recusals,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        await recusals.SettleAll(campaign.Id, staff.Id, staff.Now, cancellationToken);
        return TypedResults.Ok(
            new Response(await panels.Reminders(campaign.Id, staff.Id, ChinaDay.Of(staff.Now), cancellationToken))
        );
    }
}
