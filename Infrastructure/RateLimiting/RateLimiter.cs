using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Craftsman.Infrastructure.RateLimiting;

/// <summary>
/// Limits rates with GCRA in Redis, so that all instances count together; while Redis is away the same policies are kept by each
/// instance for itself. Requests that come while Redis is asked wait for the next question, and that is asked for all of them at once.
/// </summary>
public sealed class RateLimiter(IConnectionMultiplexer redis, TimeProvider clock, ILogger<RateLimiter> logger)
{
    /// <summary>Requests in one call of the script, so that none of Redis's other callers waits noticeably.</summary>
    private const int MostTogether = 256;

    /// <summary>After a failure Redis is left alone for so long, or each request would wait for its time-out.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The client's own time-out is half a second. Should it ever be lost, everybody who writes would wait behind it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private static readonly string Script = ReadScript();

    private readonly LocalGcra local = new();
    private readonly ConcurrentQueue<Waiting> waiting = new();
    private long askRedisFrom;
    private int isAsking;

    /// <summary>What each key answers. The request is allowed when all of them do, and only then has it taken from any.</summary>
    public Task<RateAnswer[]> Ask(params RateQuestion[] questions)
    {
        if (clock.GetTimestamp() < Volatile.Read(ref askRedisFrom))
        {
            return Task.FromResult(AskLocally(questions));
        }

        var request = new Waiting(questions);
        waiting.Enqueue(request);
        if (Interlocked.CompareExchange(ref isAsking, 1, 0) == 0)
        {
            _ = AskForAll();
        }

        return request.Answered.Task;
    }

    private async Task AskForAll()
    {
        var together = new List<Waiting>();
        do
        {
            while (!waiting.IsEmpty)
            {
                together.Clear();
                while (together.Count < MostTogether && waiting.TryDequeue(out var request))
                {
                    together.Add(request);
                }

                await Ask(together);
            }

            // Somebody may have come between the last look and the sign that we are gone. The sign is a full fence: a plain write could still
            // be on its way while we look once more, and who came meanwhile would see us at work and wait for nobody.
            Interlocked.Exchange(ref isAsking, 0);
        } while (!waiting.IsEmpty && Interlocked.CompareExchange(ref isAsking, 1, 0) == 0);
    }

    private async Task Ask(List<Waiting> together)
    {
        try
        {
            var (keys, arguments) = Arguments(together);
            var numbers = (long[])
                (await redis.GetDatabase().ScriptEvaluateAsync(Script, keys, arguments).WaitAsync(Longest))!;
            var next = 0;
            foreach (var request in together)
            {
                request.Answers = Array.ConvertAll(
                    request.Questions,
                    question => question.Policy.Answer(numbers[next++])
                );
            }

            Answers.Give<Waiting>([.. together], request => request.Answered.TrySetResult(request.Answers));
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            Volatile.Write(
                ref askRedisFrom,
                clock.GetTimestamp() + (long)(Pause.TotalSeconds * clock.TimestampFrequency)
            );
            logger.LogWarning(
                "Redis does not answer ({Failure}): rates are limited by this instance alone",
                e.GetType().Name
            );
            Answers.Give<Waiting>(
                [.. together],
                request => request.Answered.TrySetResult(AskLocally(request.Questions))
            );
        }
        catch (Exception e)
        {
            // Nobody may be left waiting for an answer that will not come.
            Answers.Give<Waiting>([.. together], request => request.Answered.TrySetException(e));
        }
    }

    private static (RedisKey[] Keys, RedisValue[] Arguments) Arguments(List<Waiting> together)
    {
        var places = new Dictionary<RateQuestion, int>();
        var keys = new List<RedisKey>();
        var rates = new List<RedisValue>();
        var requests = new List<RedisValue>();
        foreach (var request in together)
        {
            requests.Add(request.Questions.Length);
            foreach (var question in request.Questions)
            {
                if (!places.TryGetValue(question, out var place))
                {
                    keys.Add($"rate:{question.Policy.Name}:{question.Key}");
                    rates.Add(question.Policy.IntervalMicroseconds);
                    rates.Add(question.Policy.Burst);
                    place = keys.Count;
                    places.Add(question, place);
                }

                requests.Add(place);
            }
        }

        return ([.. keys], [.. rates, .. requests]);
    }

    private RateAnswer[] AskLocally(IReadOnlyList<RateQuestion> questions) =>
        local.Ask(questions, (long)clock.GetElapsedTime(0).TotalMicroseconds);

    private static string ReadScript()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("gcra.lua")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed class Waiting(RateQuestion[] questions)
    {
        public RateQuestion[] Questions => questions;

        public RateAnswer[] Answers { get; set; } = [];

        // Continues where it is answered, which is on the thread pool.
        public TaskCompletionSource<RateAnswer[]> Answered { get; } = new();
    }
}
