using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Tips;

namespace Craftsman.Api.Tips;

/// <summary>What a tip became by a move of a reviewer.</summary>
public sealed record TipMoved(TipState State, int Version);

/// <summary>The way of every move of a reviewer: a tip of the current campaign and of their districts, locked, in one transaction.</summary>
public sealed class TipMove(Db db, CampaignQueries campaigns)
{
    public async Task<Decision<T>> Make<T>(
        Guid tipId,
        StaffCaller staff,
        Func<Work, Tip, Campaign, Task<Decision<T>>> act,
        CancellationToken cancellationToken
    )
        where T : notnull
    {
        var campaign = await campaigns.Current(cancellationToken);
        return await db.Write<T>(
            async work =>
            {
                var tip = await TipReviewStore.Lock(work, campaign.Id, tipId);
                return tip is null || !staff.WorksIn(tip.District)
                    ? RequestRefusals.NotFound
                    : await act(work, tip, campaign);
            },
            cancellationToken
        );
    }
}
