using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>APIs that fail together: one group's trouble leaves the others alone.</summary>
internal enum WeChatGroup
{
    Token,
    Login,
    Security,
    Risks,
    Messages,
    Codes,
}

/// <summary>One of WeChat's APIs.</summary>
/// <param name="IsRepeatable">Asking twice does no harm. A code that works once or a message is not repeatable.</param>
internal sealed record WeChatApi(WeChatGroup Group, string Path, bool IsRepeatable)
{
    public static readonly WeChatApi Login = new(WeChatGroup.Login, "sns/jscode2session", IsRepeatable: false);
    public static readonly WeChatApi Phones = new(
        WeChatGroup.Login,
        "wxa/business/getuserphonenumber",
        IsRepeatable: false
    );
    public static readonly WeChatApi Texts = new(WeChatGroup.Security, "wxa/msg_sec_check", IsRepeatable: true);
    public static readonly WeChatApi Pictures = new(WeChatGroup.Security, "wxa/media_check_async", IsRepeatable: true);
    public static readonly WeChatApi Risks = new(WeChatGroup.Risks, "wxa/getuserriskrank", IsRepeatable: true);
    public static readonly WeChatApi Messages = new(
        WeChatGroup.Messages,
        "cgi-bin/message/subscribe/send",
        IsRepeatable: false
    );
    public static readonly WeChatApi Codes = new(WeChatGroup.Codes, "wxa/getwxacodeunlimit", IsRepeatable: true);
    public static readonly WeChatApi Schemes = new(WeChatGroup.Codes, "wxa/generatescheme", IsRepeatable: true);
}

/// <summary>
/// How long we bear with WeChat: five seconds a call; one repetition after 200 to 500 ms where the API is repeatable and WeChat was busy
/// or the network failed; a circuit for each group, which opens when half of ten calls or more within ten seconds failed, and lets one
/// call try three seconds later; at most two hundred calls of a group at once, the next being refused rather than queued.
/// </summary>
/// <remarks>It stands above the HTTP handler, because busy is told in the body. Always on the system's clock: a test's clock would stop it.</remarks>
public sealed class WeChatResilience
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan Total = TimeSpan.FromSeconds(5);
    private readonly Dictionary<(WeChatGroup, bool), ResiliencePipeline<WeChatReply>> pipelines = [];

    public WeChatResilience(ILogger<WeChatResilience> logger)
    {
        foreach (var group in Enum.GetValues<WeChatGroup>())
        {
            var guard = Guard(group, logger);
            pipelines[(group, false)] = guard;
            pipelines[(group, true)] = new ResiliencePipelineBuilder<WeChatReply> { TimeProvider = TimeProvider.System }
                .AddPipeline(guard)
                .AddRetry(
                    new RetryStrategyOptions<WeChatReply>
                    {
                        MaxRetryAttempts = 1,
                        ShouldHandle = new PredicateBuilder<WeChatReply>().HandleResult(reply => reply.IsOutage),
                        DelayGenerator = _ => new ValueTask<TimeSpan?>(
                            TimeSpan.FromMilliseconds(Random.Shared.Next(200, 500))
                        ),
                    }
                )
                .Build();
        }
    }

    internal ResiliencePipeline<WeChatReply> For(WeChatApi api) => pipelines[(api.Group, api.IsRepeatable)];

    private static ResiliencePipeline<WeChatReply> Guard(WeChatGroup group, ILogger logger) =>
        new ResiliencePipelineBuilder<WeChatReply> { TimeProvider = TimeProvider.System }
            .AddConcurrencyLimiter(MostAtOnce)
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<WeChatReply>
                {
                    FailureRatio = 0.5,
                    MinimumThroughput = 10,
                    SamplingDuration = TimeSpan.FromSeconds(10),
                    BreakDuration = TimeSpan.FromSeconds(3),
                    ShouldHandle = new PredicateBuilder<WeChatReply>()
                        .Handle<TimeoutRejectedException>()
                        .HandleResult(reply => reply.IsOutage),
                    OnOpened = _ =>
                    {
                        logger.LogError("WeChat's {Group} calls fail: they are refused for a while", group);
                        return default;
                    },
                    OnClosed = _ =>
                    {
                        logger.LogWarning("WeChat's {Group} calls succeed again", group);
                        return default;
                    },
                }
            )
            .AddTimeout(Total)
            .Build();
}
