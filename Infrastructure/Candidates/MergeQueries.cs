using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Candidates;

/// <summary>A link as staff read it: who said so, when and why, and whether it was taken back.</summary>
public sealed record ListedMerge
{
    public Guid MergeId { get; init; }
    public Guid FromId { get; init; }
    public string FromName { get; init; } = "";
    public Guid IntoId { get; init; }
    public string IntoName { get; init; } = "";
    public bool IsActive { get; init; }
    public string Reason { get; init; } = "";
    public string MergedBy { get; init; } = "";
    public DateTimeOffset MergedAt { get; init; }
    public string? UndoneBy { get; init; }
    public DateTimeOffset? UndoneAt { get; init; }
    public string? UndoReason { get; init; }
}

/// <summary>Reads links for staff.</summary>
public sealed class MergeQueries(Db db)
{
    /// <summary>The active links of the candidate's whole tree and the undone ones of its own, the youngest first, from before a link on.</summary>
    public Task<IReadOnlyList<ListedMerge>> Of(
        Guid candidateId,
        Guid? before,
        int take,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            SELECT g.id AS merge_id, g.from_id, f.name AS from_name, g.into_id, i.name AS into_name, g.is_active IS NOT NULL AS is_active,
                g.reason, m.display_name AS merged_by, g.merged_at, u.display_name AS undone_by, g.undone_at, g.undo_reason
            FROM candidate_merges g
            JOIN (
                SELECT t.id
                FROM candidates c
                JOIN candidates x ON x.root_id = c.root_id
                JOIN candidate_merges t ON t.from_id = x.id AND t.is_active = 1
                WHERE c.id = @candidateId
                UNION
                SELECT id FROM candidate_merges WHERE from_id = @candidateId
                UNION
                SELECT id FROM candidate_merges WHERE into_id = @candidateId
            ) own ON own.id = g.id
            JOIN candidates f ON f.id = g.from_id
            JOIN candidates i ON i.id = g.into_id
            JOIN staff m ON m.id = g.merged_by
            LEFT JOIN staff u ON u.id = g.undone_by
            WHERE @before IS NULL OR g.id < @before
            ORDER BY g.id DESC
            LIMIT @take
            """;
        return db.List<ListedMerge>(
            sql,
            new
            {
                candidateId,
                before,
                take,
            },
            cancellationToken
        );
    }
}
