using System.Globalization;
using Craftsman.Domain.Tips.Similarity;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Tips.Similarity;

/// <summary>A tip or a candidate that may be about the same worker; one of the two ids is there.</summary>
public sealed record SimilarWorker(
    Guid? TipId,
    Guid? CandidateId,
    string Name,
    string? WorkUnit,
    double Score,
    IReadOnlyList<string> Reasons
);

/// <summary>Finds what is like a told worker: some by their terms, so that it costs the same among a hundred thousand, then compared in memory.</summary>
public sealed class SimilarQueries(Db db, SimilarityCopy copy)
{
    /// <summary>Of each term the latest; a term with more of them tells little, and the others find them too.</summary>
    private const int MostOfATerm = 40;

    /// <summary>Stories are compared only for so many, those that name and unit speak for most.</summary>
    private const int MostStories = 40;

    private const int MostHints = 5;
    private const int MostForTheDesk = 10;

    /// <summary>
    /// Published roots for a citizen about to tip. Where the worker did not agree to show the unit it is not compared either, or one could
    /// find it out by asking.
    /// </summary>
    public async Task<IReadOnlyList<SimilarWorker>> Hints(
        Guid campaignId,
        string name,
        string? workUnit,
        CancellationToken cancellationToken
    )
    {
        var known = await copy.Current(cancellationToken);
        var told = ToldWorker.Of(name, workUnit);
        var sql = $"""
            SELECT r.id AS candidate_id, r.name AS shown_name, CASE WHEN r.show_work_unit = 1 THEN r.work_unit END AS shown_unit,
                c.name, CASE WHEN r.show_work_unit = 1 THEN c.work_unit END AS work_unit,
                CASE WHEN r.show_work_unit = 1 THEN c.workplace END AS workplace
            FROM ({Found(told, known, "candidate_terms", "candidate_id")}) f
            JOIN candidates c ON c.id = f.candidate_id
            JOIN candidates r ON r.id = c.root_id
            WHERE r.state = 'Published' AND r.campaign_id = @campaignId
            """;
        var rows = await db.List<FoundRow>(sql, new { campaignId, MostOfATerm }, cancellationToken);
        return Best(told, rows, known, SimilarityRules.WorthAHint, MostHints);
    }

    /// <summary>Candidates and open tips that a reviewer may want to join a tip with.</summary>
    /// <param name="districts">The districts the reader works for; none means all.</param>
    public async Task<IReadOnlyList<SimilarWorker>> ForTheDesk(
        Guid campaignId,
        Guid tipId,
        IReadOnlyList<string> districts,
        CancellationToken cancellationToken
    )
    {
        const string tip = """
            SELECT id AS tip_id, name, work_unit, workplace, district, trade, story, worker_contact_index
            FROM tips
            WHERE id = @tipId
            """;
        var known = await copy.Current(cancellationToken);
        if (await db.FirstOrNothing<FoundRow>(tip, new { tipId }, cancellationToken) is not { } row)
        {
            return [];
        }

        var told = row.Told();
        var sql = $"""
            SELECT t.id AS tip_id, t.name AS shown_name, t.work_unit AS shown_unit,
                t.name, t.work_unit, t.workplace, t.district, t.trade, t.story, t.worker_contact_index
            FROM ({Found(told, known, "tip_terms", "tip_id")}) f
            JOIN tips t ON t.id = f.tip_id
            LEFT JOIN citizens p ON p.id = t.citizen_id
            WHERE t.id <> @tipId AND t.state IN ('Received', 'Claimed', 'InfoRequested')
                AND (p.openid IS NOT NULL OR t.citizen_id IS NULL)
            {(districts.Count == 0 ? "" : "AND t.district IN @districts")};
            SELECT r.id AS candidate_id, r.name AS shown_name, r.work_unit AS shown_unit,
                c.name, c.work_unit, c.workplace, c.district, c.trade, COALESCE(c.story, '') AS story
            FROM ({Found(told, known, "candidate_terms", "candidate_id")}) f
            JOIN candidates c ON c.id = f.candidate_id
            JOIN candidates r ON r.id = c.root_id
            WHERE TRUE
            {(districts.Count == 0 ? "" : "AND r.district IN @districts")};
            """;
        var rows = await db.Multiple(
            sql,
            new
            {
                campaignId,
                tipId,
                districts,
                MostOfATerm,
            },
            async grid => (List<FoundRow>)[.. await grid.ReadAsync<FoundRow>(), .. await grid.ReadAsync<FoundRow>()],
            cancellationToken
        );
        return Best(told, rows, known, SimilarityRules.WorthALook, MostForTheDesk);
    }

    /// <summary>The rows with a term in common, as a subquery. Terms are numbers.</summary>
    private static string Found(ToldWorker told, SimilarityKnowledge known, string table, string idColumn) =>
        string.Join(
            "\nUNION\n",
            SimilarTerms
                .Of(told.Name, told.Unit, known.Aliases.OtherNamesOf(told.Unit))
                .Select(term =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"""
                        (SELECT {idColumn} FROM {table} WHERE campaign_id = @campaignId AND term = {term}
                        ORDER BY {idColumn} DESC LIMIT @MostOfATerm)
                        """
                    )
                )
        );

    private static List<SimilarWorker> Best(
        ToldWorker told,
        IReadOnlyList<FoundRow> rows,
        SimilarityKnowledge known,
        double least,
        int most
    ) =>
        [
            .. rows.Select(row =>
                    (row, brief: SimilarityRules.Compare(told, row.ToldBriefly(), known.Aliases, known.Weights))
                )
                .Where(each => each.brief.Score > 0)
                .OrderByDescending(each => each.brief.Score)
                .Take(MostStories)
                .Select(each =>
                    (
                        each.row,
                        likeness: each.row.Story.Length == 0
                            ? each.brief
                            : SimilarityRules.Compare(told, each.row.Told(), known.Aliases, known.Weights)
                    )
                )
                .Where(each => each.likeness.Score >= least)
                .OrderByDescending(each => each.likeness.Score)
                .ThenByDescending(each => each.row.CandidateId ?? each.row.TipId)
                // A merged candidate and its root are one.
                .DistinctBy(each => each.row.CandidateId ?? each.row.TipId)
                .Take(most)
                .Select(each => new SimilarWorker(
                    each.row.TipId,
                    each.row.CandidateId,
                    each.row.ShownName,
                    each.row.ShownUnit,
                    each.likeness.Score,
                    each.likeness.Reasons
                )),
        ];

    private sealed record FoundRow
    {
        public Guid? TipId { get; init; }
        public Guid? CandidateId { get; init; }
        public string ShownName { get; init; } = "";
        public string? ShownUnit { get; init; }
        public string Name { get; init; } = "";
        public string? WorkUnit { get; init; }
        public string? Workplace { get; init; }
        public string? District { get; init; }
        public string? Trade { get; init; }
        public string Story { get; init; } = "";
        public byte[]? WorkerContactIndex { get; init; }

        public ToldWorker Told() => ToldWorker.Of(Name, WorkUnit, Workplace, District, Trade, Story, Contact);

        public ToldWorker ToldBriefly() => ToldWorker.Of(Name, WorkUnit, Workplace, District, Trade, null, Contact);

        private string? Contact => WorkerContactIndex is null ? null : Convert.ToHexString(WorkerContactIndex);
    }
}
