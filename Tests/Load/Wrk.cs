using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Craftsman.Load;

/// <summary>What one run of wrk saw.</summary>
/// <param name="Unexpected">Answers that were no success, and broken connections. A ratio is worth nothing beside even one.</param>
internal sealed record WrkResult(
    double PerSecond,
    double MedianMilliseconds,
    double P99Milliseconds,
    double MostMilliseconds,
    long Requests,
    long Unexpected
);

/// <summary>Load from outside the process, by wrk with one thread.</summary>
internal static partial class Wrk
{
    private const int MostRounds = 15;
    private const double Faster = 1.03;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Sends the requests until two rounds together are no faster than the best before. The runtime compiles the path for good beside the
    /// requests, on the processors they use too: until it has ended, its work is what would be measured.
    /// </summary>
    public static async Task WarmUp(Uri address, string requests, int connections)
    {
        var (best, slower) = (0.0, 0);
        for (var round = 0; round < MostRounds && slower < 2; round++)
        {
            var perSecond = (await Send(address, requests, 0, connections, Round)).PerSecond;
            slower = perSecond > best * Faster ? 0 : slower + 1;
            best = Math.Max(best, perSecond);
        }
    }

    /// <summary>Sends each of the prepared requests once, or for so long.</summary>
    /// <param name="requests">A file with one request a line: method, path, token.</param>
    public static async Task<WrkResult> Send(Uri address, string requests, int from, int connections, TimeSpan duration)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "requests.lua");
        var start = new ProcessStartInfo("wrk") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (
            var argument in new[]
            {
                "-t1",
                string.Create(CultureInfo.InvariantCulture, $"-c{connections}"),
                string.Create(CultureInfo.InvariantCulture, $"-d{duration.TotalSeconds:0}s"),
                "--latency",
                "-s",
                script,
                address.ToString(),
                requests,
                from.ToString(CultureInfo.InvariantCulture),
            }
        )
        {
            start.ArgumentList.Add(argument);
        }

        using var wrk = Process.Start(start)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (Result().Match(output) is not { Success: true } result)
        {
            throw new InvalidOperationException($"wrk said: {output}");
        }

        return new WrkResult(
            Number("requests") / (Number("microseconds") / 1e6),
            Number("p50") / 1000,
            Number("p99") / 1000,
            Number("max") / 1000,
            (long)Number("requests"),
            (long)Number("unexpected")
        );

        double Number(string group) => double.Parse(result.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        "RESULT requests=(?<requests>\\d+) microseconds=(?<microseconds>\\d+) p50=(?<p50>[0-9.]+) p99=(?<p99>[0-9.]+) max=(?<max>[0-9.]+) unexpected=(?<unexpected>\\d+)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Result();
}
