using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class UnassignExpert
{
    /// <summary>取消一位专家的分派</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        OpaqueId id,
        OpaqueId caseId,
        OpaqueId staffId,
        [Needed, Line(200)] string reason,
        StaffCaller staff,
        CampaignQueries campaigns,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        return ExpertAnswers.Done(
            await db.Write<int>(
                work =>
                    AssignmentStore.Unassign(
                        work,
                        campaign.Id,
                        id.Value,
                        caseId.Value,
                        staffId.Value,
                        reason.Trim(),
                        staff.Id,
                        staff.Now
                    ),
                cancellationToken
            )
        );
    }
}
