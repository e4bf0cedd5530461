using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Candidates;

/// <summary>A published root with the photos it is shown with.</summary>
public sealed record ShownCandidate(PublishedCandidate Candidate, IReadOnlyList<Guid> Photos);

/// <summary>
/// What a copy of all published candidates is made of. The numbers of votes are read narrowly, for they are read all at once and often;
/// texts, photos and tipsters of so many candidates as the caller asks for. The vote counts of the rows are left at 0.
/// </summary>
public static class PublicCandidateQueries
{
    /// <summary>Rises whenever a candidate's state or link changes, and at other times.</summary>
    public static Task<long> Epoch(Work work, Guid campaignId) =>
        work.FirstOrNothing<long>(
            "SELECT epoch FROM voting_fences WHERE campaign_id = @campaignId",
            new { campaignId }
        );

    /// <summary>Every candidate that is shown, by itself or as the root it was merged into: its id and that root's. Answered by two indexes alone.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Guid>> Roots(Work work, Guid campaignId)
    {
        const string sql = """
            SELECT m.id, m.root_id
            FROM candidates r
            JOIN candidates m ON m.root_id = r.id
            WHERE r.campaign_id = @campaignId AND r.state = 'Published'
            """;
        var roots = new Dictionary<Guid, Guid>();
        await work.Each(sql, new { campaignId }, row => roots.Add(row.GetGuid(0), row.GetGuid(1)));
        return roots;
    }

    /// <summary>Every candidate's standing votes.</summary>
    public static Task Tallies(Work work, Guid campaignId, Action<Guid, int> tally) =>
        work.Each(
            "SELECT candidate_id, standing FROM candidate_tallies WHERE campaign_id = @campaignId",
            new { campaignId },
            row => tally(row.GetGuid(0), row.GetInt32(1))
        );

    /// <summary>The next published roots after an id, in the order of ids.</summary>
    public static async Task<IReadOnlyList<ShownCandidate>> After(Work work, Guid campaignId, Guid after, int take)
    {
        var rows = await Published(
            work,
            "r.id > @after",
            new
            {
                campaignId,
                after,
                take,
            }
        );
        return rows is [.., var last]
            ? await WithPhotos(work, rows, "r.id > @after AND r.id <= @Id", new { after, last.Id })
            : [];
    }

    /// <summary>Whose texts, photos or position staff changed since.</summary>
    public static Task<IReadOnlyList<Guid>> ChangedSince(Work work, Guid campaignId, DateTimeOffset since) =>
        work.List<Guid>(
            "SELECT id FROM candidates WHERE campaign_id = @campaignId AND text_changed_at > @since",
            new { campaignId, since }
        );

    /// <summary>Those of the ids that are published roots.</summary>
    public static async Task<IReadOnlyList<ShownCandidate>> Of(
        Work work,
        Guid campaignId,
        IReadOnlyCollection<Guid> ids
    )
    {
        var rows = await Published(
            work,
            "r.id IN @ids",
            new
            {
                campaignId,
                ids,
                take = ids.Count,
            }
        );
        return await WithPhotos(work, rows, "r.id IN @ids", new { ids });
    }

    private static Task<IReadOnlyList<PublishedCandidate>> Published(Work work, string which, object parameters) =>
        // By the primary key: another index would have to be sorted for each slice.
        work.List<PublishedCandidate>(
            $"""
            SELECT r.id, r.name, CASE WHEN r.show_work_unit = 1 THEN r.work_unit END AS work_unit,
                CASE WHEN r.show_work_unit = 1 THEN r.workplace END AS workplace, r.district, r.trade, r.story, r.published_at,
                CASE WHEN r.show_work_unit = 1 THEN r.latitude END AS latitude,
                CASE WHEN r.show_work_unit = 1 THEN r.longitude END AS longitude,
                (
                    SELECT COUNT(DISTINCT COALESCE(t.citizen_id, t.id))
                    FROM candidates m
                    JOIN tips t ON t.candidate_id = m.id
                    WHERE m.root_id = r.id AND t.state = 'Joined'
                ) AS tip_count
            FROM candidates r FORCE INDEX (PRIMARY)
            WHERE r.campaign_id = @campaignId AND r.state = 'Published' AND r.root_id = r.id AND {which}
            ORDER BY r.id
            LIMIT @take
            """,
            parameters
        );

    private static async Task<IReadOnlyList<ShownCandidate>> WithPhotos(
        Work work,
        IReadOnlyList<PublishedCandidate> rows,
        string which,
        object parameters
    )
    {
        var photos = await ShownPhotos.OfMany(work, which, parameters);
        return [.. rows.Select(row => new ShownCandidate(row, [.. photos[row.Id]]))];
    }
}
