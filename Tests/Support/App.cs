using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Craftsman.Api.ContentChecks;
using Craftsman.Api.Operations;
using Craftsman.Api.Tips;
using Craftsman.Api.WeChat;
using Craftsman.Infrastructure.Identity;
using Craftsman.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

[assembly: AssemblyFixture(typeof(App))]

namespace Craftsman.Tests.Support;

/// <summary>
/// The service on real servers, listening on a port of its own, with WeChat simulated. One for the whole run: each test makes its own
/// people, so tests run side by side and nothing is cleaned up.
/// </summary>
public sealed class App : IAsyncLifetime
{
    private readonly ConcurrentBag<IAsyncDisposable> instances = [];
    private readonly ConcurrentDictionary<string, LoggedIn> staff = new();
    private readonly Dictionary<string, string?> settings = [];
    private readonly DirectoryInfo media = Directory.CreateTempSubdirectory("craftsman-media-");
    private int names;

    /// <summary>The setting by which an instance logs more than what went wrong, as the service does by itself.</summary>
    public const string LogLevel = "Serilog:MinimumLevel:Default";

    public TestDatabase Database { get; private set; } = null!;

    /// <summary>The parts of the running service, for jobs that no route starts.</summary>
    public IServiceProvider Services { get; private set; } = null!;

    /// <summary>A client without a token.</summary>
    public ApiClient Anonymous { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var secrets = NewSecrets();
        Database = await TestDatabase.Create(secrets);
        settings["Database:ConnectionString"] = Database.ConnectionString;
        // Citizens of tests vote the moment they log in, as robots do.
        settings["Voting:ScoresVotes"] = "false";
        settings["Voting:AsksRiskRanks"] = "false";
        settings["Redis:ConnectionString"] = TestServers.Redis;
        settings["WeChat:Mode"] = "Simulated";
        settings["WeChat:AppId"] = "wxtest";
        settings["WeChat:AppSecret"] = "simulated-app-secret";
        settings["WeChat:PushToken"] = PushSender.Token;
        settings["WeChat:PushAesKey"] = PushSender.AesKey;
        settings["RateLimits:StaffLoginPerAddress:PerMinute"] = "10000";
        settings["RateLimits:StaffLoginPerAddress:Burst"] = "10000";
        settings["RateLimits:StaffLoginPerName:PerMinute"] = "10000";
        settings["RateLimits:StaffLoginPerName:Burst"] = "10000";
        settings["RateLimits:WritesPerAddress:PerMinute"] = "1000000";
        settings["RateLimits:WritesPerAddress:Burst"] = "1000000";
        settings["RateLimits:LoginPerAddress:PerMinute"] = "1000000";
        settings["RateLimits:LoginPerAddress:Burst"] = "1000000";
        // The machine is busy with all tests at once, which is no reason to refuse a vote.
        settings["Voting:Patience"] = "00:00:25";
        settings["Secrets:CitizenTokenKey"] = secrets.CitizenTokenKey;
        settings["Secrets:StaffTokenKey"] = secrets.StaffTokenKey;
        settings["Secrets:CursorKey"] = secrets.CursorKey;
        settings["Secrets:MediaKey"] = secrets.MediaKey;
        settings["Secrets:BlindIndexKey"] = secrets.BlindIndexKey;
        settings["Secrets:DataKeys:1"] = secrets.DataKeys[1];
        // Delivery takes whatever is due in the database, so it rests here; tests of it start instances on a database of their own.
        settings["Messages:LookEvery"] = "1.00:00:00";
        settings["Media:Folder"] = media.FullName;
        Anonymous = Start();
    }

    /// <summary>Settings of the running service, for tests that start it as a process of its own.</summary>
    public IReadOnlyDictionary<string, string?> Settings => settings;

    /// <summary>Where the running service keeps photos and files.</summary>
    public string MediaFolder => media.FullName;

    /// <summary>The keys of the running service, for tests that read what is encrypted.</summary>
    public SecretsOptions Secrets { get; private set; } = new();

    /// <summary>A further instance on the same database whose clock is ahead, for what only time brings: expiries, closings, the next day.</summary>
    public ApiClient InTheFuture(TimeSpan ahead) => Start(clock: new ShiftedClock(ahead));

    /// <summary>A further instance with other settings on the same database.</summary>
    public ApiClient With(params (string Key, string Value)[] changes) => Start(changes);

    /// <summary>A further instance on the same database that believes it is another moment, with other settings.</summary>
    public ApiClient At(DateTimeOffset moment, params (string Key, string Value)[] changes) =>
        Start(changes, new ShiftedClock(moment - TimeProvider.System.GetUtcNow()));

    /// <summary>A name nobody else in this run has.</summary>
    public string UniqueName(string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{Interlocked.Increment(ref names)}");

    /// <summary>A citizen never seen before, logged in.</summary>
    public Task<Citizen> NewCitizen() => Citizen.LogIn(Anonymous, UniqueName("citizen-"));

    /// <summary>The one person of a role, logged in anew before the token runs out.</summary>
    public Task<StaffMember> Staff(Domain.Identity.StaffRole role) =>
        staff
            .AddOrUpdate(
                role.ToString(),
                LogIn,
                (name, held) =>
                    TimeProvider.System.GetElapsedTime(held.At) < TimeSpan.FromMinutes(8) ? held : LogIn(name)
            )
            .Person.Value;

    private LoggedIn LogIn(string name) =>
        new(
            TimeProvider.System.GetTimestamp(),
            new(() => StaffMember.LogIn(Anonymous, name, TestDatabase.StaffPassword))
        );

    private sealed record LoggedIn(long At, Lazy<Task<StaffMember>> Person);

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }

        media.Delete(recursive: true);
        Observed.Write();
    }

    private ApiClient Start((string Key, string Value)[]? changes = null, TimeProvider? clock = null)
    {
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development");
            host.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
            host.UseSetting(LogLevel, "Warning");
            foreach (var (key, value) in settings)
            {
                host.UseSetting(key, value);
            }

            foreach (var (key, value) in changes ?? [])
            {
                host.UseSetting(key, value);
            }

            if (clock is not null)
            {
                host.ConfigureServices(services =>
                {
                    services.Replace(ServiceDescriptor.Singleton(clock));
                    // Seen from the future everything of today has expired, and the other tests still need it.
                    services.Remove(services.Single(service => service.ImplementationType == typeof(Housekeeping)));
                    services.Remove(services.Single(service => service.ImplementationType == typeof(PushHandling)));
                    services.Remove(services.Single(service => service.ImplementationType == typeof(ContentChecking)));
                    services.Remove(services.Single(service => service.ImplementationType == typeof(GroupingTips)));
                });
            }
        });
        factory.UseKestrel();
        factory.StartServer();
        instances.Add(factory);
        Services ??= factory.Services;
        return new ApiClient(factory.ClientOptions.BaseAddress);
    }

    private SecretsOptions NewSecrets()
    {
        static string Key() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretsOptions.KeyBytes));
        Secrets = new SecretsOptions
        {
            CitizenTokenKey = Key(),
            StaffTokenKey = Key(),
            CursorKey = Key(),
            MediaKey = Key(),
            BlindIndexKey = Key(),
        };
        Secrets.DataKeys[1] = Key();
        return Secrets;
    }

    private sealed class ShiftedClock(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }
}
