using System.Security.Cryptography;
using System.Text;
using Craftsman.Domain;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.Voting;

/// <summary>A vote that is in the database: committed, counted, with a ledger entry.</summary>
/// <param name="VotesLeftToday">As it stood when the vote was cast; a retry with the same key is told the same.</param>
public sealed record CastVote(Guid Id, string Receipt, int VotesLeftToday, DateOnly Day);

/// <summary>A vote on its way to the database. It is answered once; what comes later has no effect on the answer.</summary>
internal sealed class PendingVote(
    CitizenSession session,
    Guid candidateId,
    string? idempotencyKey,
    DateTimeOffset arrivedAt,
    byte[] networkKey,
    long queuedAt
)
{
    // Continues where it is answered: who answers many does so on the thread pool.
    private readonly TaskCompletionSource<Decision<CastVote>> answer = new();

    public CitizenSession Session => session;

    public Guid CandidateId => candidateId;

    /// <summary>The vote's row is its own record of the key, for the whole campaign. Half of a SHA-256, or null without a key.</summary>
    public byte[]? KeyHash { get; } =
        idempotencyKey is null ? null : SHA256.HashData(Encoding.UTF8.GetBytes(idempotencyKey))[..16];

    public DateTimeOffset ArrivedAt => arrivedAt;

    /// <summary>Where it came from, for scoring: eight bytes of a keyed hash.</summary>
    public byte[] NetworkKey => networkKey;

    /// <summary>A timestamp of the clock.</summary>
    public long QueuedAt => queuedAt;

    public bool IsAnswered => answer.Task.IsCompleted;

    public Task<Decision<CastVote>> Answered => answer.Task;

    public void Answer(Decision<CastVote> decision) => answer.TrySetResult(decision);

    public void Fail(Exception exception) => answer.TrySetException(exception);
}
