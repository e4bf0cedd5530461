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
            RateQuestion[] questions =
            [
                .. Enumerable
                    .Range(0, 3)
                    .Select(at => new RateQuestion(
                        new RatePolicy($"compared-{at}", random.Next(1, 4), random.Next(1, 8)),
                        app.UniqueName($"sequence-{seed}-")
                    )),
            ];
            var local = new LocalGcra();
            var now = 1_700_000_000_000_000L;
            for (var step = 0; step < 60; step++)
            {
                var policy = questions[random.Next(3)].Policy;
                now += random.Next(4) == 0 ? random.NextInt64(3 * policy.IntervalMicroseconds) : random.Next(1000);
                var requests = Enumerable
                    .Range(0, random.Next(1, 4))
                    .Select(_ => Enumerable.Range(1, 3).Where(_ => random.Next(2) == 0).DefaultIfEmpty(1).ToArray())
                    .ToList();
                var numbers = (long[])
                    (
                        await database.ScriptEvaluateAsync(
                            script,
                            [.. questions.Select(question => (RedisKey)$"rate:{question.Policy.Name}:{question.Key}")],
                            [
                                now / 1_000_000,
                                now % 1_000_000,
                                .. questions.SelectMany(question =>
                                    new RedisValue[] { question.Policy.IntervalMicroseconds, question.Policy.Burst }
                                ),
                                .. requests
                                    .SelectMany(places => places.Prepend(places.Length))
                                    .Select(number => (RedisValue)number),
                            ]
                        )
                    )!;

                Assert.Equal(
                    requests.SelectMany(places => local.Ask([.. places.Select(place => questions[place - 1])], now)),
                    requests
                        .SelectMany(places => places)
                        .Zip(numbers, (place, number) => questions[place - 1].Policy.Answer(number))
                );
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
    public async Task A_request_that_one_key_refuses_is_answered_in_order_and_takes_from_none()
    {
        await using var redis = await Connect();
        var limiter = new RateLimiter(redis, TimeProvider.System, NullLogger<RateLimiter>.Instance);
        var tight = new RateQuestion(new RatePolicy("tight", 1, 1), Unique());
        var loose = new RateQuestion(new RatePolicy("loose", 1, 100), Unique());
        await limiter.Ask([tight]);

        var answers = await limiter.Ask([loose, tight]);

        Assert.Equal(
            [("loose", true, 100), ("tight", false, 0)],
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
        return script.Replace(
            "local time = redis.call('TIME')",
            "local time = {table.remove(ARGV, 1), table.remove(ARGV, 1)}",
            StringComparison.Ordinal
        );
    }
}
