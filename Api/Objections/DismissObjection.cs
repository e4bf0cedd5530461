using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Objections;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Objections;

public static class DismissObjection
{
    /// <param name="Reasons">凭查询码可以看到，不要写入个人信息</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed, Prose(500)] string Reasons
    );

    /// <summary>异议不成立</summary>
    public static async Task<Results<Ok<ObjectionMoved>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var dismissed = await db.Write<ObjectionMoved>(
            work =>
                ObjectionStore.Dismiss(
                    work,
                    campaign.Id,
                    id.Value,
                    request.Version,
                    request.Reasons.Trim(),
                    staff.Id,
                    staff.Now
                ),
            cancellationToken
        );
        return dismissed.IsRefused(out var refusal, out var moved) ? Problems.From(refusal) : TypedResults.Ok(moved);
    }
}
