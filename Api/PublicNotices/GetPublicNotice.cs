using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.PublicNotices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.PublicNotices;

public static class GetPublicNotice
{
    /// <param name="LastDay">公示最后一天（含）</param>
    /// <param name="ClosesAt">异议截止的时刻（不含）</param>
    /// <param name="IsOpenForObjections">现在可以提出异议</param>
    /// <param name="ObjectionHint">提出异议前先给人看的话</param>
    public sealed record Response(
        Guid Id,
        string Title,
        string? Text,
        DateOnly OpensOn,
        DateOnly LastDay,
        int WorkingDays,
        DateTimeOffset OpensAt,
        DateTimeOffset ClosesAt,
        bool IsOpenForObjections,
        string ObjectionHint,
        IReadOnlyList<ShownEntry> Entries
    );

    /// <summary>查看公示</summary>
    /// <remarks>
    /// Only those who may be named as things stand: whoever takes back their consent, withdraws or is turned down is gone with the next
    /// reading.
    /// </remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        ArrivedAt arrived,
        CampaignQueries campaigns,
        PublicNoticeQueries notices,
        CancellationToken cancellationToken
    )
    {
        const string hint =
            "实名异议的姓名和联系方式加密保存，只有核查人员能看到；匿名异议不保存您的身份，只能凭查询码了解结果，请务必记下查询码。";
        var campaign = await campaigns.Current(cancellationToken);
        return await notices.Read(campaign.Id, id.Value, arrived.Value, cancellationToken) is ({ } notice, var entries)
            ? TypedResults.Ok(
                new Response(
                    notice.Id,
                    notice.Title,
                    notice.Text,
                    notice.OpensOn,
                    notice.LastDay,
                    notice.WorkingDays,
                    notice.OpensAt,
                    notice.ClosesAt,
                    arrived.Value < notice.ClosesAt,
                    hint,
                    entries
                )
            )
            : Problems.From(RequestRefusals.NotFound);
    }
}
