using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.PublicNotices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.PublicNotices;

public static class DraftPublicNotice
{
    public sealed record Request : NoticeForm;

    /// <summary>起草公示</summary>
    public static async Task<Results<Created<NoticeMoved>, ProblemHttpResult>> Handle(
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

        var added = await db.Write<NoticeMoved>(
            work => PublicNoticeStore.Add(work, campaign.Id, draft, staff.Id, staff.Now),
            cancellationToken
        );
        return added.IsRefused(out refusal, out var notice)
            ? Problems.From(refusal)
            : TypedResults.Created($"/admin/v1/public-notices/{notice.Id}", notice);
    }
}
