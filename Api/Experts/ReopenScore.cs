using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class ReopenScore
{
    /// <param name="Reason">为什么；记录在案</param>
    public sealed record Request(Guid CaseId, Guid StaffId, [property: Needed, Prose(200)] string Reason);

    /// <summary>退回一份已经提交的评分</summary>
    /// <remarks>What stood goes on record with the reason; the expert may change it and submits anew.</remarks>
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
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
                    SheetStore.Reopen(
                        work,
                        campaign.Id,
                        id.Value,
                        request.CaseId,
                        request.StaffId,
                        request.Reason.Trim(),
                        staff.Id,
                        staff.Now
                    ),
                cancellationToken
            )
        );
    }
}
