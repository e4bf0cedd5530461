using System.Data;
using System.Data.Common;
using Craftsman.Domain;
using Dapper;
using MySqlConnector;

namespace Craftsman.Infrastructure.Database;

/// <summary>Reads on a connection of their own, and writes in one transaction that is tried again when the server chose it as a deadlock's victim.</summary>
public sealed class Db(MySqlDataSource source)
{
    private const int Attempts = 10;

    public async Task<IReadOnlyList<T>> List<T>(string sql, object? parameters, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (
            await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))
        ).AsList();
    }

    public async Task<T?> FirstOrNothing<T>(string sql, object? parameters, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<T>(
            new CommandDefinition(sql, parameters, cancellationToken: cancellationToken)
        );
    }

    /// <summary>
    /// One statement in a transaction of its own; says how many rows it changed. As every write it locks no gap between rows and is
    /// tried again when it lost a lock.
    /// </summary>
    public async Task<int> Execute(string sql, object? parameters, CancellationToken cancellationToken)
    {
        var changed = await Write<int>(async work => await work.Execute(sql, parameters), cancellationToken);
        return changed.IsRefused(out _, out var rows) ? 0 : rows;
    }

    /// <summary>Several short SELECTs in one round trip. The caller may leave what it does not need, or throw.</summary>
    /// <remarks>
    /// Once asked, they are read to the end whatever the caller does: who gives up sends KILL QUERY, as Dapper does for a grid that is left
    /// early, and a MariaDB that is killed between two SELECTs has said that more results follow and never sends them. They would be
    /// waited for without end.
    /// </remarks>
    public async Task<T> Multiple<T>(
        string sql,
        object? parameters,
        Func<SqlMapper.GridReader, Task<T>> read,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var grid = await connection.QueryMultipleAsync(
            new CommandDefinition(sql, parameters, cancellationToken: CancellationToken.None)
        );
        try
        {
            var result = await read(grid);
            await ReadTheRest(grid);
            return result;
        }
        catch (Exception e) when (e is not DbException)
        {
            await ReadTheRest(grid);
            throw;
        }
    }

    private static async Task ReadTheRest(SqlMapper.GridReader grid)
    {
        while (!grid.IsConsumed)
        {
            await grid.ReadAsync();
        }
    }

    /// <summary>Several SELECTs that all see the database as it was at the first of them.</summary>
    public async Task<T> AtOneMoment<T>(Func<Work, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(
            IsolationLevel.RepeatableRead,
            isReadOnly: true,
            CancellationToken.None
        );
        return await read(new Work(connection, transaction, cancellationToken));
    }

    /// <summary>
    /// Runs an act in one transaction: commits what it granted, rolls back what it refused. The act may run again from its beginning
    /// after a deadlock, so it must keep nothing outside the transaction. READ COMMITTED, so that a row which beat ours is seen.
    /// </summary>
    /// <remarks>
    /// The commit is not given the caller's cancellation: once begun it is stored, and a retry with the same key says so. Nor is the beginning,
    /// which is two statements: see <see cref="Multiple"/>.
    /// </remarks>
    public async Task<Decision<T>> Write<T>(Func<Work, Task<Decision<T>>> act, CancellationToken cancellationToken)
        where T : notnull
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                await using var transaction = await connection.BeginTransactionAsync(
                    IsolationLevel.ReadCommitted,
                    CancellationToken.None
                );
                var decision = await act(new Work(connection, transaction, cancellationToken));
                if (decision.IsRefused(out _))
                {
                    await transaction.RollbackAsync(CancellationToken.None);
                }
                else
                {
                    await transaction.CommitAsync(CancellationToken.None);
                }

                return decision;
            }
            catch (MySqlException e) when (IsLostLock(e) && attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5 * attempt), cancellationToken);
            }
        }
    }

    /// <summary>The server chose the transaction as a deadlock's victim, or it waited too long for a row: the same may succeed at once.</summary>
    public static bool IsLostLock(MySqlException e) =>
        e.ErrorCode is MySqlErrorCode.LockDeadlock or MySqlErrorCode.LockWaitTimeout;

    /// <summary>The server is unreachable, restarting, out of connections or too slow: nothing was decided, so the caller may try again.</summary>
    public static bool IsAway(Exception exception) =>
        exception
            is TimeoutException
                or IOException
                or System.Net.Sockets.SocketException
                or MySqlException
                {
                    ErrorCode: MySqlErrorCode.UnableToConnectToHost
                        or MySqlErrorCode.ServerShutdown
                        or MySqlErrorCode.ConnectionCountError
                        or MySqlErrorCode.CommandTimeoutExpired
                        or MySqlErrorCode.LockDeadlock
                        or MySqlErrorCode.LockWaitTimeout
                        or MySqlErrorCode.QueryInterrupted
                }
        || (exception is MySqlException { InnerException: { } inner } && IsAway(inner));
}
