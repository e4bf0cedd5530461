namespace Craftsman.Domain.Messages;

/// <summary>When messages are sent again, and when no more.</summary>
public static class MessageRules
{
    /// <summary>Accepts are told by the phone and cannot be checked, so they do not pile up without end.</summary>
    public const int MostCredits = 20;

    /// <summary>At most one message an hour to one citizen, whatever came of it.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromHours(1);

    /// <summary>Older news is no news. It bounds the tries too: in an outage no number of them decides, only time.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    /// <summary>How long a message may be under way: a call and its token take at most some twenty seconds.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>30 seconds after the first try, doubling to an hour.</summary>
    public static TimeSpan PauseAfter(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(3600, 30 << Math.Clamp(attempts - 1, 0, 7)));
}
