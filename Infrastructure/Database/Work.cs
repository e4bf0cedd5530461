using System.Data.Common;
using Dapper;
using MySqlConnector;

namespace Craftsman.Infrastructure.Database;

/// <summary>
/// One transaction in progress. Store methods take it, so that several of them, the audit entry and the stored answer to a retry
/// are committed together or not at all.
/// </summary>
public sealed class Work(MySqlConnection connection, MySqlTransaction transaction, CancellationToken cancellationToken)
{
    /// <summary>Runs a statement and says how many rows it really changed.</summary>
    public Task<int> Execute(string sql, object? parameters = null) =>
        connection.ExecuteAsync(Command(sql, parameters));

    /// <summary>The first row, or null.</summary>
    public Task<T?> FirstOrNothing<T>(string sql, object? parameters = null) =>
        connection.QueryFirstOrDefaultAsync<T>(Command(sql, parameters));

    public async Task<IReadOnlyList<T>> List<T>(string sql, object? parameters = null) =>
        (await connection.QueryAsync<T>(Command(sql, parameters))).AsList();

    /// <summary>Hands over each row as it comes in, for reads of so many rows that a list of them would be a burden.</summary>
    public async Task Each(string sql, object? parameters, Action<DbDataReader> row)
    {
        await using var reader = await connection.ExecuteReaderAsync(Command(sql, parameters));
        while (await reader.ReadAsync(cancellationToken))
        {
            row(reader);
        }
    }

    /// <summary>
    /// Runs an INSERT and says which unique key refused it, or null when the row landed. The failed statement alone is rolled back;
    /// the transaction goes on. The row that refused is committed by then, for InnoDB makes us wait for its transaction.
    /// </summary>
    /// <returns>The name of the key as the migrations write it, or <c>PRIMARY</c>.</returns>
    public async Task<string?> InsertUnlessDuplicate(string sql, object parameters)
    {
        try
        {
            await Execute(sql, parameters);
            return null;
        }
        catch (MySqlException e) when (e.ErrorCode == MySqlErrorCode.DuplicateKeyEntry)
        {
            return DuplicateKey.NameIn(e.Message);
        }
    }

    private CommandDefinition Command(string sql, object? parameters) =>
        new(sql, parameters, transaction, cancellationToken: cancellationToken);
}
