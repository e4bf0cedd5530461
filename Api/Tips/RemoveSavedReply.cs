using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class RemoveSavedReply
{
    /// <summary>删除常用回复</summary>
    /// <remarks>What was sent with it stays in the threads.</remarks>
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        OpaqueId id,
        [Between(1, int.MaxValue)] int? version,
        StaffCaller staff,
        CampaignQueries campaigns,
        Db db,
        CancellationToken cancellationToken
    )
    {
        if (version is not { } read)
        {
            return Problems.From(RequestRefusals.Malformed.About("version", "请填写读到这条回复时的版本。"));
        }

        var campaign = await campaigns.Current(cancellationToken);
        var removed = await db.Write<int>(
            work => SavedReplyStore.Remove(work, campaign.Id, id.Value, read, staff.Id, staff.Now),
            cancellationToken
        );
        return removed.IsRefused(out var refusal) ? Problems.From(refusal) : TypedResults.NoContent();
    }
}
