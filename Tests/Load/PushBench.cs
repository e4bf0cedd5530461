using System.Globalization;
using Craftsman.Infrastructure.WeChat;

namespace Craftsman.Load;

/// <summary>
/// How long WeChat waits for the answer to a push while pushes come from 64 connections at once: WeChat gives up after five seconds, we
/// want one. Every event is new, so each is stored before it is answered, and handled meanwhile.
/// </summary>
internal static class PushBench
{
    private const string Token = "pushtokenforbenches";
    private const int Connections = 64;
    private const int Events = 60_000;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(8);

    public static async Task<int> Run(Report report)
    {
        var secrets = BenchService.NewSecrets();
        var database = await BenchDatabase.Create(secrets);
        await using var service = await BenchService.Start(
            database,
            secrets,
            ("WeChat:PushToken", Token),
            ("WeChat:PushMode", "Plain")
        );
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var path = $"/wechat/messages?signature={PushSignature.Of(Token, now, "nonce")}&timestamp={now}&nonce=nonce";
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(
            file,
            Enumerable
                .Range(0, Events)
                .Select(at =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $$$"""POST {{{path}}} - {"FromUserName":"gh_wechat","CreateTime":{{{now}}},"MsgType":"event","Event":"wxa_media_check","appid":"wxbench","trace_id":"trace-{{{at}}}","errcode":0,"result":{"suggest":"pass","label":100}}"""
                    )
                )
        );

        var result = await Wrk.Send(service.Address, file, 0, Connections, Duration);
        var stored = await database.Value<long>("SELECT COUNT(*) FROM wechat_events");
        var joined = await database.Value<long>("SELECT COUNT(*) FROM wechat_media_verdicts");
        if (result.Unexpected > 0 || stored < result.Requests)
        {
            Report.Say(
                $"Nothing is told: {result.Unexpected} unexpected answers, {result.Requests} pushes answered, {stored} stored."
            );
            return 1;
        }

        report.Add("push.per_second", result.PerSecond, "pushes/s");
        report.Add("push.p50_ms", result.MedianMilliseconds, "ms");
        report.Add("push.p99_ms", result.P99Milliseconds, "ms");
        report.Add("push.handled_meanwhile", joined, "events");
        report.Print();
        return 0;
    }
}
