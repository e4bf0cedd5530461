using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class AddConflict
{
    /// <param name="Reason">为什么需要回避；记录在案</param>
    public sealed record Request(Guid CaseId, Guid StaffId, [property: Needed, Prose(200)] string Reason);

    /// <summary>登记专家的回避</summary>
    /// <remarks>A case the expert holds is taken away at once.</remarks>
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        RecusalStore recusals,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        return ExpertAnswers.Done(
            await recusals.Add(
                campaign.Id,
                id.Value,
                request.CaseId,
                request.StaffId,
                request.Reason.Trim(),
                staff.Id,
                staff.Now,
                cancellationToken
            )
        );
    }
}
