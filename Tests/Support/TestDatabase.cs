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

    private TestDatabase(string name)
    {
        ConnectionString = With(TestServers.Database, name);
        MigratorConnectionString = With(TestServers.Migrator, name);
    }

    public string ConnectionString { get; }

    public string MigratorConnectionString { get; }

    /// <summary>Creates, migrates and fills it with a campaign and one person of each role, named after the role.</summary>
    public static async Task<TestDatabase> Create(SecretsOptions secrets)
    {
        var name = $"craftsman_test_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
        await using (var server = new MySqlConnection(TestServers.Migrator))
        {
            await server.ExecuteAsync($"CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        }

        var database = new TestDatabase(name);
        await MigrationRunner.Apply(database.MigratorConnectionString, TimeProvider.System, CancellationToken.None);
        await using var source = new MySqlDataSource(
            DatabaseOptions.WithOurSettings(database.ConnectionString).ConnectionString
        );
        var now = TimeProvider.System.GetUtcNow();
        await new Db(source).Write<object>(
            async work =>
            {
                await CampaignSeed.Add(
                    work,
                    new DataCipher(Options.Create(secrets)),
                    "寻找我身边的杭州工匠（测试）",
                    1,
                    now
                );
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

    /// <summary>Changes rows behind the service's back, as an operator or a clock would.</summary>
    public async Task<int> Execute(string sql, object? parameters = null)
    {
        await using var connection = Open();
        return await connection.ExecuteAsync(sql, parameters);
    }

    private MySqlConnection Open() => new(DatabaseOptions.WithOurSettings(ConnectionString).ConnectionString);

    private static string With(string connectionString, string database) =>
        new MySqlConnectionStringBuilder(connectionString) { Database = database }.ConnectionString;
}
