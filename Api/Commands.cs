using Craftsman.Api.Http;
using Craftsman.Api.Operations;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Demo;
using Microsoft.Extensions.Options;
using MySqlConnector;

namespace Craftsman.Api;

/// <summary>What the program can be started for: to serve (no word), <c>migrate</c>, <c>seed-demo</c>, <c>describe v1|admin</c>, or <c>healthcheck</c>.</summary>
public static class Commands
{
    private const int Ok = 0;
    private const int Failed = 1;

    public static async Task<int> Run(WebApplication app, string[] args)
    {
        try
        {
            switch (args)
            {
                case ["migrate", ..]:
                    await Migrate(app);
                    return Ok;
                case ["seed-demo", ..]:
                    await SeedDemo(app);
                    return Ok;
                case ["describe", var document, ..]:
                    await app.Describe(document, Console.Out);
                    return Ok;
                case [var word, ..] when !word.StartsWith('-'):
                    throw new CannotStartException(
                        $"“{word}” is no command: start without a word to serve, or with migrate, seed-demo, describe or healthcheck."
                    );
                default:
                    CheckSettings(app);
                    await Startup.Check(app, CancellationToken.None);
                    await app.RunAsync();
                    return Ok;
            }
        }
        catch (Exception e) when (ReasonsIn(e) is { } reasons)
        {
            foreach (var reason in reasons)
            {
                await Console.Error.WriteLineAsync(reason);
            }

            return Failed;
        }
    }

    /// <summary>What the operator has to mend, a sentence each; null when the failure is our own.</summary>
    private static IEnumerable<string>? ReasonsIn(Exception failure) =>
        failure switch
        {
            CannotStartException => [failure.Message],
            OptionsValidationException settings => settings.Failures,
            AggregateException several when several.InnerExceptions.All(each => each is OptionsValidationException) =>
                several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(settings => settings.Failures),
            MySqlException e =>
            [
                $"The database cannot be used ({e.ErrorCode}): check Database:ConnectionString and that the server runs.",
            ],
            _ => null,
        };

    /// <summary>Asks the service on this machine whether it lives; for containers, whose image has no curl.</summary>
    public static async Task<int> HealthCheck()
    {
        var port = (Environment.GetEnvironmentVariable("ASPNETCORE_HTTP_PORTS") ?? "8080").Split(';')[0];
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        try
        {
            using var response = await http.GetAsync($"http://127.0.0.1:{port}/health/live");
            return response.IsSuccessStatusCode ? Ok : Failed;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return Failed;
        }
    }

    /// <summary>Fills an empty database for a demonstration; the staff's password comes from <c>Demo:StaffPassword</c>.</summary>
    private static async Task SeedDemo(WebApplication app)
    {
        if (app.Environment.IsProduction())
        {
            throw new CannotStartException("seed-demo invents people and votes: it does not run in Production.");
        }

        if (app.Configuration["Demo:StaffPassword"] is not { Length: >= 12 } password)
        {
            throw new CannotStartException("Demo:StaffPassword is missing or shorter than 12 characters.");
        }

        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var isFilled = await app.Services.GetRequiredService<DemoSeed>().Fill(password, now, CancellationToken.None);
        await Console.Out.WriteLineAsync(
            isFilled ? "filled in demo data" : "there is a campaign already: nothing filled in"
        );
    }

    /// <summary>The binder names the setting and the value it could not convert; only numbers, words of a list and addresses are converted.</summary>
    private static void CheckSettings(WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (InvalidOperationException e)
        {
            throw new CannotStartException(e.Message);
        }
    }

    private static async Task Migrate(WebApplication app)
    {
        var database = app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        if (string.IsNullOrEmpty(database.MigrationConnectionString))
        {
            throw new CannotStartException(
                "Database:MigrationConnectionString is missing: it names the account that may change the schema."
            );
        }

        foreach (
            var name in await MigrationRunner.Apply(
                database.MigrationConnectionString,
                app.Services.GetRequiredService<TimeProvider>(),
                CancellationToken.None
            )
        )
        {
            await Console.Out.WriteLineAsync($"applied {name}");
        }
    }
}
