using System.Reflection;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Craftsman.Infrastructure.RateLimiting;

/// <summary>
/// Limits rates with GCRA in Redis, so that all instances count together; while Redis is away the same policies are kept by each
/// instance for itself. The keys of one request leave in one batch and are awaited once.
/// </summary>
public sealed class RateLimiter(IConnectionMultiplexer redis, TimeProvider clock, ILogger<RateLimiter> logger)
{
    /// <summary>After a failure Redis is left alone for so long, or each request would wait for its time-out.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly string Script = ReadScript();

    private readonly LocalGcra local = new();
    private long askRedisFrom;

    public async Task<IReadOnlyList<RateAnswer>> Ask(IReadOnlyList<RateQuestion> questions)
    {
        var now = clock.GetTimestamp();
        if (now < Volatile.Read(ref askRedisFrom))
        {
            return AskLocally(questions);
        }

        try
        {
            var batch = redis.GetDatabase().CreateBatch();
            var answers = Task.WhenAll(questions.Select(question => Queue(batch, question)));
            batch.Execute();
            return [.. questions.Zip(await answers, Read)];
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            Volatile.Write(ref askRedisFrom, now + (long)(Pause.TotalSeconds * clock.TimestampFrequency));
            logger.LogWarning(
                "Redis does not answer ({Failure}): rates are limited by this instance alone",
                e.GetType().Name
            );
            return AskLocally(questions);
        }
    }

    private static Task<RedisResult> Queue(IBatch batch, RateQuestion question) =>
        batch.ScriptEvaluateAsync(
            Script,
            [$"rate:{question.Policy.Name}:{question.Key}"],
            [question.Policy.IntervalMicroseconds, question.Policy.Burst]
        );

    private static RateAnswer Read(RateQuestion question, RedisResult result)
    {
        var answer = (long[])result!;
        return new RateAnswer(
            question.Policy,
            answer[0] == 1,
            (int)answer[1],
            TimeSpan.FromMicroseconds(answer[2]),
            TimeSpan.FromMicroseconds(answer[3])
        );
    }

    private RateAnswer[] AskLocally(IReadOnlyList<RateQuestion> questions)
    {
        var microseconds = (long)(clock.GetElapsedTime(0).TotalMicroseconds);
        return [.. questions.Select(question => local.Ask(question, microseconds))];
    }

    private static string ReadScript()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("gcra.lua")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
