namespace Craftsman.Domain;

/// <summary>
/// A calendar day in Hangzhou. It begins at 16:00 UTC the day before: China has kept UTC+8 without summer time since 1991,
/// so the offset is a constant and needs no time zone data.
/// </summary>
public static class ChinaDay
{
    /// <summary>What to add to UTC to read a clock in Hangzhou.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day in Hangzhou on which an instant falls.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant at which a day in Hangzhou begins; the end of a day is the start of the next, exclusive.</summary>
    public static DateTimeOffset StartOf(DateOnly day) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();
}
