using System.Diagnostics;
using System.Globalization;
using StackExchange.Redis;

namespace Craftsman.Tests.Support;

/// <summary>A Redis of a test's own, which may die and come back without anybody else noticing.</summary>
public sealed class RedisProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly int port = ApiProcess.FreePort();
    private Process? process;

    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");

    public static async Task<RedisProcess> Starts()
    {
        var redis = new RedisProcess();
        await redis.StartsAgain();
        return redis;
    }

    /// <summary>On the same port, with nothing in it.</summary>
    public async Task StartsAgain()
    {
        process = Process.Start(
            new ProcessStartInfo(
                "redis-server",
                ["--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", ""]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                WorkingDirectory = Path.GetTempPath(),
            }
        )!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var since = Stopwatch.StartNew();
        while (await Keys() is null)
        {
            Assert.True(since.Elapsed < Patience && !process.HasExited, "redis-server did not start.");
            await Task.Delay(20);
        }
    }

    public async Task Dies()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>The names of all keys, or null when it does not answer.</summary>
    public async Task<IReadOnlyList<string>?> Keys()
    {
        try
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync(
                ConnectionString + ",connectTimeout=500,allowAdmin=true"
            );
            return (string[]?)await connection.GetDatabase().ExecuteAsync("KEYS", "*");
        }
        catch (RedisException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await Dies();
        }
    }
}
