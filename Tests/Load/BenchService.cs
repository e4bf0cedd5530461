using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Identity;
using Microsoft.Extensions.Options;

namespace Craftsman.Load;

/// <summary>The service as a process of its own, with the baselines beside its routes.</summary>
internal sealed partial class BenchService : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly AccessTokens tokens;

    private BenchService(Process process, SecretsOptions secrets)
    {
        this.process = process;
        tokens = new AccessTokens(Options.Create(secrets));
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Resident memory now, in MB.</summary>
    public double ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static SecretsOptions NewSecrets()
    {
        static string Key() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretsOptions.KeyBytes));
        var secrets = new SecretsOptions
        {
            CitizenTokenKey = Key(),
            StaffTokenKey = Key(),
            CursorKey = Key(),
            MediaKey = Key(),
            BlindIndexKey = Key(),
        };
        secrets.DataKeys[1] = Key();
        return secrets;
    }

    public static async Task<BenchService> Start(
        BenchDatabase database,
        SecretsOptions secrets,
        params (string Key, string Value)[] changes
    )
    {
        var folder = AppContext.BaseDirectory;
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        // The baselines are in this assembly, so the service runs with this program's list of assemblies.
        foreach (
            var argument in new[]
            {
                "exec",
                "--depsfile",
                Path.Combine(folder, "Craftsman.Load.deps.json"),
                "--runtimeconfig",
                Path.Combine(folder, "Craftsman.Api.runtimeconfig.json"),
                Path.Combine(folder, "Craftsman.Api.dll"),
            }
        )
        {
            start.ArgumentList.Add(argument);
        }

        (string, string)[] settings =
        [
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
            ("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", "Craftsman.Load"),
            // One line names the port; a line for each request would go into our pipe and not onto a disk, so it is left out on all paths.
            ("Serilog:MinimumLevel:Default", "Warning"),
            ("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Information"),
            ("Database:ConnectionString", database.ConnectionString),
            ("Redis:ConnectionString", BenchServers.Redis),
            ("WeChat:Mode", "Real"),
            ("WeChat:BaseAddress", "http://127.0.0.1:1/"),
            ("WeChat:AppId", "wxbench"),
            ("WeChat:AppSecret", "no-secret-of-anybody"),
            ("Network:PublicAddress", "https://bench.example/"),
            ("Invitations:LinkBase", "https://bench.example/i/"),
            ("Media:Folder", Directory.CreateTempSubdirectory("craftsman-bench-").FullName),
            // A bench's voters are robots, and would be set aside while they are counted.
            ("Voting:ScoresVotes", "false"),
            ("Voting:AsksRiskRanks", "false"),
            ("RateLimits:WritesPerAddress:PerMinute", "1000000"),
            ("RateLimits:WritesPerAddress:Burst", "1000000"),
            ("Secrets:CitizenTokenKey", secrets.CitizenTokenKey),
            ("Secrets:StaffTokenKey", secrets.StaffTokenKey),
            ("Secrets:CursorKey", secrets.CursorKey),
            ("Secrets:MediaKey", secrets.MediaKey),
            ("Secrets:BlindIndexKey", secrets.BlindIndexKey),
            ("Secrets:DataKeys:1", secrets.DataKeys[1]),
        ];
        foreach (var (key, value) in settings.Concat(changes))
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var service = new BenchService(Process.Start(start)!, secrets);
        await service.Listens();
        return service;
    }

    public string TokenFor(Guid citizen, Guid session) =>
        tokens.Issue(
            AccessTokens.CitizenScheme,
            new OpenedSession(session, citizen, ""),
            TimeProvider.System.GetUtcNow()
        );

    public string TokenForStaff(Guid staff, Guid session) =>
        tokens.Issue(AccessTokens.StaffScheme, new OpenedSession(session, staff, ""), TimeProvider.System.GetUtcNow());

    /// <summary>A client of a person of staff, logged in.</summary>
    public async Task<HttpClient> LogsIn(string userName, string password)
    {
        var http = new HttpClient { BaseAddress = Address };
        using var answer = await http.PostAsJsonAsync("/admin/v1/auth/login", new { userName, password });
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    public async ValueTask DisposeAsync()
    {
        using (
            var kill = Process.Start(
                "kill",
                ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]
            )
        )
        {
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task Listens()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Listening().Match(line) is { Success: true } listening)
            {
                Address = new Uri(listening.Groups["address"].Value);
                _ = Task.Run(async () =>
                {
                    while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } later)
                    {
                        Report.Say(later);
                    }
                });
                return;
            }

            Report.Say(line);
        }

        throw new InvalidOperationException("The service did not start.");
    }

    [GeneratedRegex(
        "Now listening on: .*(?<address>http://127\\.0\\.0\\.1:[0-9]+)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Listening();
}
