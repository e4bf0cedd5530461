using System.Globalization;
using Craftsman.Tests.Support;
using Dapper;
using MySqlConnector;

namespace Craftsman.Tests.Operations;

/// <summary>What the service refuses to start with, and the words it can be started for.</summary>
public sealed class StartupTests(App app)
{
    private static readonly string Placeholder = Convert.ToBase64String("change-me-change-me-change-me-change-me"u8);

    /// <summary>Production with everything right; each test spoils one thing.</summary>
    private static readonly (string Key, string? Value)[] Production =
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"),
        ("WeChat:Mode", "Real"),
        ("Invitations:LinkBase", "https://union.example.org/i/"),
        ("Network:PublicAddress", "https://union.example.org/"),
    ];

    [Fact]
    public async Task With_everything_right_it_serves_in_Production_and_has_no_simulated_WeChat()
    {
        await using var api = await ApiProcess.Serves(app, Production);

        (await api.Anonymous.Get("/health/ready")).Should(200);
        (await api.Anonymous.Get("/api/v1/campaigns/current")).Should(200);
        (await api.Anonymous.Get("/simulated-wechat/sns/jscode2session")).ShouldRefuse(404, "not-found");
        Assert.Equal(0, await api.Stop());
    }

    [Fact]
    public async Task It_watches_no_file_for_changes()
    {
        await using var api = await ApiProcess.Serves(app, Production);

        Assert.Equal(0, api.FileWatchers);
    }

    [Theory]
    [InlineData("WeChat:Mode", "Simulated", "WeChat:Mode")]
    [InlineData("WeChat:Mode", "Imagined", "WeChat:Mode")]
    [InlineData("WeChat:AppId", null, "WeChat:AppId")]
    [InlineData("WeChat:AppSecret", null, "WeChat:AppSecret")]
    [InlineData("Redis:ConnectionString", null, "Redis:ConnectionString")]
    [InlineData("Database:ConnectionString", null, "Database:ConnectionString")]
    [InlineData("Database:ConnectionString", "no such form", "Database:ConnectionString")]
    [InlineData("Secrets:CitizenTokenKey", null, "Secrets:CitizenTokenKey")]
    [InlineData("Secrets:StaffTokenKey", null, "Secrets:StaffTokenKey")]
    [InlineData("Secrets:CursorKey", null, "Secrets:CursorKey")]
    [InlineData("Secrets:BlindIndexKey", null, "Secrets:BlindIndexKey")]
    [InlineData("Secrets:MediaKey", null, "Secrets:MediaKey")]
    [InlineData("Media:Folder", null, "Media:Folder")]
    [InlineData("Media:Folder", "/proc/nowhere", "Media:Folder")]
    [InlineData("Secrets:DataKeys:1", null, "Secrets:DataKeys")]
    [InlineData("Secrets:StaffTokenKey", "c2hvcnQ=", "Secrets:StaffTokenKey")]
    [InlineData("Secrets:StaffTokenKey", "change-me", "Secrets:StaffTokenKey")]
    [InlineData("Network:PublicAddress", null, "Network:PublicAddress")]
    [InlineData("Network:PublicAddress", "http://union.example.org/", "Network:PublicAddress")]
    [InlineData("Network:TrustedProxies:0", "the proxy", "Network:TrustedProxies")]
    [InlineData("RateLimits:WritesPerCitizen:PerMinute", "0", "RateLimits:WritesPerCitizen")]
    [InlineData("RateLimits:WritesPerCitizen:PerMinute", "many", "RateLimits:WritesPerCitizen:PerMinute")]
    public async Task A_setting_that_is_missing_or_wrong_is_named_in_one_sentence(
        string key,
        string? value,
        string named
    ) => Refuses(await ApiProcess.Runs(app, [], [.. Production, (key, value)]), named);

    [Fact]
    public async Task A_placeholder_is_no_secret_though_it_is_long_enough() =>
        Refuses(
            await ApiProcess.Runs(app, [], [.. Production, ("Secrets:CursorKey", Placeholder)]),
            "Secrets:CursorKey"
        );

    [Fact]
    public async Task Two_equal_secrets_are_refused() =>
        Refuses(
            await ApiProcess.Runs(
                app,
                [],
                [.. Production, ("Secrets:StaffTokenKey", app.Settings["Secrets:CitizenTokenKey"])]
            ),
            "equal"
        );

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_a_sentence_each()
    {
        var ended = await ApiProcess.Runs(
            app,
            [],
            [.. Production, ("WeChat:AppId", null), ("Secrets:CursorKey", null), ("Redis:ConnectionString", null)]
        );

        Assert.Equal(1, ended.Code);
        Assert.Equal(3, ended.Errors.Count);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_told_without_its_password()
    {
        var nowhere = new MySqlConnectionStringBuilder(app.Database.ConnectionString)
        {
            Port = (uint)ApiProcess.FreePort(),
            Password = "a-password-nobody-should-read",
        }.ConnectionString;

        var ended = await ApiProcess.Runs(app, [], [.. Production, ("Database:ConnectionString", nowhere)]);

        Refuses(ended, "database");
        Assert.DoesNotContain("nobody-should-read", string.Concat([.. ended.Output, .. ended.Errors]));
    }

    [Fact]
    public async Task Pending_migrations_are_refused_until_the_command_for_them_ran()
    {
        var (application, migrator) = await EmptyDatabase();
        (string, string?)[] settings = [.. Production, ("Database:ConnectionString", application)];
        Refuses(await ApiProcess.Runs(app, [], settings), "migrat");
        Refuses(await ApiProcess.Runs(app, ["migrate"], settings), "Database:MigrationConnectionString");

        var migrated = await ApiProcess.Runs(
            app,
            ["migrate"],
            [.. settings, ("Database:MigrationConnectionString", migrator)]
        );

        Assert.Equal((0, 0), (migrated.Code, migrated.Errors.Count));
        Assert.Contains(migrated.Output, line => line.EndsWith("0001_campaigns.sql", StringComparison.Ordinal));
        await using var api = await ApiProcess.Serves(app, settings);
        (await api.Anonymous.Get("/health/ready")).Should(200);
    }

    [Fact]
    public async Task With_an_account_that_may_it_migrates_by_itself_at_start()
    {
        var (application, migrator) = await EmptyDatabase();

        await using var api = await ApiProcess.Serves(
            app,
            [
                .. Production,
                ("Database:ConnectionString", application),
                ("Database:MigrationConnectionString", migrator),
            ]
        );

        (await api.Anonymous.Get("/health/ready")).Should(200);
    }

    [Fact]
    public async Task Demo_data_is_refused_in_Production() =>
        Refuses(
            await ApiProcess.Runs(
                app,
                ["seed-demo"],
                [.. Production, ("Demo:StaffPassword", TestDatabase.StaffPassword)]
            ),
            "seed-demo"
        );

    [Fact]
    public async Task A_word_that_is_no_command_is_refused() =>
        Refuses(await ApiProcess.Runs(app, ["serve-me"], Production), "serve-me");

    [Fact]
    public async Task The_healthcheck_command_says_0_while_the_service_lives_and_1_otherwise()
    {
        var port = ApiProcess.FreePort().ToString(CultureInfo.InvariantCulture);
        Assert.Equal(1, (await ApiProcess.Runs(app, ["healthcheck"], ("ASPNETCORE_HTTP_PORTS", port))).Code);

        await using var api = await ApiProcess.Serves(app);
        port = api.Anonymous.Address.Port.ToString(CultureInfo.InvariantCulture);

        Assert.Equal(0, (await ApiProcess.Runs(app, ["healthcheck"], ("ASPNETCORE_HTTP_PORTS", port))).Code);
    }

    /// <summary>Exit code 1, one sentence that names what to mend, and no word of where in the program it was found.</summary>
    private static void Refuses(ApiProcess.Ended ended, string named)
    {
        Assert.Equal(1, ended.Code);
        var sentence = Assert.Single(ended.Errors);
        Assert.Contains(named, sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(
            ended.Output.Concat(ended.Errors),
            line =>
                line.Contains("   at ", StringComparison.Ordinal)
                || line.Contains("Exception", StringComparison.Ordinal)
        );
    }

    private static async Task<(string Application, string Migrator)> EmptyDatabase()
    {
        var name = $"craftsman_test_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
        await using var server = new MySqlConnection(TestServers.Migrator);
        await server.ExecuteAsync($"CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        return (InDatabase(TestServers.Database, name), InDatabase(TestServers.Migrator, name));
    }

    private static string InDatabase(string server, string name) =>
        new MySqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
}
