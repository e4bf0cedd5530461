namespace Craftsman.Domain.ContentChecks;

/// <summary>How long, and how often, WeChat is asked.</summary>
public static class ContentCheckRules
{
    /// <summary>WeChat checks only what citizens send who were in the mini program within two hours.</summary>
    public static readonly TimeSpan CitizenIsActiveFor = TimeSpan.FromHours(2);

    /// <summary>WeChat pushes the verdict on a picture within thirty minutes; five are for the way.</summary>
    public static readonly TimeSpan VerdictArrivesWithin = TimeSpan.FromMinutes(35);

    /// <summary>A picture without a verdict is submitted once more, and then a human decides.</summary>
    public const int MostSubmissions = 2;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>Nobody is asked any more: WeChat would refuse, or has twice kept silent about a picture.</summary>
    public static bool IsOver(DateTimeOffset writtenAt, int submissions, DateTimeOffset now) =>
        now - writtenAt >= CitizenIsActiveFor || submissions >= MostSubmissions;

    /// <summary>Two seconds after the first failure, doubling up to five minutes.</summary>
    public static TimeSpan PauseAfter(int attempts) =>
        attempts > 8 ? LongestPause : TimeSpan.FromSeconds(Math.Min(1 << attempts, LongestPause.TotalSeconds));
}
