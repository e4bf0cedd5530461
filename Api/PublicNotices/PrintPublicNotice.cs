using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.PublicNotices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.PublicNotices;

public static class PrintPublicNotice
{
    /// <summary>公示文稿（Word）</summary>
    /// <remarks>For newspaper, television and network. It names whom the public may read as things stand; a draft is printed by its planned days.</remarks>
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        CampaignQueries campaigns,
        CampaignDays days,
        PublicNoticeQueries notices,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        if (await notices.Find(campaign.Id, id.Value, cancellationToken) is not ({ } notice, var entries, _))
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        var calendar = await days.Calendar(campaign.Id, cancellationToken);
        var planned = calendar.Period(notice.OpensOn ?? ChinaDay.Of(staff.Now), notice.WorkingDays);
        var docx = NoticeDocx.Write(
            campaign,
            notice,
            planned with
            {
                LastDay = notice.LastDay ?? planned.LastDay,
            },
            [.. entries.Where(entry => entry.IsShown)]
        );
        return TypedResults.File(docx, MediaTypes.Docx, "公示.docx");
    }
}
