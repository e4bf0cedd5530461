using Craftsman.Api.WeChat;
using Craftsman.Infrastructure.WeChat;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.SimulatedWeChat;

/// <summary>
/// Pushes the verdicts on pictures a moment after they were submitted. As WeChat does, it fetches the picture first, without a login,
/// and says -1008 where it cannot. The sender's name decides: one that ends in <c>-risky</c> or <c>-review</c> gets that verdict, one
/// that ends in <c>-silent</c> none, all others pass.
/// </summary>
/// <remarks>The event is stored as a push is, without a signature, so that it works where no push is set up.</remarks>
public sealed class SimulatedVerdicts(
    SimulatedSafety safety,
    SimulatedPeople people,
    PushStore pushes,
    PushBell bell,
    IHttpClientFactory clients,
    IOptions<WeChatOptions> options,
    TimeProvider clock,
    ILogger<SimulatedVerdicts> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private const int DownloadFailed = -1008;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.Mode == WeChatMode.Simulated)
        {
            foreach (var check in safety.TakePending())
            {
                try
                {
                    await Push(check, stoppingToken);
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested)
                {
                    logger.LogWarning("A simulated verdict got lost: {Failure}", e.GetType().Name);
                }
            }

            await Task.Delay(Pause, stoppingToken);
        }
    }

    private async Task Push(PendingCheck check, CancellationToken cancellationToken)
    {
        var name = people.NameOf(check.OpenId);
        if (name.EndsWith("-silent", StringComparison.Ordinal))
        {
            return;
        }

        using var client = clients.CreateClient();
        using var fetched = await client.GetAsync(new Uri(check.MediaUrl), cancellationToken);
        var suggest =
            name.EndsWith("-risky", StringComparison.Ordinal) ? "risky"
            : name.EndsWith("-review", StringComparison.Ordinal) ? "review"
            : "pass";
        var message = new
        {
            ToUserName = "gh_simulated",
            FromUserName = "oSimulatedPush",
            CreateTime = clock.GetUtcNow().ToUnixTimeSeconds(),
            MsgType = "event",
            Event = MediaVerdicts.Event,
            appid = options.Value.AppId,
            trace_id = check.TraceId,
            version = 2,
            errcode = fetched.IsSuccessStatusCode ? 0 : DownloadFailed,
            result = new { suggest, label = suggest == "pass" ? 100 : 20001 },
        };
        await pushes.TryAdd(
            PushedMessage.Read(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(message))!,
            clock.GetUtcNow(),
            cancellationToken
        );
        bell.Ring();
    }
}
