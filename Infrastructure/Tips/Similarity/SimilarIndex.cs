using Craftsman.Domain.Tips.Similarity;
using Craftsman.Infrastructure.Database;
using Dapper;

namespace Craftsman.Infrastructure.Tips.Similarity;

/// <summary>
/// Keeps the terms under which open tips and candidates are found, in the transaction of whatever changes them; and indexes what has no
/// terms of the present edition of the rules: rows from before there were any.
/// </summary>
public static class SimilarIndex
{
    private const int FilledTogether = 200;

    private const string TipsWithout = """
        SELECT t.id
        FROM tips t
        WHERE t.id > @after AND t.state IN ('Received', 'Claimed', 'InfoRequested')
            AND NOT EXISTS (SELECT 1 FROM tip_terms m WHERE m.tip_id = t.id AND m.edition = @Edition)
        ORDER BY t.id
        LIMIT @FilledTogether
        """;

    private const string CandidatesWithout = """
        SELECT c.id
        FROM candidates c
        WHERE c.id > @after AND NOT EXISTS (SELECT 1 FROM candidate_terms m WHERE m.candidate_id = c.id AND m.edition = @Edition)
        ORDER BY c.id
        LIMIT @FilledTogether
        """;

    /// <summary>The caller holds the tip's row, or has just added it.</summary>
    public static async Task PutTip(Work work, Guid campaignId, Guid tipId, string name, string? unitOrPlace)
    {
        await RemoveTip(work, tipId);
        await Insert(
            work,
            "tip_terms (campaign_id, term, tip_id, edition, name)",
            campaignId,
            tipId,
            name,
            unitOrPlace
        );
    }

    /// <summary>A tip that is settled or taken back is found no longer.</summary>
    public static Task RemoveTip(Work work, Guid tipId) =>
        work.Execute("DELETE FROM tip_terms WHERE tip_id = @tipId", new { tipId });

    /// <summary>The caller holds the candidate's row, or has just added it.</summary>
    public static async Task PutCandidate(
        Work work,
        Guid campaignId,
        Guid candidateId,
        string name,
        string? unitOrPlace
    )
    {
        await work.Execute("DELETE FROM candidate_terms WHERE candidate_id = @candidateId", new { candidateId });
        await Insert(
            work,
            "candidate_terms (campaign_id, term, candidate_id, edition, name)",
            campaignId,
            candidateId,
            name,
            unitOrPlace
        );
    }

    /// <summary>
    /// Indexes all that has no terms of this edition, some at a time, each under its lock: what was changed or settled meanwhile is seen as
    /// it has become. Several instances may do it together, and who dies leaves the rest to the next.
    /// </summary>
    public static async Task<int> Fill(Db db, CancellationToken cancellationToken) =>
        await Fill(db, TipsWithout, FillTips, cancellationToken)
        + await Fill(db, CandidatesWithout, FillCandidates, cancellationToken);

    private static async Task<int> Fill(
        Db db,
        string find,
        Func<Work, IReadOnlyList<Guid>, Task> fill,
        CancellationToken cancellationToken
    )
    {
        var all = 0;
        var after = Guid.Empty;
        while (true)
        {
            var ids = await db.List<Guid>(
                find,
                new
                {
                    after,
                    SimilarTerms.Edition,
                    FilledTogether,
                },
                cancellationToken
            );
            if (ids.Count == 0)
            {
                return all;
            }

            await db.Write<int>(
                async work =>
                {
                    await fill(work, ids);
                    return ids.Count;
                },
                cancellationToken
            );
            all += ids.Count;
            after = ids[^1];
        }
    }

    private static async Task FillTips(Work work, IReadOnlyList<Guid> ids)
    {
        const string hold = """
            SELECT id, campaign_id, name, COALESCE(work_unit, workplace) AS unit
            FROM tips
            WHERE id IN @ids AND state IN ('Received', 'Claimed', 'InfoRequested')
            ORDER BY id
            FOR UPDATE
            """;
        foreach (var row in await work.List<IndexedRow>(hold, new { ids }))
        {
            await PutTip(work, row.CampaignId, row.Id, row.Name, row.Unit);
        }
    }

    private static async Task FillCandidates(Work work, IReadOnlyList<Guid> ids)
    {
        const string hold = """
            SELECT id, campaign_id, name, COALESCE(work_unit, workplace) AS unit
            FROM candidates
            WHERE id IN @ids
            ORDER BY id
            FOR UPDATE
            """;
        foreach (var row in await work.List<IndexedRow>(hold, new { ids }))
        {
            await PutCandidate(work, row.CampaignId, row.Id, row.Name, row.Unit);
        }
    }

    private static Task<int> Insert(
        Work work,
        string intoColumns,
        Guid campaignId,
        Guid id,
        string name,
        string? unitOrPlace
    )
    {
        var terms = SimilarTerms.Of(PersonName.Of(name), UnitName.Of(unitOrPlace));
        // Terms as parameters: to each new text Dapper would make new code.
        var parameters = new DynamicParameters(
            new
            {
                campaignId,
                id,
                SimilarTerms.Edition,
                name,
            }
        );
        foreach (var (at, term) in terms.Index())
        {
            parameters.Add($"term{at}", term);
        }

        var rows = terms.Select((_, at) => $"(@campaignId, @term{at}, @id, @Edition, @name)");
        return work.Execute($"INSERT INTO {intoColumns} VALUES {string.Join(", ", rows)}", parameters);
    }

    private sealed record IndexedRow
    {
        public Guid Id { get; init; }
        public Guid CampaignId { get; init; }
        public string Name { get; init; } = "";
        public string? Unit { get; init; }
    }
}
