using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Candidates;

/// <summary>
/// Which photos the public sees (law 7): those of a published candidate's tree where the worker agreed to photos, that staff have looked
/// at, and that WeChat's check or a human's word let pass. A picture's own address asks each time, so that what is taken back is gone at once.
/// </summary>
public sealed class ShownPhotos(Db db)
{
    private const int MostOfOne = 50;

    /// <summary>About the root <c>r</c>, the photo <c>p</c> and its check <c>k</c>.</summary>
    private const string IsShown = """
        r.state = 'Published' AND r.show_photo = 1 AND p.reviewed_at IS NOT NULL
            AND (k.decision = 'Fit' OR (k.decision IS NULL AND k.state = 'Pass'))
        """;

    private const string OfApplications = """
        FROM candidates r
        JOIN candidates m ON m.root_id = r.id
        JOIN applications a ON a.candidate_id = m.id AND a.state IN ('Submitted', 'Joined')
        JOIN photos p ON p.application_id = a.id
        JOIN content_checks k ON k.id = p.id
        """;

    private const string OfTips = """
        FROM candidates r
        JOIN candidates m ON m.root_id = r.id
        JOIN tips t ON t.candidate_id = m.id AND t.state = 'Joined'
        JOIN photos p ON p.tip_id = t.id
        JOIN content_checks k ON k.id = p.id
        """;

    /// <summary>One photo of each of these roots that has any, by root: a portrait where there is one.</summary>
    public async Task<IReadOnlyDictionary<Guid, Guid>> OneOfEach(
        IReadOnlyCollection<Guid> rootIds,
        CancellationToken cancellationToken
    )
    {
        const string sql = $"""
            SELECT r.id AS root_id, MIN(p.id) AS photo_id
            {OfApplications}
            WHERE r.id IN @rootIds AND {IsShown}
            GROUP BY r.id
            UNION ALL
            SELECT r.id, MIN(p.id)
            {OfTips}
            WHERE r.id IN @rootIds AND {IsShown}
            GROUP BY r.id
            """;
        var rows = rootIds.Count == 0 ? [] : await db.List<ShownRow>(sql, new { rootIds }, cancellationToken);
        return rows.GroupBy(row => row.RootId).ToDictionary(ofRoot => ofRoot.Key, ofRoot => ofRoot.First().PhotoId);
    }

    /// <summary>The photos of many roots, by root: the worker's own portrait first, then those of the tips, the earliest first.</summary>
    /// <param name="which">What is asked of the root <c>r</c>.</param>
    public static async Task<ILookup<Guid, Guid>> OfMany(Work work, string which, object parameters)
    {
        var sql = $"""
            SELECT s.root_id, s.photo_id
            FROM (
                SELECT r.id AS root_id, p.id AS photo_id, 0 AS is_of_tip, a.id AS part_of, 0 AS position
                {OfApplications}
                WHERE {which} AND {IsShown}
                UNION ALL
                SELECT r.id, p.id, 1, t.id, p.position
                {OfTips}
                WHERE {which} AND {IsShown}
            ) s
            ORDER BY s.root_id, s.is_of_tip, s.part_of, s.position
            """;
        var rows = await work.List<ShownRow>(sql, parameters);
        return rows.GroupBy(row => row.RootId)
            .SelectMany(ofRoot => ofRoot.Take(MostOfOne))
            .ToLookup(row => row.RootId, row => row.PhotoId);
    }

    public async Task<bool> Include(Guid photoId, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT 1
            FROM photos p
            JOIN content_checks k ON k.id = p.id
            LEFT JOIN tips t ON t.id = p.tip_id AND t.state = 'Joined'
            LEFT JOIN applications a ON a.id = p.application_id AND a.state IN ('Submitted', 'Joined')
            JOIN candidates m ON m.id = COALESCE(t.candidate_id, a.candidate_id)
            JOIN candidates r ON r.id = m.root_id
            WHERE p.id = @photoId AND {IsShown}
            """;
        return await db.FirstOrNothing<int>(sql, new { photoId }, cancellationToken) == 1;
    }

    private sealed record ShownRow
    {
        public Guid RootId { get; init; }
        public Guid PhotoId { get; init; }
    }
}
