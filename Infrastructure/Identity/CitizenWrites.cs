using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Identity;

/// <summary>Who is writing: a citizen and the session the access token names.</summary>
public sealed record CitizenSession(Guid CitizenId, Guid SessionId);

/// <summary>A citizen whose session is alive in the transaction of the write. The openid stays on the server.</summary>
public sealed record LiveCitizen(Guid Id, string OpenId);

/// <summary>
/// The way every citizen's write goes: one transaction that first share-locks the session (so that a logout or an erasure either waits
/// for this write or is seen by it), then claims the idempotency key, then acts, then stores the answer beside what was written.
/// </summary>
public sealed class CitizenWrites(Db db)
{
    /// <summary>Runs the act once for a key, however often and however concurrently it is sent.</summary>
    public Task<Decision<T>> Once<T>(
        CitizenSession session,
        RetryKey? retryKey,
        DateTimeOffset now,
        Func<Work, LiveCitizen, Task<Decision<T>>> act,
        CancellationToken cancellationToken
    )
        where T : notnull =>
        db.Write<T>(
            async work =>
                await LockSession(work, session, "LOCK IN SHARE MODE", now) is { } citizen
                    ? await Retries.Once(work, retryKey, now, () => act(work, citizen))
                    : IdentityRefusals.SessionEnded,
            cancellationToken
        );

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
        where T : notnull =>
        db.Write<T>(
            async work =>
            {
                if (await LockSession(work, session, "FOR UPDATE", now) is not { } citizen)
                {
                    return retryKey is null
                        ? IdentityRefusals.SessionEnded
                        : await Retries.FirstAnswer<T>(work, retryKey) ?? IdentityRefusals.SessionEnded;
                }

                var decision = await act(work, citizen);
                if (retryKey is not null && !decision.IsRefused(out _, out var granted))
                {
                    await Retries.Keep(work, retryKey, granted, now);
                }

                return decision;
            },
            cancellationToken
        );

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
}
