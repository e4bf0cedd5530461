using System.Globalization;
using System.Security.Cryptography;
using Craftsman.Infrastructure.RateLimiting;
using Craftsman.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;

namespace Craftsman.Tests.RateLimiting;

/// <summary>The script in Redis and the code in the process are one rule.</summary>
public sealed class RedisGcraTests(App app, ITestOutputHelper output)
{
    [Fact]
    public async Task Script_and_process_give_equal_answers_to_any_sequence_of_questions_at_the_same_times()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"seed {seed.ToString(CultureInfo.InvariantCulture)}");
        var random = new Random(seed);
        await using var redis = await Connect();
        var database = redis.GetDatabase();
        var script = ScriptWithOurClock();
        for (var sequence = 0; sequence < 20; sequence++)
        {
            // At most three a minute, so that a key outlives the test: Redis forgets keys by its own clock, not by ours.
            var policy = new RatePolicy("compared", random.Next(1, 4), random.Next(1, 8));
            var question = new RateQuestion(policy, app.UniqueName($"sequence-{seed}-"));
            var local = new LocalGcra();
            var now = 1_700_000_000_000_000L;
            for (var step = 0; step < 60; step++)
            {
                now += random.Next(4) == 0 ? random.NextInt64(3 * policy.IntervalMicroseconds) : random.Next(1000);
                var answer = (long[])
                    (
                        await database.ScriptEvaluateAsync(
                            script,
                            [$"rate:{policy.Name}:{question.Key}"],
                            [policy.IntervalMicroseconds, policy.Burst, now / 1_000_000, now % 1_000_000]
                        )
                    )!;
                var fromRedis = new RateAnswer(
                    policy,
                    answer[0] == 1,
                    (int)answer[1],
                    TimeSpan.FromMicroseconds(answer[2]),
                    TimeSpan.FromMicroseconds(answer[3])
                );

                Assert.Equal(local.Ask(question, now), fromRedis);
            }
        }
    }

    [Fact]
    public async Task Fifty_instances_asking_at_once_over_a_burst_of_ten_are_let_in_exactly_ten_times()
    {
        await using var redis = await Connect();
        var limiters = Enumerable
            .Range(0, 50)
            .Select(_ => new RateLimiter(redis, TimeProvider.System, NullLogger<RateLimiter>.Instance))
            .ToList();
        var question = new RateQuestion(new RatePolicy("raced", 1, 10), Unique());

        var answers = await Task.WhenAll(limiters.Select(limiter => limiter.Ask([question])));

        Assert.Equal(10, answers.Count(answer => answer.Single().IsAllowed));
    }

    [Fact]
    public async Task Several_questions_of_one_request_are_answered_in_their_order()
    {
        await using var redis = await Connect();
        var limiter = new RateLimiter(redis, TimeProvider.System, NullLogger<RateLimiter>.Instance);
        var tight = new RateQuestion(new RatePolicy("tight", 1, 1), Unique());
        var loose = new RateQuestion(new RatePolicy("loose", 1, 100), Unique());
        await limiter.Ask([tight]);

        var answers = await limiter.Ask([loose, tight]);

        Assert.Equal(
            [("loose", true, 99), ("tight", false, 0)],
            answers.Select(a => (a.Policy.Name, a.IsAllowed, a.Remaining))
        );
    }

    [Fact]
    public async Task A_key_is_forgotten_by_Redis_when_its_burst_is_whole_again()
    {
        await using var redis = await Connect();
        var question = new RateQuestion(new RatePolicy("forgotten", 6, 5), Unique());
        await new RateLimiter(redis, TimeProvider.System, NullLogger<RateLimiter>.Instance).Ask([question]);

        var left = await redis.GetDatabase().KeyTimeToLiveAsync($"rate:{question.Policy.Name}:{question.Key}");

        Assert.InRange(left!.Value, TimeSpan.Zero, TimeSpan.FromMilliseconds(10_001));
    }

    private static string Unique() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();

    private static async Task<ConnectionMultiplexer> Connect() =>
        await ConnectionMultiplexer.ConnectAsync(
            new RedisOptions { ConnectionString = TestServers.Redis }.WithOurSettings()
        );

    /// <summary>The script as it runs, only that we tell it the time which it else reads from Redis.</summary>
    private static string ScriptWithOurClock()
    {
        using var stream = typeof(RateLimiter).Assembly.GetManifestResourceStream("gcra.lua")!;
        using var reader = new StreamReader(stream);
        var script = reader.ReadToEnd();
        Assert.Contains("redis.call('TIME')", script, StringComparison.Ordinal);
        return script.Replace("redis.call('TIME')", "{ARGV[3], ARGV[4]}", StringComparison.Ordinal);
    }
}
