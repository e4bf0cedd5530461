using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Review;

/// <summary>Reads the cases of merge trees, which decide together which of them goes on.</summary>
public static class CaseTrees
{
    private const string OfEach = """
        SELECT own.id AS own_id, k.id AS case_id, k.stage, k.opened_at
        FROM cases own
        JOIN candidates c ON c.id = own.candidate_id
        JOIN candidates m ON m.root_id = c.root_id
        JOIN cases k ON k.candidate_id = m.id
        WHERE own.id IN @caseIds
        """;

    /// <summary>The trees of these candidates' cases as one list.</summary>
    public static async Task<IReadOnlyList<CaseInTree>> Of(Work work, params IReadOnlyCollection<Guid> candidateIds)
    {
        const string sql = """
            SELECT DISTINCT k.id AS case_id, k.stage, k.opened_at
            FROM candidates c
            JOIN candidates m ON m.root_id = c.root_id
            JOIN cases k ON k.candidate_id = m.id
            WHERE c.id IN @candidateIds
            """;
        return [.. (await work.List<TreeRow>(sql, new { candidateIds })).Select(row => row.Case)];
    }

    /// <summary>The tree of each of these cases.</summary>
    public static async Task<ILookup<Guid, CaseInTree>> Around(
        Db db,
        IReadOnlyCollection<Guid> caseIds,
        CancellationToken cancellationToken
    )
    {
        var rows = caseIds.Count == 0 ? [] : await db.List<TreeRow>(OfEach, new { caseIds }, cancellationToken);
        return rows.ToLookup(row => row.OwnId, row => row.Case);
    }

    /// <summary>The same in a transaction.</summary>
    public static async Task<ILookup<Guid, CaseInTree>> Around(Work work, IReadOnlyCollection<Guid> caseIds)
    {
        var rows = caseIds.Count == 0 ? [] : await work.List<TreeRow>(OfEach, new { caseIds });
        return rows.ToLookup(row => row.OwnId, row => row.Case);
    }

    private sealed record TreeRow
    {
        public Guid OwnId { get; init; }
        public Guid CaseId { get; init; }
        public Stage Stage { get; init; }
        public DateTimeOffset OpenedAt { get; init; }

        public CaseInTree Case => new(CaseId, Stage, OpenedAt);
    }
}
