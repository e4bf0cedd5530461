using System.Collections.Concurrent;

namespace Craftsman.Infrastructure.RateLimiting;

/// <summary>The same rule as gcra.lua, kept in this process. Keys whose burst is whole again are dropped every ten seconds.</summary>
public sealed class LocalGcra
{
    private const long SweepEveryMicroseconds = 10_000_000;

    private readonly ConcurrentDictionary<(string Policy, string Key), long> arrivals = new();
    private long sweepFrom;

    /// <param name="now">Microseconds of any clock that only goes forward.</param>
    public RateAnswer Ask(RateQuestion question, long now)
    {
        var key = (question.Policy.Name, question.Key);
        var interval = question.Policy.IntervalMicroseconds;
        var tolerance = interval * question.Policy.Burst;
        while (true)
        {
            var isKnown = arrivals.TryGetValue(key, out var known);
            var arrival = Math.Max(isKnown ? known : now, now);
            var after = arrival + interval;
            var over = after - now - tolerance;
            if (over > 0)
            {
                return new(
                    question.Policy,
                    false,
                    0,
                    TimeSpan.FromMicroseconds(over),
                    TimeSpan.FromMicroseconds(arrival - now)
                );
            }

            if (isKnown ? arrivals.TryUpdate(key, after, known) : arrivals.TryAdd(key, after))
            {
                Sweep(now);
                var remaining = (int)((tolerance - (after - now)) / interval);
                return new(question.Policy, true, remaining, TimeSpan.Zero, TimeSpan.FromMicroseconds(after - now));
            }
        }
    }

    private void Sweep(long now)
    {
        var due = Volatile.Read(ref sweepFrom);
        if (now < due || Interlocked.CompareExchange(ref sweepFrom, now + SweepEveryMicroseconds, due) != due)
        {
            return;
        }

        foreach (var entry in arrivals)
        {
            if (entry.Value <= now)
            {
                arrivals.TryRemove(entry);
            }
        }
    }
}
