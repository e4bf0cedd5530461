using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Craftsman.Tests.Support;

/// <summary>The service as a process of its own, for what happens to processes: death, signals, logs, refusals to start.</summary>
public sealed partial class ApiProcess : IAsyncDisposable
{
    /// <summary>Generous, because the machine may be busy with all other tests; a healthy start takes a second or two.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly ConcurrentDictionary<int, byte> HandedOut = new();

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();

    private ApiProcess(
        IReadOnlyDictionary<string, string?> settings,
        (string Key, string? Value)[] changes,
        string[] arguments
    )
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Craftsman.Api.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings.Select(pair => (pair.Key, pair.Value)).Concat(changes))
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>A client without a token; the port is the one the system gave.</summary>
    public ApiClient Anonymous { get; private set; } = null!;

    /// <summary>What the process wrote so far, on both outputs.</summary>
    public IReadOnlyList<string> Lines => [.. output, .. errors];

    /// <summary>Starts it with the settings of the running service and some changes (null takes one away), and waits until it lives.</summary>
    public static async Task<ApiProcess> Serves(App app, params (string Key, string? Value)[] changes)
    {
        var api = new ApiProcess(app.Settings, changes, []);
        try
        {
            await api.Listens();
            (await api.Anonymous.Get("/health/live")).Should(200);
            return api;
        }
        catch
        {
            await api.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs it to its end, for commands and for what it refuses to start with.</summary>
    public static async Task<Ended> Runs(App app, string[] arguments, params (string Key, string? Value)[] changes)
    {
        await using var api = new ApiProcess(app.Settings, changes, arguments);
        var code = await api.Ends();
        return new Ended(code, [.. api.output], [.. api.errors]);
    }

    /// <summary>Linux allows each user 128 of them, all processes together.</summary>
    public int FileWatchers =>
        new DirectoryInfo(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/fd"))
            .EnumerateFileSystemInfos()
            .Count(open => open.LinkTarget == "anon_inode:inotify");

    /// <summary>
    /// A port that was free a moment ago and is handed out once. It is none of those that Linux gives to outgoing connections, of which a
    /// run makes thousands: what dies and comes back at its port would now and then find it taken.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            if (HandedOut.TryAdd(port, 0) && IsFree(port))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>SIGKILL: no code of the process runs any more.</summary>
    public async Task Kill()
    {
        process.Kill();
        await Ends();
    }

    /// <summary>SIGTERM, as an operator stops it; says the exit code.</summary>
    public async Task<int> Stop()
    {
        using var kill = Process.Start(
            "sh",
            ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -TERM {process.Id}")]
        );
        await kill.WaitForExitAsync();
        return await Ends();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }

    private async Task<int> Ends()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    private async Task Listens()
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed < Patience && !process.HasExited)
        {
            if (output.Select(line => Listening().Match(line)).FirstOrDefault(match => match.Success) is { } listening)
            {
                Anonymous = new ApiClient(new Uri(listening.Groups["address"].Value));
                return;
            }

            await Task.Delay(20);
        }

        Assert.Fail("The API did not start: " + string.Join('\n', errors));
    }

    [GeneratedRegex(
        "Now listening on: .*(?<address>http://127\\.0\\.0\\.1:[0-9]+)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Listening();

    /// <summary>How a run ended and what it said.</summary>
    public sealed record Ended(int Code, IReadOnlyList<string> Output, IReadOnlyList<string> Errors);
}
