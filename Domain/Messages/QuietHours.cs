namespace Craftsman.Domain.Messages;

/// <summary>From 22:00 to 08:00 in Hangzhou nobody's phone is made to ring.</summary>
public static class QuietHours
{
    private static readonly TimeSpan Begin = TimeSpan.FromHours(22);
    private static readonly TimeSpan End = TimeSpan.FromHours(8);

    /// <summary>The instant itself, or the morning at which the quiet hours it falls into end.</summary>
    public static DateTimeOffset NextAllowed(DateTimeOffset instant)
    {
        var today = ChinaDay.Of(instant);
        var sinceMidnight = instant - ChinaDay.StartOf(today);
        return sinceMidnight < End ? ChinaDay.StartOf(today) + End
            : sinceMidnight >= Begin ? ChinaDay.StartOf(today.AddDays(1)) + End
            : instant;
    }
}
