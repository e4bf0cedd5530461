using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.PublicNotices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.PublicNotices;

public static class OpenPublicNotice
{
    /// <param name="ContentFit">工作人员看过姓名和单位，认为内容合适；微信内容检查没有通过时必须为 true，并记录在案</param>
    public sealed record Request([property: Between(1, int.MaxValue)] int Version, bool? ContentFit);

    /// <summary>发布公示</summary>
    /// <remarks>
    /// Moves every case it names, or none; then <c>cases</c> says which could not be shown, and why. The public reads it from its first day on.
    /// </remarks>
    public static async Task<Results<Ok<NoticeMoved>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        Db db,
        CancellationToken cancellationToken
    )
    {
        // The terms as they stand now, not as they were a second ago: the period is settled here once and for all.
        var (campaign, _) = await campaigns.ReadAgain(cancellationToken);
        var opened = await db.Write<NoticeMoved>(
            work =>
                PublicNoticeStore.Open(
                    work,
                    campaign,
                    id.Value,
                    request.Version,
                    request.ContentFit is true,
                    staff.Id,
                    staff.Now
                ),
            cancellationToken
        );
        return opened.IsRefused(out var refusal, out var notice) ? Problems.From(refusal) : TypedResults.Ok(notice);
    }
}
