using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class RemovePanelMember
{
    /// <summary>把专家移出评审组</summary>
    public static async Task<Results<Ok<ChangedPanel>, ProblemHttpResult>> Handle(
        OpaqueId id,
        OpaqueId staffId,
        [Between(1, int.MaxValue)] int version,
        StaffCaller staff,
        CampaignQueries campaigns,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        return ExpertAnswers.For(
            await db.Write<ChangedPanel>(
                work =>
                    PanelStore.RemoveMember(work, campaign.Id, id.Value, staffId.Value, version, staff.Id, staff.Now),
                cancellationToken
            )
        );
    }
}
