using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Identity;

/// <summary>A session and the refresh token that continues it. The token itself is told once; we keep its hash.</summary>
public sealed record OpenedSession(Guid SessionId, Guid OwnerId, string RefreshToken);

/// <summary>Whose sessions: citizens and staff have audiences and keys of their own.</summary>
public enum SessionOwner
{
    Citizen,
    Staff,
}

/// <summary>Logins and their rotating refresh tokens, for citizens and for staff.</summary>
public sealed class SessionStore(Db db)
{
    /// <summary>How long a session lasts after its last refresh.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>An exchanged refresh token that comes again within this time lost its answer on the way: it gets a successor.</summary>
    public static readonly TimeSpan LostAnswerGrace = TimeSpan.FromSeconds(60);

    public static async Task<OpenedSession> Open(Work work, SessionOwner owner, Guid ownerId, DateTimeOffset now)
    {
        const string sql = """
            INSERT INTO sessions (id, citizen_id, staff_id, created_at, expires_at)
            VALUES (@SessionId, @CitizenId, @StaffId, @now, @ExpiresAt)
            """;
        var sessionId = Guid.CreateVersion7(now);
        await work.Execute(
            sql,
            new
            {
                SessionId = sessionId,
                CitizenId = owner == SessionOwner.Citizen ? ownerId : (Guid?)null,
                StaffId = owner == SessionOwner.Staff ? ownerId : (Guid?)null,
                now,
                ExpiresAt = now + Lifetime,
            }
        );
        return new OpenedSession(sessionId, ownerId, await IssueRefreshToken(work, sessionId, now));
    }

    /// <summary>
    /// Exchanges a refresh token for a new one. A token that was exchanged more than a minute ago is in two hands: its whole family
    /// is revoked, and committed as such although the caller is refused.
    /// </summary>
    public async Task<Decision<OpenedSession>> Refresh(
        SessionOwner owner,
        string refreshToken,
        DateTimeOffset now,
        Func<Work, OpenedSession, Task> onRefreshed,
        CancellationToken cancellationToken
    )
    {
        const string find = """
            SELECT t.session_id, s.citizen_id, s.staff_id, t.replaced_at, s.expires_at, s.revoked_at
            FROM refresh_tokens t
            JOIN sessions s ON s.id = t.session_id
            WHERE t.token_hash = @hash
            FOR UPDATE
            """;
        const string replace =
            "UPDATE refresh_tokens SET replaced_at = COALESCE(replaced_at, @now) WHERE token_hash = @hash";
        const string extend = "UPDATE sessions SET expires_at = @expiresAt WHERE id = @sessionId";
        var hash = SecretCode.HashOf(refreshToken);
        var outcome = await db.Write<RefreshOutcome>(
            async work =>
            {
                var token = await work.FirstOrNothing<TokenRow>(find, new { hash });
                var ownerId = owner == SessionOwner.Citizen ? token?.CitizenId : token?.StaffId;
                if (token is null || ownerId is null || token.RevokedAt is not null || token.ExpiresAt <= now)
                {
                    return IdentityRefusals.SessionEnded;
                }

                if (token.ReplacedAt < now - LostAnswerGrace)
                {
                    await Revoke(work, token.SessionId, now);
                    return new RefreshOutcome(null);
                }

                await work.Execute(replace, new { hash, now });
                await work.Execute(extend, new { token.SessionId, expiresAt = now + Lifetime });
                var session = new OpenedSession(
                    token.SessionId,
                    ownerId.Value,
                    await IssueRefreshToken(work, token.SessionId, now)
                );
                await onRefreshed(work, session);
                return new RefreshOutcome(session);
            },
            cancellationToken
        );
        return outcome.IsRefused(out var refusal, out var refreshed) ? refusal
            : refreshed.Session is { } opened ? opened
            : IdentityRefusals.SessionEnded;
    }

    /// <summary>Ends a session; its access tokens are refused from the next request that reads or writes.</summary>
    public static Task Revoke(Work work, Guid sessionId, DateTimeOffset now) =>
        work.Execute(
            "UPDATE sessions SET revoked_at = @now WHERE id = @sessionId AND revoked_at IS NULL",
            new { sessionId, now }
        );

    /// <summary>Ends every session of a citizen.</summary>
    public static Task RevokeAll(Work work, Guid citizenId, DateTimeOffset now) =>
        work.Execute(
            "UPDATE sessions SET revoked_at = @now WHERE citizen_id = @citizenId AND revoked_at IS NULL",
            new { citizenId, now }
        );

    private static async Task<string> IssueRefreshToken(Work work, Guid sessionId, DateTimeOffset now)
    {
        var token = SecretCode.ForPrograms();
        await work.Execute(
            "INSERT INTO refresh_tokens (token_hash, session_id, issued_at) VALUES (@Hash, @sessionId, @now)",
            new
            {
                Hash = SecretCode.HashOf(token),
                sessionId,
                now,
            }
        );
        return token;
    }

    private sealed record RefreshOutcome(OpenedSession? Session);

    private sealed record TokenRow
    {
        public Guid SessionId { get; init; }
        public Guid? CitizenId { get; init; }
        public Guid? StaffId { get; init; }
        public DateTimeOffset? ReplacedAt { get; init; }
        public DateTimeOffset ExpiresAt { get; init; }
        public DateTimeOffset? RevokedAt { get; init; }
    }
}
