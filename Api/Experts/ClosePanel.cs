using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class ClosePanel
{
    public sealed record Request([property: Between(1, int.MaxValue)] int Version);

    /// <summary>结束评分</summary>
    /// <remarks>Every sheet is submitted or waived. Conflicts are looked at once more before; afterwards nothing changes by itself.</remarks>
    public static async Task<Results<Ok<ChangedPanel>, ProblemHttpResult>> Handle(
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
        await recusals.Settle(id.Value, null, null, staff.Now, cancellationToken);
        return ExpertAnswers.For(
            await db.Write<ChangedPanel>(
                work => PanelStore.Close(work, campaign.Id, id.Value, request.Version, staff.Id, staff.Now),
                cancellationToken
            )
        );
    }
}
