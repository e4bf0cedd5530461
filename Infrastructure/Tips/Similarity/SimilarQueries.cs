using Craftsman.Domain.Tips.Similarity;
using Craftsman.Infrastructure.Database;
using Dapper;

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
        var terms = TermsOf(told, known);
        var sql = $"""
            SELECT r.id AS candidate_id, r.name AS shown_name, CASE WHEN r.show_work_unit = 1 THEN r.work_unit END AS shown_unit,
                c.name, CASE WHEN r.show_work_unit = 1 THEN c.work_unit END AS work_unit,
                CASE WHEN r.show_work_unit = 1 THEN c.workplace END AS workplace
            FROM ({Found(terms, "candidate_terms", "candidate_id")}) f
            JOIN candidates c ON c.id = f.candidate_id
            JOIN candidates r ON r.id = c.root_id
            WHERE r.state = 'Published' AND r.campaign_id = @campaignId
            """;
        var rows = await db.List<FoundRow>(sql, With(terms, new { campaignId, MostOfATerm }), cancellationToken);
        return Best(
            Likely(told, rows, known).Select(each => (each.Row, each.Brief)),
            SimilarityRules.WorthAHint,
            MostHints
        );
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

        var told = row.Told(row.Story);
        var terms = TermsOf(told, known);
        var sql = $"""
            SELECT t.id AS tip_id, t.name AS shown_name, t.work_unit AS shown_unit,
                t.name, t.work_unit, t.workplace, t.district, t.trade, t.worker_contact_index
            FROM ({Found(terms, "tip_terms", "tip_id")}) f
            JOIN tips t ON t.id = f.tip_id
            JOIN citizens p ON p.id = t.citizen_id
            WHERE t.id <> @tipId AND t.state IN ('Received', 'Claimed', 'InfoRequested') AND p.openid IS NOT NULL
            {(districts.Count == 0 ? "" : "AND t.district IN @districts")};
            SELECT r.id AS candidate_id, r.name AS shown_name, r.work_unit AS shown_unit, c.id AS member_id,
                c.name, c.work_unit, c.workplace, c.district, c.trade
            FROM ({Found(terms, "candidate_terms", "candidate_id")}) f
            JOIN candidates c ON c.id = f.candidate_id
            JOIN candidates r ON r.id = c.root_id
            WHERE TRUE
            {(districts.Count == 0 ? "" : "AND r.district IN @districts")};
            """;
        var rows = await db.Multiple(
            sql,
            With(
                terms,
                new
                {
                    campaignId,
                    tipId,
                    districts,
                    MostOfATerm,
                }
            ),
            async grid => (List<FoundRow>)[.. await grid.ReadAsync<FoundRow>(), .. await grid.ReadAsync<FoundRow>()],
            cancellationToken
        );
        var likely = Likely(told, rows, known);
        var stories = await Stories([.. likely.Select(each => each.Row.Key)], cancellationToken);
        return Best(
            likely.Select(each =>
                (
                    each.Row,
                    stories.GetValueOrDefault(each.Row.Key) is { Length: > 0 } story
                        ? SimilarityRules.Compare(told, each.Row.Told(story), known.Aliases, known.Weights)
                        : each.Brief
                )
            ),
            SimilarityRules.WorthALook,
            MostForTheDesk
        );
    }

    /// <summary>Read by themselves, for most of what has a term in common has another name, and stories are long.</summary>
    private async Task<IReadOnlyDictionary<Guid, string>> Stories(Guid[] ids, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id, story FROM tips WHERE id IN @ids
            UNION ALL
            SELECT id, story FROM candidates WHERE id IN @ids AND story IS NOT NULL
            """;
        return ids.Length == 0
            ? new Dictionary<Guid, string>()
            : (await db.List<(Guid Id, string Story)>(sql, new { ids }, cancellationToken)).ToDictionary(
                row => row.Id,
                row => row.Story
            );
    }

    private static IReadOnlyList<long> TermsOf(ToldWorker told, SimilarityKnowledge known) =>
        SimilarTerms.Of(told.Name, told.Unit, known.Aliases.OtherNamesOf(told.Unit));

    /// <summary>
    /// The rows with a term in common, as a subquery. The text is the same for equally many terms: to each new text Dapper makes new code,
    /// which takes longer than the search itself.
    /// </summary>
    private static string Found(IReadOnlyList<long> terms, string table, string idColumn) =>
        string.Join(
            "\nUNION\n",
            terms.Select(
                (_, at) =>
                    $"""
                        (SELECT {idColumn} FROM {table} WHERE campaign_id = @campaignId AND term = @term{at}
                        ORDER BY {idColumn} DESC LIMIT @MostOfATerm)
                        """
            )
        );

    private static DynamicParameters With(IReadOnlyList<long> terms, object others)
    {
        var parameters = new DynamicParameters(others);
        foreach (var (at, term) in terms.Index())
        {
            parameters.Add($"term{at}", term);
        }

        return parameters;
    }

    /// <summary>
    /// Those whose names and units speak for it most. Names are looked at first: most of what has a term in common has another name, and
    /// a unit takes longer to take apart.
    /// </summary>
    private static List<(FoundRow Row, Likeness Brief)> Likely(
        ToldWorker told,
        IReadOnlyList<FoundRow> rows,
        SimilarityKnowledge known
    ) =>
        [
            .. rows.Where(row => NameMatch.Of(told.Name, PersonName.Of(row.Name)).Kind != NameKinship.None)
                .Select(row =>
                    (row, brief: SimilarityRules.Compare(told, row.Told(story: null), known.Aliases, known.Weights))
                )
                .Where(each => each.brief.Score > 0)
                .OrderByDescending(each => each.brief.Score)
                .Take(MostStories),
        ];

    private static List<SimilarWorker> Best(
        IEnumerable<(FoundRow Row, Likeness Likeness)> compared,
        double least,
        int most
    ) =>
        [
            .. compared
                .Where(each => each.Likeness.Score >= least)
                .OrderByDescending(each => each.Likeness.Score)
                .ThenByDescending(each => each.Row.ShownId)
                // A merged candidate and its root are one.
                .DistinctBy(each => each.Row.ShownId)
                .Take(most)
                .Select(each => new SimilarWorker(
                    each.Row.TipId,
                    each.Row.CandidateId,
                    each.Row.ShownName,
                    each.Row.ShownUnit,
                    each.Likeness.Score,
                    each.Likeness.Reasons
                )),
        ];

    private sealed record FoundRow
    {
        public Guid? TipId { get; init; }
        public Guid? CandidateId { get; init; }

        /// <summary>The candidate compared, which <see cref="CandidateId"/> is the root of.</summary>
        public Guid? MemberId { get; init; }
        public string ShownName { get; init; } = "";
        public string? ShownUnit { get; init; }
        public string Name { get; init; } = "";
        public string? WorkUnit { get; init; }
        public string? Workplace { get; init; }
        public string? District { get; init; }
        public string? Trade { get; init; }
        public string Story { get; init; } = "";
        public byte[]? WorkerContactIndex { get; init; }

        public Guid? ShownId => CandidateId ?? TipId;

        public Guid Key => (MemberId ?? TipId)!.Value;

        public ToldWorker Told(string? story) =>
            ToldWorker.Of(Name, WorkUnit, Workplace, District, Trade, story, Contact);

        private string? Contact => WorkerContactIndex is null ? null : Convert.ToHexString(WorkerContactIndex);
    }
}
