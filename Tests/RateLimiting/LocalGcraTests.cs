using Craftsman.Infrastructure.RateLimiting;

namespace Craftsman.Tests.RateLimiting;

public sealed class LocalGcraTests
{
    private const long Second = 1_000_000;

    /// <summary>One a second, three at once.</summary>
    private static readonly RatePolicy Policy = new("three-at-once", 60, 3);

    [Fact]
    public void A_burst_passes_and_the_next_one_is_told_when_to_come_back()
    {
        var limiter = new LocalGcra();

        Assert.Equal([2, 1, 0], Enumerable.Range(0, 3).Select(_ => Granted(limiter, "a", 0)));

        var refused = Ask(limiter, new(Policy, "a"), Second / 4);
        Assert.False(refused.IsAllowed);
        Assert.Equal(0, refused.Remaining);
        Assert.Equal(TimeSpan.FromMilliseconds(750), refused.RetryAfter);
        Assert.Equal(TimeSpan.FromMilliseconds(2750), refused.ResetAfter);
    }

    [Fact]
    public void Whoever_comes_back_when_told_is_let_in_and_a_microsecond_earlier_is_not()
    {
        var limiter = new LocalGcra();
        Use(limiter, "a", 3, 0);

        Assert.False(Ask(limiter, new(Policy, "a"), Second - 1).IsAllowed);
        Assert.Equal(0, Granted(limiter, "a", Second));
        Assert.False(Ask(limiter, new(Policy, "a"), Second).IsAllowed);
    }

    [Fact]
    public void Refusals_cost_nothing()
    {
        var limiter = new LocalGcra();
        Use(limiter, "a", 3, 0);
        for (var i = 0; i < 100; i++)
        {
            Assert.False(Ask(limiter, new(Policy, "a"), Second / 2).IsAllowed);
        }

        Assert.Equal(0, Granted(limiter, "a", Second));
    }

    [Fact]
    public void After_a_rest_the_burst_is_whole_again_and_no_larger()
    {
        var limiter = new LocalGcra();
        Use(limiter, "a", 3, 0);

        Use(limiter, "a", 3, 1000 * Second);

        Assert.False(Ask(limiter, new(Policy, "a"), 1000 * Second).IsAllowed);
    }

    [Fact]
    public void Keys_and_policies_are_counted_apart()
    {
        var limiter = new LocalGcra();
        Use(limiter, "a", 3, 0);

        Assert.Equal(2, Granted(limiter, "b", 0));
        Assert.True(Ask(limiter, new(Policy with { Name = "another" }, "a"), 0).IsAllowed);
        Assert.False(Ask(limiter, new(Policy, "a"), 0).IsAllowed);
    }

    [Fact]
    public void A_key_that_was_swept_away_has_its_whole_burst_and_one_in_use_keeps_its_count()
    {
        var limiter = new LocalGcra();
        var slow = new RatePolicy("slow", 1, 2);
        Use(limiter, "rested", 3, 0);
        Assert.True(Ask(limiter, new(slow, "busy"), 0).IsAllowed);
        Assert.True(Ask(limiter, new(slow, "busy"), 0).IsAllowed);

        Use(limiter, "sweeper", 1, 11 * Second);

        Use(limiter, "rested", 3, 11 * Second);
        Assert.False(Ask(limiter, new(slow, "busy"), 11 * Second).IsAllowed);
    }

    [Fact]
    public void Fifty_threads_racing_over_a_burst_of_ten_are_let_in_exactly_ten_times()
    {
        var limiter = new LocalGcra();
        var ten = new RatePolicy("ten-at-once", 1, 10);
        var admitted = 0;
        var start = new ManualResetEventSlim();
        var threads = Enumerable
            .Range(0, 50)
            .Select(_ => new Thread(() =>
            {
                start.Wait();
                if (Ask(limiter, new(ten, "raced"), 0).IsAllowed)
                {
                    Interlocked.Increment(ref admitted);
                }
            }))
            .ToList();
        threads.ForEach(thread => thread.Start());
        start.Set();
        threads.ForEach(thread => thread.Join());

        Assert.Equal(10, admitted);
    }

    [Fact]
    public void A_request_that_one_key_refuses_takes_from_none()
    {
        var limiter = new LocalGcra();
        Use(limiter, "used up", 3, 0);

        for (var i = 0; i < 10; i++)
        {
            var answers = limiter.Ask([new(Policy, "fresh"), new(Policy, "used up")], 0);
            Assert.Equal([true, false], answers.Select(answer => answer.IsAllowed));
        }

        Use(limiter, "fresh", 3, 0);
    }

    private static RateAnswer Ask(LocalGcra limiter, RateQuestion question, long now) =>
        Assert.Single(limiter.Ask([question], now));

    private static int Granted(LocalGcra limiter, string key, long now)
    {
        var answer = Ask(limiter, new(Policy, key), now);
        Assert.True(answer.IsAllowed);
        Assert.Equal(TimeSpan.Zero, answer.RetryAfter);
        return answer.Remaining;
    }

    private static void Use(LocalGcra limiter, string key, int times, long now)
    {
        for (var i = 0; i < times; i++)
        {
            Granted(limiter, key, now);
        }
    }
}
