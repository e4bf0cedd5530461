using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class AssignExpert
{
    /// <param name="Reason">为什么调整；记录在案</param>
    public sealed record Request([property: Needed, Prose(200)] string Reason);

    /// <summary>把一份案卷分给一位专家</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        OpaqueId id,
        OpaqueId caseId,
        OpaqueId staffId,
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        AssignmentStore assignments,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        return ExpertAnswers.Done(
            await db.Write<int>(
                work =>
                    assignments.Assign(
                        work,
                        campaign,
                        id.Value,
                        caseId.Value,
                        staffId.Value,
                        request.Reason.Trim(),
                        staff.Id,
                        staff.Now,
                        cancellationToken
                    ),
                cancellationToken
            )
        );
    }
}
