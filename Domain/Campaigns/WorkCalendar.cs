namespace Craftsman.Domain.Campaigns;

/// <summary>The days of a period, both included.</summary>
public sealed record DayPeriod(DateOnly FirstDay, DateOnly LastDay)
{
    /// <summary>Midnight in Hangzhou after the last day, exclusive.</summary>
    public DateTimeOffset ClosesAt => ChinaDay.StartOf(LastDay.AddDays(1));
}

/// <summary>Counts working days by a campaign's table; a day the table does not name is as its weekday says.</summary>
public sealed class WorkCalendar(IEnumerable<CampaignDay> days)
{
    private readonly Dictionary<DateOnly, DayKind> kinds = days.ToDictionary(day => day.Day, day => day.Kind);

    public bool IsWorkday(DateOnly day) =>
        kinds.GetValueOrDefault(day, DayKind.Ordinary) switch
        {
            DayKind.DayOff => false,
            DayKind.Workday => true,
            _ => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
        };

    /// <summary>Whether the table says anything of a year; of the next one it does only since the State Council has set its holidays.</summary>
    public bool Knows(int year) => kinds.Keys.Any(day => day.Year == year);

    /// <summary>
    /// The shortest period from a day on in which so many working days lie. The first day belongs to it, and counts when people work on it; the
    /// last one is a working day.
    /// </summary>
    /// <param name="workingDays">At least one.</param>
    public DayPeriod Period(DateOnly firstDay, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);
        var day = firstDay;
        for (var left = IsWorkday(day) ? workingDays - 1 : workingDays; left > 0; left -= IsWorkday(day) ? 1 : 0)
        {
            day = day.AddDays(1);
        }

        return new DayPeriod(firstDay, day);
    }
}
