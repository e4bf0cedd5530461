using Craftsman.Api.Operations;
using Craftsman.Infrastructure.Database;
using Microsoft.Extensions.Options;

namespace Craftsman.Api;

/// <summary>What the program can be started for: to serve (no word), <c>migrate</c>, <c>seed-demo</c>, or <c>healthcheck</c>.</summary>
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
                default:
                    app.Services.GetRequiredService<IStartupValidator>().Validate();
                    await Startup.Check(app, CancellationToken.None);
                    await app.RunAsync();
                    return Ok;
            }
        }
        catch (Exception e) when (e is CannotStartException or OptionsValidationException)
        {
            var reasons = e is OptionsValidationException options ? options.Failures : [e.Message];
            foreach (var reason in reasons)
            {
                await Console.Error.WriteLineAsync(reason);
            }

            return Failed;
        }
    }

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
