using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class ReopenPanel
{
    /// <param name="Reason">为什么重新开始评分；记录在案</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed, Prose(200)] string Reason
    );

    /// <summary>重新开始评分</summary>
    /// <remarks>For a case that came back after an objection, or came late. Others' scores are hidden again meanwhile.</remarks>
    public static async Task<Results<Ok<ChangedPanel>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
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
                    PanelStore.Reopen(
                        work,
                        campaign.Id,
                        id.Value,
                        request.Version,
                        request.Reason.Trim(),
                        staff.Id,
                        staff.Now
                    ),
                cancellationToken
            )
        );
    }
}
