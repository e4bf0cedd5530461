using System.Diagnostics;
using System.Globalization;
using Dapper;
using MySqlConnector;

namespace Craftsman.Tests.Support;

/// <summary>A MariaDB of a test's own, as durable as the real one, which may be killed and come back.</summary>
public sealed class MariaDbProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("craftsman-mariadb-");
    private readonly int port = ApiProcess.FreePort();
    private Process? process;

    public string Migrator => ConnectionString("root", "");

    public string Application => ConnectionString("craftsman", "a password for tests");

    public static async Task<MariaDbProcess> Starts()
    {
        var server = new MariaDbProcess();
        try
        {
            await Run(
                "mariadb-install-db",
                "--no-defaults",
                $"--datadir={server.folder.FullName}/data",
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                $"--user={Environment.UserName}"
            );
            await server.StartsAgain();
            await using var connection = new MySqlConnection(server.Migrator + ";AllowUserVariables=true");
            foreach (var host in new[] { "127.0.0.1", "localhost" })
            {
                await connection.ExecuteAsync(
                    $"""
                    CREATE USER craftsman@'{host}' IDENTIFIED BY 'a password for tests';
                    GRANT SELECT, INSERT, UPDATE, DELETE ON `craftsman\_test\_%`.* TO craftsman@'{host}';
                    """
                );
            }

            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>On the same port and data, after its recovery.</summary>
    public async Task StartsAgain()
    {
        process = Process.Start(
            new ProcessStartInfo(
                "mariadbd",
                [
                    "--no-defaults",
                    $"--datadir={folder.FullName}/data",
                    $"--socket={folder.FullName}/s.sock",
                    $"--pid-file={folder.FullName}/pid",
                    "--bind-address=127.0.0.1",
                    string.Create(CultureInfo.InvariantCulture, $"--port={port}"),
                    $"--user={Environment.UserName}",
                    "--character-set-server=utf8mb4",
                    "--max-connections=500",
                    "--innodb-flush-log-at-trx-commit=1",
                    $"--log-bin={folder.FullName}/data/binlog",
                    "--sync-binlog=1",
                    "--log-bin-trust-function-creators=1",
                    "--innodb-buffer-pool-size=64M",
                ]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var since = Stopwatch.StartNew();
        while (!await Answers())
        {
            Assert.True(since.Elapsed < Patience && !process.HasExited, "mariadbd did not start.");
            await Task.Delay(50);
        }
    }

    /// <summary>SIGKILL, as a power cut looks to the program.</summary>
    public async Task Dies()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await Dies();
        }

        folder.Delete(recursive: true);
    }

    private async Task<bool> Answers()
    {
        try
        {
            await using var connection = new MySqlConnection(Migrator + ";Pooling=false;ConnectionTimeout=2");
            await connection.OpenAsync();
            return true;
        }
        catch (MySqlException)
        {
            return false;
        }
    }

    private string ConnectionString(string user, string password) =>
        string.Create(CultureInfo.InvariantCulture, $"Server=127.0.0.1;Port={port};User ID={user};Password={password}");

    private static async Task Run(string program, params string[] arguments)
    {
        using var run = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = await Task.WhenAll(run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        Assert.True(run.ExitCode == 0, string.Concat(output));
    }
}
