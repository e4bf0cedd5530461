using Craftsman.Domain.Candidates;
using Craftsman.Domain.Voting;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Voting;

/// <summary>One of a citizen's own votes.</summary>
public sealed record OwnVote
{
    public Guid Id { get; init; }
    public Guid CandidateId { get; init; }
    public string CandidateName { get; init; } = "";
    public CandidateState CandidateState { get; init; }
    public DateOnly Day { get; init; }
    public DateTimeOffset CastAt { get; init; }
    public byte[] Receipt { get; init; } = [];
}

/// <summary>What a receipt leads to: the vote's state, never its candidate.</summary>
public sealed record ReceiptRow
{
    public VoteState State { get; init; }
    public bool IsShadowed { get; init; }
    public DateOnly Day { get; init; }
}

/// <summary>Reads votes for their voters.</summary>
public sealed class VoteQueries(Db db)
{
    /// <summary>120 bits: nobody finds a receipt by trying.</summary>
    public const int ReceiptBytes = 15;

    /// <summary>The openid of a citizen whose account is alive, to make the voter key from; it goes no further.</summary>
    public Task<string?> OpenIdOf(Guid citizenId, CancellationToken cancellationToken) =>
        db.FirstOrNothing<string>(
            "SELECT openid FROM citizens WHERE id = @citizenId",
            new { citizenId },
            cancellationToken
        );

    public async Task<int> CountOn(byte[] voterKey, DateOnly day, CancellationToken cancellationToken) =>
        await db.FirstOrNothing<int>(
            "SELECT COUNT(*) FROM votes WHERE day = @day AND voter_key = @voterKey",
            new { day, voterKey },
            cancellationToken
        );

    /// <summary>Whether the voter has a vote of this day, in any state, anywhere in the root's tree.</summary>
    public async Task<bool> HasVoted(Guid rootId, byte[] voterKey, DateOnly day, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT COUNT(*)
            FROM votes v
            JOIN candidates m ON m.id = v.candidate_id
            WHERE v.day = @day AND v.voter_key = @voterKey AND m.root_id = @rootId
            """;
        return await db.FirstOrNothing<long>(
                sql,
                new
                {
                    rootId,
                    voterKey,
                    day,
                },
                cancellationToken
            ) > 0;
    }

    /// <summary>A citizen's votes, newest first, from before a vote on. A vote keeps its candidate, and a merged candidate is shown as its root.</summary>
    public Task<IReadOnlyList<OwnVote>> Of(
        byte[] voterKey,
        Guid? before,
        int limit,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            SELECT v.id, v.candidate_id, r.name AS candidate_name, r.state AS candidate_state, v.day, v.cast_at, v.receipt
            FROM votes v
            JOIN candidates c ON c.id = v.candidate_id
            JOIN candidates r ON r.id = c.root_id
            WHERE v.voter_key = @voterKey AND (@before IS NULL OR v.id < @before)
            ORDER BY v.id DESC
            LIMIT @limit
            """;
        return db.List<OwnVote>(
            sql,
            new
            {
                voterKey,
                before,
                limit,
            },
            cancellationToken
        );
    }

    public Task<ReceiptRow?> ByReceipt(byte[] receipt, CancellationToken cancellationToken) =>
        db.FirstOrNothing<ReceiptRow>(
            """
            SELECT v.state, s.vote_id IS NOT NULL AS is_shadowed, v.day
            FROM votes v
            LEFT JOIN vote_shadows s ON s.vote_id = v.id
            WHERE v.receipt = @receipt
            """,
            new { receipt },
            cancellationToken
        );
}
