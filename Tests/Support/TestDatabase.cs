using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Dapper;
using Microsoft.Extensions.Options;
using MySqlConnector;

namespace Craftsman.Tests.Support;

/// <summary>A database of this run's own, migrated by the migrator's account and used with the application's.</summary>
public sealed class TestDatabase
{
    public const string StaffPassword = "a long password for tests";

    private readonly Db db;

    private TestDatabase(string application, string migrator, string name)
    {
        ConnectionString = With(application, name);
        MigratorConnectionString = With(migrator, name);
        db = new Db(new MySqlDataSource(DatabaseOptions.WithOurSettings(ConnectionString).ConnectionString));
    }

    public string ConnectionString { get; }

    public string MigratorConnectionString { get; }

    /// <summary>Creates, migrates and fills it with a campaign and one person of each role, named after the role.</summary>
    public static Task<TestDatabase> Create(SecretsOptions secrets) =>
        Create(secrets, TestServers.Database, TestServers.Migrator);

    /// <summary>The same on a server of a test's own, by the connection strings of the two accounts.</summary>
    public static async Task<TestDatabase> Create(SecretsOptions secrets, string application, string migrator)
    {
        var name = $"craftsman_test_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
        await using (var server = new MySqlConnection(migrator))
        {
            await server.ExecuteAsync($"CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        }

        var database = new TestDatabase(application, migrator, name);
        await MigrationRunner.Apply(database.MigratorConnectionString, TimeProvider.System, CancellationToken.None);
        var now = TimeProvider.System.GetUtcNow();
        await database.db.Write<object>(
            async work =>
            {
                await CampaignSeed.Add(
                    work,
                    new DataCipher(Options.Create(secrets)),
                    "寻找我身边的杭州工匠（测试）",
                    1,
                    now
                );
                await KnowNextYear(work, now);
                foreach (var role in Enum.GetValues<StaffRole>())
                {
                    await StaffStore.TryAdd(
                        work,
                        role.ToString(),
                        role.ToString(),
                        StaffPassword,
                        [role],
                        [],
                        null,
                        false,
                        now
                    );
                }

                return new object();
            },
            CancellationToken.None
        );
        return database;
    }

    /// <summary>The State Council sets a year late in the one before; tests of notices run in December too.</summary>
    private static Task<int> KnowNextYear(Work work, DateTimeOffset now) =>
        work.Execute(
            """
            INSERT INTO campaign_days (campaign_id, day, kind, name)
            SELECT c.id, @newYear, 'DayOff', '元旦'
            FROM campaigns c
            WHERE NOT EXISTS (SELECT 1 FROM campaign_days d WHERE d.campaign_id = c.id AND YEAR(d.day) = YEAR(@newYear))
            """,
            new { newYear = new DateOnly(Domain.ChinaDay.Of(now).Year + 1, 1, 1) }
        );

    /// <summary>Reads rows from outside the service.</summary>
    public async Task<IReadOnlyList<T>> Rows<T>(string sql, object? parameters = null)
    {
        await using var connection = Open();
        return (await connection.QueryAsync<T>(sql, parameters)).AsList();
    }

    public async Task<T> Value<T>(string sql, object? parameters = null)
    {
        await using var connection = Open();
        return (await connection.ExecuteScalarAsync<T>(sql, parameters))!;
    }

    /// <summary>Changes rows behind the service's back, as an operator or a clock would: in one transaction, as the service would write, for other tests write beside it.</summary>
    public Task<int> Execute(string sql, object? parameters = null) =>
        db.Execute(sql, parameters, CancellationToken.None);

    /// <summary>Holds what a locking statement locks until the transaction is disposed.</summary>
    public async Task<IAsyncDisposable> Holds(string sql, object parameters)
    {
        var connection = Open();
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await connection.QueryAsync(sql, parameters, transaction);
        return connection;
    }

    private MySqlConnection Open() => new(DatabaseOptions.WithOurSettings(ConnectionString).ConnectionString);

    private static string With(string connectionString, string database) =>
        new MySqlConnectionStringBuilder(connectionString) { Database = database }.ConnectionString;
}
