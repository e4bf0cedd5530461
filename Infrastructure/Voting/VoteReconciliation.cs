using System.Data;
using Dapper;
using MySqlConnector;

namespace Craftsman.Infrastructure.Voting;

/// <summary>A number that is kept and is not what the rows say.</summary>
/// <param name="Kind">standing, set-aside, tally-missing, shadow, ledger-cast, ledger-changes, state-history or candidate-missing.</param>
/// <param name="CandidateId">The root whose number it is; null for a number of the whole campaign.</param>
/// <param name="Kept">What the service says.</param>
/// <param name="Recomputed">What the rows say.</param>
public sealed record VoteDifference(string Kind, Guid? CandidateId, long Kept, long Recomputed);

/// <summary>Recomputes every number about votes from rows and links, all of one moment (law 1).</summary>
public sealed class VoteReconciliation(MySqlDataSource source)
{
    /// <summary>Two million votes take seconds, and nobody waits for it in a hurry.</summary>
    private const int Seconds = 120;

    private const string Standing = """
        SELECT c.root_id,
            CAST(SUM(v.state = 'Counted' AND s.vote_id IS NULL) AS SIGNED) AS standing,
            CAST(SUM(v.state = 'Quarantined') AS SIGNED) AS set_aside
        FROM votes v
        JOIN candidates c ON c.id = v.candidate_id
        LEFT JOIN vote_shadows s ON s.vote_id = v.id
        WHERE c.campaign_id = @campaignId
        GROUP BY c.root_id
        """;

    private static readonly string[] Checks =
    [
        $"""
            SELECT 'standing' AS kind, t.candidate_id, t.standing AS kept, COALESCE(n.standing, 0) AS recomputed
            FROM candidate_tallies t
            LEFT JOIN ({Standing}) n ON n.root_id = t.candidate_id
            WHERE t.campaign_id = @campaignId AND t.standing <> COALESCE(n.standing, 0)
            UNION ALL
            SELECT 'set-aside', t.candidate_id, t.set_aside, COALESCE(n.set_aside, 0)
            FROM candidate_tallies t
            LEFT JOIN ({Standing}) n ON n.root_id = t.candidate_id
            WHERE t.campaign_id = @campaignId AND t.set_aside <> COALESCE(n.set_aside, 0)
            UNION ALL
            SELECT 'tally-missing', n.root_id, 0, n.standing + n.set_aside
            FROM ({Standing}) n
            LEFT JOIN candidate_tallies t ON t.candidate_id = n.root_id
            WHERE t.candidate_id IS NULL
            """,
        // Only in a tree of several can a vote be shadowed.
        """
            SELECT 'shadow' AS kind, s.root_id AS candidate_id, CAST(SUM(s.is_shadowed) AS SIGNED) AS kept, CAST(SUM(s.should) AS SIGNED) AS recomputed
            FROM (
                SELECT r.root_id, r.is_shadowed, r.state = 'Counted' AND r.place > 1 AS should
                FROM (
                    SELECT c.root_id, v.state, h.vote_id IS NOT NULL AS is_shadowed,
                        ROW_NUMBER() OVER (PARTITION BY v.voter_key, v.day, c.root_id ORDER BY v.state <> 'Counted', v.cast_at, v.id) AS place
                    FROM votes v
                    JOIN candidates c ON c.id = v.candidate_id
                    LEFT JOIN vote_shadows h ON h.vote_id = v.id
                    WHERE c.campaign_id = @campaignId
                        AND (h.vote_id IS NOT NULL OR c.root_id IN (SELECT m.root_id FROM candidates m WHERE m.root_id <> m.id))
                ) r
            ) s
            GROUP BY s.root_id
            HAVING SUM(s.is_shadowed <> s.should) > 0
            """,
        """
            SELECT 'ledger-cast' AS kind, NULL AS candidate_id,
                CAST((SELECT COALESCE(SUM(leaf_count), 0) FROM ledger_entries WHERE campaign_id = @campaignId AND kind = 'Cast') AS SIGNED) AS kept,
                (SELECT COUNT(*) FROM votes v JOIN candidates c ON c.id = v.candidate_id WHERE c.campaign_id = @campaignId) AS recomputed
            UNION ALL
            SELECT 'ledger-changes', NULL,
                CAST((SELECT COALESCE(SUM(leaf_count), 0) FROM ledger_entries WHERE campaign_id = @campaignId AND kind IN ('Quarantine', 'Restore', 'Exclude')) AS SIGNED),
                (SELECT COUNT(*) FROM vote_state_changes h JOIN votes v ON v.id = h.vote_id JOIN candidates c ON c.id = v.candidate_id WHERE c.campaign_id = @campaignId)
            UNION ALL
            SELECT 'state-history', NULL,
                (SELECT COUNT(*) FROM votes v JOIN candidates c ON c.id = v.candidate_id WHERE c.campaign_id = @campaignId AND v.state = 'Quarantined'),
                CAST((
                    SELECT COALESCE(SUM((h.to_state = 'Quarantined') - (h.from_state = 'Quarantined')), 0)
                    FROM vote_state_changes h JOIN votes v ON v.id = h.vote_id JOIN candidates c ON c.id = v.candidate_id
                    WHERE c.campaign_id = @campaignId
                ) AS SIGNED)
            UNION ALL
            SELECT 'state-history', NULL,
                (SELECT COUNT(*) FROM votes v JOIN candidates c ON c.id = v.candidate_id WHERE c.campaign_id = @campaignId AND v.state = 'Excluded'),
                (
                    SELECT COUNT(*)
                    FROM vote_state_changes h JOIN votes v ON v.id = h.vote_id JOIN candidates c ON c.id = v.candidate_id
                    WHERE c.campaign_id = @campaignId AND h.to_state = 'Excluded'
                )
            UNION ALL
            SELECT 'candidate-missing', NULL,
                (SELECT COUNT(*) FROM votes v LEFT JOIN candidates c ON c.id = v.candidate_id WHERE c.id IS NULL),
                0
            """,
    ];

    public async Task<IReadOnlyList<VoteDifference>> Differences(Guid campaignId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        // One snapshot for all reads: votes are cast meanwhile, and a number read later than its rows would differ.
        await using var transaction = await connection.BeginTransactionAsync(
            IsolationLevel.RepeatableRead,
            cancellationToken
        );
        var differences = new List<VoteDifference>();
        foreach (var sql in Checks)
        {
            var rows = await connection.QueryAsync<DifferenceRow>(
                new CommandDefinition(
                    sql,
                    new { campaignId },
                    transaction,
                    Seconds,
                    cancellationToken: cancellationToken
                )
            );
            differences.AddRange(
                rows.Where(row => row.Kept != row.Recomputed || row.Kind == "shadow")
                    .Select(row => new VoteDifference(row.Kind, row.CandidateId, row.Kept, row.Recomputed))
            );
        }

        return differences;
    }

    private sealed record DifferenceRow
    {
        public string Kind { get; init; } = "";
        public Guid? CandidateId { get; init; }
        public long Kept { get; init; }
        public long Recomputed { get; init; }
    }
}
