using System.Globalization;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class GetTipFigures
{
    private const int UsualDays = 30;
    private const int MostDays = 92;

    /// <param name="AsOf">The moment at which what is open was counted.</param>
    /// <param name="Items">The districts of the reader, in the campaign's order, those without tips too.</param>
    public sealed record Response(
        DateTimeOffset AsOf,
        DateOnly From,
        DateOnly To,
        IReadOnlyList<DistrictFigures> Items
    );

    /// <param name="Open">尚未办结的线索</param>
    /// <param name="AwaitingAnswer">其中等待推荐人答复的</param>
    /// <param name="Overdue">其中已超过处理时限的</param>
    /// <param name="OldestAt">最早一条的收到时间</param>
    /// <param name="Ages">未办结线索已等待的时间</param>
    /// <param name="Days">逐日的收到与办结数；没有任何线索的日子不列</param>
    public sealed record DistrictFigures(
        string District,
        int Open,
        int AwaitingAnswer,
        int Overdue,
        DateTimeOffset? OldestAt,
        Ages Ages,
        IReadOnlyList<DayFigures> Days
    );

    /// <summary>Within 24 hours; then within 72; then within 168; earlier.</summary>
    public sealed record Ages(int UpToOneDay, int UpToThreeDays, int UpToSevenDays, int Older);

    /// <param name="Received">Came in on this day in Hangzhou, among them what was withdrawn since.</param>
    /// <param name="Joined">Verified on this day.</param>
    public sealed record DayFigures(DateOnly Day, int Received, int Joined, int Rejected);

    /// <summary>线索办理情况</summary>
    /// <remarks>
    /// Days of Hangzhou, both included; the last thirty where none are named, ninety-two at most. A tip counts at the district it has now.
    /// </remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        string? from,
        string? to,
        StaffCaller staff,
        CampaignQueries campaigns,
        TipFigures figures,
        CancellationToken cancellationToken
    )
    {
        if (Days(from, to, ChinaDay.Of(staff.Now)).IsRefused(out var refusal, out var days))
        {
            return Problems.From(refusal);
        }

        var (first, last) = days;
        var campaign = await campaigns.Current(cancellationToken);
        var (open, happened) = await figures.Read(
            campaign.Id,
            staff.Districts,
            first,
            last,
            staff.Now,
            cancellationToken
        );
        var openIn = open.ToDictionary(row => row.District);
        var daysOf = happened.ToLookup(row => row.District);
        return TypedResults.Ok(
            new Response(
                staff.Now,
                first,
                last,
                [
                    .. campaign
                        .Districts.Where(district => staff.WorksIn(district.Code))
                        .Select(district =>
                            FiguresOf(
                                district.Code,
                                openIn.GetValueOrDefault(district.Code) ?? new OpenTips(),
                                daysOf[district.Code]
                            )
                        ),
                ]
            )
        );
    }

    private static DistrictFigures FiguresOf(string district, OpenTips open, IEnumerable<TipsOfADay> days) =>
        new(
            district,
            open.Open,
            open.AwaitingAnswer,
            open.Overdue,
            open.OldestAt,
            new Ages(open.UpToOneDay, open.UpToThreeDays, open.UpToSevenDays, open.Older),
            [.. days.Select(row => new DayFigures(row.Day, row.Received, row.Joined, row.Rejected))]
        );

    private static Decision<(DateOnly First, DateOnly Last)> Days(string? from, string? to, DateOnly today)
    {
        var last = Day(to, today);
        var first = Day(from, last?.AddDays(1 - UsualDays));
        return last is not { } lastDay ? RequestRefusals.Malformed.About("to", "请填写日期，如 2026-11-26。")
            : first is not { } firstDay || firstDay > lastDay || firstDay.AddDays(MostDays) <= lastDay
                ? RequestRefusals.Malformed.About(
                    "from",
                    $"请填写不晚于 to 的日期，如 2026-11-01，最多 {MostDays} 天。"
                )
            : (firstDay, lastDay);
    }

    private static DateOnly? Day(string? text, DateOnly? usual) =>
        text is null ? usual
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 2000 and < 3000
            ? day
        : null;
}
