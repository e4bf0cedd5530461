using System.Globalization;
using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Tests.Campaigns;

/// <summary>五(社会公示): the working days of a notice.</summary>
public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar China = new(CampaignDays.Known());

    [Theory]
    // 国庆 and 中秋 2026: 25 to 27 September and 1 to 7 October are off, Sunday the 20th and Saturday the 10th are made up.
    [InlineData("2026-09-28", 5, "2026-10-09")]
    [InlineData("2026-09-28", 6, "2026-10-10")]
    [InlineData("2026-09-18", 2, "2026-09-20")]
    [InlineData("2026-10-01", 1, "2026-10-08")]
    // An ordinary week, one day, and a notice that opens on a Saturday.
    [InlineData("2026-11-23", 5, "2026-11-27")]
    [InlineData("2026-11-23", 1, "2026-11-23")]
    [InlineData("2026-11-28", 5, "2026-12-04")]
    // 首届: 2016 as it was.
    [InlineData("2016-09-28", 5, "2016-10-09")]
    public void A_notice_across_国庆_counts_make_up_days_and_no_holidays(string first, int workingDays, string last)
    {
        var period = China.Period(Day(first), workingDays);

        Assert.Equal(Day(last), period.LastDay);
        Assert.Equal(ChinaDay.StartOf(Day(last).AddDays(1)), period.ClosesAt);
    }

    [Fact]
    public void A_period_closes_at_midnight_in_Hangzhou_after_its_last_day() =>
        Assert.Equal(
            new DateTimeOffset(2026, 10, 9, 16, 0, 0, TimeSpan.Zero),
            China.Period(Day("2026-09-28"), 5).ClosesAt
        );

    [Fact]
    public void Whatever_the_table_says_a_period_is_the_shortest_with_its_working_days()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var first = new DateOnly(2026, 1, 1).AddDays(random.Next(365));
            var days = Enumerable
                .Range(-10, 120)
                .Where(_ => random.Next(4) == 0)
                .Select(ahead => new CampaignDay(first.AddDays(ahead), (DayKind)random.Next(3), "节日"))
                .ToDictionary(day => day.Day);
            var workingDays = random.Next(1, 40);

            var period = new WorkCalendar(days.Values).Period(first, workingDays);

            // Counted anew, day by day, without the calendar.
            var counted = Enumerable
                .Range(0, period.LastDay.DayNumber - first.DayNumber + 1)
                .Select(first.AddDays)
                .Count(day => Works(days, day));
            Assert.Equal(workingDays, counted);
            Assert.True(Works(days, period.LastDay), $"seed {seed}: the last day is no working day");
        }
    }

    [Fact]
    public void A_day_put_right_to_ordinary_is_as_its_weekday_says()
    {
        var saturday = Day("2026-11-28");
        var calendar = new WorkCalendar([
            new(saturday, DayKind.Ordinary, "更正"),
            new(saturday.AddDays(-1), DayKind.Ordinary, "更正"),
        ]);

        Assert.False(calendar.IsWorkday(saturday));
        Assert.True(calendar.IsWorkday(saturday.AddDays(-1)));
    }

    [Fact]
    public void A_period_of_no_days_is_no_period() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => China.Period(Day("2026-09-28"), 0));

    [Fact]
    public void The_table_has_every_year_from_2016_to_2026()
    {
        Assert.All(Enumerable.Range(2016, 11), year => Assert.True(China.Knows(year)));
        Assert.False(China.Knows(2035));
    }

    [Fact]
    public void Earlier_campaigns_got_the_same_days_as_new_ones()
    {
        using var stream = typeof(Db).Assembly.GetManifestResourceStream(
            "0331_campaign_days_of_earlier_campaigns.sql"
        )!;
        var migrated = new StreamReader(stream)
            .ReadToEnd()
            .Split('\n')
            .Where(line => line.Contains("DATE '", StringComparison.Ordinal))
            .Select(line => line.Split('\''))
            .Select(words => (words[1], words[3], words[5]));

        Assert.Equal(
            CampaignDays
                .Known()
                .Select(day =>
                    (day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.Kind.ToString(), day.Name)
                ),
            migrated
        );
    }

    private static bool Works(Dictionary<DateOnly, CampaignDay> days, DateOnly day) =>
        days.TryGetValue(day, out var known) && known.Kind != DayKind.Ordinary
            ? known.Kind == DayKind.Workday
            : (int)day.DayOfWeek is >= 1 and <= 5;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
