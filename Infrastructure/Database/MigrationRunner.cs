using System.Reflection;
using Dapper;
using MySqlConnector;

namespace Craftsman.Infrastructure.Database;

/// <summary>
/// Applies the numbered .sql files of this folder in order, each once, under a named lock so that two instances starting together
/// do not meet. Forward only, one change a file: the server cannot roll back DDL, so a file either happened or did not.
/// </summary>
public static class MigrationRunner
{
    private const int LockSeconds = 60;

    /// <summary>Applies what is pending and says which files those were.</summary>
    public static async Task<IReadOnlyList<string>> Apply(
        string connectionString,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        await using var connection = new MySqlConnection(
            DatabaseOptions.WithOurSettings(connectionString).ConnectionString
        );
        await connection.OpenAsync(cancellationToken);
        var lockName = $"migrate:{connection.Database}";
        if (
            await connection.ExecuteScalarAsync<int?>(
                "SELECT GET_LOCK(@lockName, @LockSeconds)",
                new { lockName, LockSeconds }
            ) != 1
        )
        {
            throw new TimeoutException($"Another instance has been migrating for over {LockSeconds} seconds.");
        }

        await connection.ExecuteAsync(
            """
            CREATE TABLE IF NOT EXISTS schema_migrations (
                name       VARCHAR(100) NOT NULL,
                applied_at DATETIME(6)  NOT NULL,
                PRIMARY KEY (name)
            )
            """
        );
        var pending = await Pending(connection);
        foreach (var name in pending)
        {
            await connection.ExecuteAsync(Read(name));
            await connection.ExecuteAsync(
                "INSERT INTO schema_migrations (name, applied_at) VALUES (@name, @now)",
                new { name, now = clock.GetUtcNow() }
            );
        }

        await connection.ExecuteAsync("DO RELEASE_LOCK(@lockName)", new { lockName });
        return pending;
    }

    /// <summary>The files this database has not seen, in order.</summary>
    public static async Task<IReadOnlyList<string>> Pending(MySqlConnection connection)
    {
        var exists = await connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'schema_migrations'"
        );
        var applied = exists == 0 ? [] : await connection.QueryAsync<string>("SELECT name FROM schema_migrations");
        return [.. All().Except(applied)];
    }

    private static IEnumerable<string> All() =>
        Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
