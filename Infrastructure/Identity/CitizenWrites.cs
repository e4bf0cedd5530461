using System.Text.Json;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Identity;

/// <summary>Who is writing: a citizen and the session the access token names.</summary>
public sealed record CitizenSession(Guid CitizenId, Guid SessionId);

/// <summary>A citizen whose session is alive in the transaction of the write. The openid stays on the server.</summary>
public sealed record LiveCitizen(Guid Id, string OpenId);

/// <summary>
/// What binds a retry to its first try: <paramref name="Scope"/> hashes citizen, route template and key; <paramref name="Content"/>
/// hashes path values and body.
/// </summary>
public sealed record RetryKey(byte[] Scope, byte[] Content);

/// <summary>
/// The way every citizen's write goes: one transaction that first share-locks the session (so that a logout or an erasure either waits
/// for this write or is seen by it), then claims the idempotency key, then acts, then stores the answer beside what was written.
/// </summary>
public sealed class CitizenWrites(Db db)
{
    /// <summary>Runs the act once for a key, however often and however concurrently it is sent.</summary>
    /// <remarks>
    /// Of two at once the second waits on the first one's uncommitted key row. If that act is refused its row is rolled back and the
    /// second is judged anew; if it is granted the second reads the stored answer.
    /// </remarks>
    public Task<Decision<T>> Once<T>(
        CitizenSession session,
        RetryKey? retryKey,
        DateTimeOffset now,
        Func<Work, LiveCitizen, Task<Decision<T>>> act,
        CancellationToken cancellationToken
    )
        where T : notnull
    {
        const string claim = """
            INSERT INTO idempotency_keys (scope, citizen_id, content, answer, created_at)
            VALUES (@Scope, @CitizenId, @Content, '', @now)
            """;
        const string store = "UPDATE idempotency_keys SET answer = @answer WHERE scope = @Scope";
        return db.Write<T>(
            async work =>
            {
                var citizen = await LockSession(work, session, "LOCK IN SHARE MODE", now);
                if (citizen is null)
                {
                    return IdentityRefusals.SessionEnded;
                }

                if (retryKey is null)
                {
                    return await act(work, citizen);
                }

                if (
                    await work.InsertUnlessDuplicate(
                        claim,
                        new
                        {
                            retryKey.Scope,
                            session.CitizenId,
                            retryKey.Content,
                            now,
                        }
                    )
                    is not null
                )
                {
                    return await FirstAnswer<T>(work, retryKey) ?? RequestRefusals.IdempotencyKeyReused;
                }

                var decision = await act(work, citizen);
                if (!decision.IsRefused(out _, out var granted))
                {
                    await work.Execute(
                        store,
                        new { retryKey.Scope, answer = JsonSerializer.Serialize(granted, JsonSerializerOptions.Web) }
                    );
                }

                return decision;
            },
            cancellationToken
        );
    }

    /// <summary>
    /// The write after which there are none: the citizen is held alone, so each of their other writes is done before it or refused. The
    /// act ends the session and erases the stored answers; its own is kept, so that a retry with its key still hears it.
    /// </summary>
    public Task<Decision<T>> Last<T>(
        CitizenSession session,
        RetryKey? retryKey,
        DateTimeOffset now,
        Func<Work, LiveCitizen, Task<Decision<T>>> act,
        CancellationToken cancellationToken
    )
        where T : notnull
    {
        const string keep = """
            INSERT INTO idempotency_keys (scope, citizen_id, content, answer, created_at)
            VALUES (@Scope, @CitizenId, @Content, @answer, @now)
            """;
        return db.Write<T>(
            async work =>
            {
                if (await LockSession(work, session, "FOR UPDATE", now) is not { } citizen)
                {
                    return retryKey is null
                        ? IdentityRefusals.SessionEnded
                        : await FirstAnswer<T>(work, retryKey) ?? IdentityRefusals.SessionEnded;
                }

                var decision = await act(work, citizen);
                if (retryKey is not null && !decision.IsRefused(out _, out var granted))
                {
                    await work.Execute(
                        keep,
                        new
                        {
                            retryKey.Scope,
                            session.CitizenId,
                            retryKey.Content,
                            answer = JsonSerializer.Serialize(granted, JsonSerializerOptions.Web),
                            now,
                        }
                    );
                }

                return decision;
            },
            cancellationToken
        );
    }

    /// <summary>What was answered under the key; null where nothing was, or to another request.</summary>
    private static async Task<Decision<T>?> FirstAnswer<T>(Work work, RetryKey retryKey)
        where T : notnull
    {
        const string sql = "SELECT content, answer FROM idempotency_keys WHERE scope = @Scope";
        var first = await work.FirstOrNothing<AnswerRow>(sql, new { retryKey.Scope });
        return first is null || !first.Content.AsSpan().SequenceEqual(retryKey.Content)
            ? null
            : JsonSerializer.Deserialize<T>(first.Answer, JsonSerializerOptions.Web)!;
    }

    private static Task<LiveCitizen?> LockSession(Work work, CitizenSession session, string how, DateTimeOffset now)
    {
        var sql = $"""
            SELECT c.id, c.openid AS OpenId
            FROM sessions s
            JOIN citizens c ON c.id = s.citizen_id
            WHERE s.id = @SessionId AND s.citizen_id = @CitizenId AND s.revoked_at IS NULL AND s.expires_at > @now AND c.openid IS NOT NULL
            {how}
            """;
        return work.FirstOrNothing<LiveCitizen>(
            sql,
            new
            {
                session.SessionId,
                session.CitizenId,
                now,
            }
        );
    }

    private sealed record AnswerRow
    {
        public byte[] Content { get; init; } = [];
        public string Answer { get; init; } = "";
    }
}
