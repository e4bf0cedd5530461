namespace Craftsman.Infrastructure.RateLimiting;

/// <summary>How often something may come: so many a minute sustained, and so many at once after a rest.</summary>
public sealed record RatePolicy(string Name, int PerMinute, int Burst)
{
    /// <summary>Microseconds between two requests at the sustained rate.</summary>
    public long IntervalMicroseconds { get; } = 60_000_000L / PerMinute;

    /// <summary>As the header <c>RateLimit-Policy</c> tells it.</summary>
    public string Header { get; } = FormattableString.Invariant($"\"{Name}\";q={PerMinute};w=60");

    /// <summary>What a key answers, by the microseconds until its burst is whole again; negated and less one when it refuses.</summary>
    public RateAnswer Answer(long untilWhole)
    {
        var tolerance = IntervalMicroseconds * Burst;
        if (untilWhole >= 0)
        {
            return new(
                this,
                true,
                (int)((tolerance - untilWhole) / IntervalMicroseconds),
                TimeSpan.Zero,
                TimeSpan.FromMicroseconds(untilWhole)
            );
        }

        var left = -untilWhole - 1;
        return new(
            this,
            false,
            0,
            TimeSpan.FromMicroseconds(left + IntervalMicroseconds - tolerance),
            TimeSpan.FromMicroseconds(left)
        );
    }
}

/// <summary>Asks a policy about one key, such as one citizen or one address.</summary>
public sealed record RateQuestion(RatePolicy Policy, string Key);

/// <summary>What the limiter answered about one key.</summary>
/// <param name="Remaining">How many more may come at once.</param>
/// <param name="RetryAfter">Until one more is allowed; zero when this one was.</param>
/// <param name="ResetAfter">Until the whole burst is back.</param>
public sealed record RateAnswer(
    RatePolicy Policy,
    bool IsAllowed,
    int Remaining,
    TimeSpan RetryAfter,
    TimeSpan ResetAfter
);
