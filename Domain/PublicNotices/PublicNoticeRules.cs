using Craftsman.Domain.Campaigns;

namespace Craftsman.Domain.PublicNotices;

/// <summary>五(社会公示): how a notice is drafted, opened and published.</summary>
public static class PublicNoticeRules
{
    /// <summary>How many working days a notice has at most, and how many days ahead it may be planned.</summary>
    public const int MostWorkingDays = 60;
    private const int MostDaysAhead = 366;

    /// <summary>The working days of a draft: the campaign's, or more.</summary>
    /// <param name="least">The campaign's number of working days.</param>
    public static Decision<int> Draft(int? workingDays, DateOnly? opensOn, int least, DateOnly today) =>
        (workingDays ?? least) is var days && days <= 0 ? PublicNoticeRefusals.PeriodEmpty
        : days < least ? PublicNoticeRefusals.PeriodTooShort(least)
        : days > MostWorkingDays ? RequestRefusals.Malformed.About("workingDays", $"最多 {MostWorkingDays} 个工作日。")
        : opensOn < today ? PublicNoticeRefusals.DayPast
        : opensOn > today.AddDays(MostDaysAhead) ? RequestRefusals.Malformed.About("opensOn", "开始日期太远了。")
        : days;

    /// <summary>Only a draft is changed.</summary>
    public static Decision<PublicNotice> Change(PublicNotice notice, int version) =>
        notice.Version != version ? RequestRefusals.VersionStale
        : notice.State != NoticeState.Draft ? PublicNoticeRefusals.AlreadyOpen
        : notice;

    /// <summary>Grants the period. The campaign may have come to ask for more days since the draft was written.</summary>
    public static Decision<NoticePeriod> Open(
        PublicNotice notice,
        int version,
        int entries,
        int least,
        WorkCalendar calendar,
        DateTimeOffset now
    )
    {
        var today = ChinaDay.Of(now);
        if (Change(notice, version).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (entries == 0)
        {
            return PublicNoticeRefusals.NobodyNamed;
        }

        if (Draft(notice.WorkingDays, notice.OpensOn, least, today).IsRefused(out refusal, out var workingDays))
        {
            return refusal;
        }

        var firstDay = notice.OpensOn ?? today;
        var days = calendar.Period(firstDay, workingDays);
        // A year that the table does not know may have holidays all the same: no notice ends on one because nobody entered it.
        foreach (var year in Enumerable.Range(firstDay.Year, days.LastDay.Year - firstDay.Year + 1))
        {
            if (!calendar.Knows(year))
            {
                return PublicNoticeRefusals.HolidaysUnknown(year);
            }
        }

        return new NoticePeriod(days, firstDay == today ? now : ChinaDay.StartOf(firstDay));
    }

    /// <summary>A publication is of an opened notice, on a day of its period that has come.</summary>
    public static Decision<DateOnly> Publish(PublicNotice notice, DateOnly publishedOn, DateOnly today) =>
        notice.State != NoticeState.Open ? PublicNoticeRefusals.NotOpen
        : publishedOn < notice.OpensOn || publishedOn > notice.LastDay || publishedOn > today
            ? RequestRefusals.Malformed.About("publishedOn", "刊播日期应在公示期内，且不晚于今天。")
        : publishedOn;

    /// <summary>报纸、电视、网络: which of the three a notice has not been in.</summary>
    public static IReadOnlyList<PublicationKind> Missing(IEnumerable<PublicationKind> published) =>
        [.. Enum.GetValues<PublicationKind>().Except(published)];
}
