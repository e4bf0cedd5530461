using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.PublicNotices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.PublicNotices;

public static class ChangePublicNotice
{
    public sealed record Request : NoticeForm
    {
        [Between(1, int.MaxValue)]
        public int Version { get; init; }
    }

    /// <summary>修改公示草稿</summary>
    /// <remarks>The whole draft anew. One that was opened stays as it is.</remarks>
    public static async Task<Results<Ok<NoticeMoved>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        if (request.Read(campaign, ChinaDay.Of(staff.Now)).IsRefused(out var refusal, out var draft))
        {
            return Problems.From(refusal);
        }

        var changed = await db.Write<NoticeMoved>(
            work => PublicNoticeStore.Change(work, campaign.Id, id.Value, draft, request.Version, staff.Id, staff.Now),
            cancellationToken
        );
        return changed.IsRefused(out refusal, out var notice) ? Problems.From(refusal) : TypedResults.Ok(notice);
    }
}
