using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.PublicNotices;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.PublicNotices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.PublicNotices;

public static class GetPublicNoticeForStaff
{
    /// <param name="LastDay">最后一天；草稿按现在的节假日表推算</param>
    /// <param name="AreHolidaysKnown">节假日表已经有公示期所在年份的安排</param>
    /// <param name="MissingPublications">还没有登记刊播的渠道</param>
    public sealed record Response(
        Guid Id,
        NoticeState State,
        string Title,
        string? Text,
        DateOnly OpensOn,
        DateOnly LastDay,
        int WorkingDays,
        DateTimeOffset? OpensAt,
        DateTimeOffset ClosesAt,
        bool AreHolidaysKnown,
        IReadOnlyList<StaffEntry> Entries,
        IReadOnlyList<RecordedPublication> Publications,
        IReadOnlyList<PublicationKind> MissingPublications,
        int Version
    );

    /// <summary>查看公示或草稿</summary>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        CampaignQueries campaigns,
        CampaignDays days,
        PublicNoticeQueries notices,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        if (
            await notices.Find(campaign.Id, id.Value, cancellationToken)
            is not
            ({ } notice, var entries, var publications)
        )
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        var calendar = await days.Calendar(campaign.Id, cancellationToken);
        var planned = calendar.Period(notice.OpensOn ?? ChinaDay.Of(staff.Now), notice.WorkingDays);
        var period = planned with { LastDay = notice.LastDay ?? planned.LastDay };
        return TypedResults.Ok(
            new Response(
                notice.Id,
                notice.State,
                notice.Title,
                notice.Text,
                period.FirstDay,
                period.LastDay,
                notice.WorkingDays,
                notice.OpensAt,
                period.ClosesAt,
                calendar.Knows(period.FirstDay.Year) && calendar.Knows(period.LastDay.Year),
                entries,
                publications,
                PublicNoticeRules.Missing(publications.Select(publication => publication.Kind)),
                notice.Version
            )
        );
    }
}
