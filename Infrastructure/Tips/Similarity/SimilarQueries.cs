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

    /// <summary>What has a term in common, while no term is common.</summary>
    private const int MostNamed = 800;

    /// <summary>Of those named alike so many are compared.</summary>
    private const int MostLikeNamed = 160;

    private static readonly (string, string) Tips = ("tip_terms", "tip_id");

    private static readonly (string, string) Candidates = ("candidate_terms", "candidate_id");

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
        const string sql = """
            SELECT r.id AS candidate_id, r.name AS shown_name, CASE WHEN r.show_work_unit = 1 THEN r.work_unit END AS shown_unit,
                c.name, CASE WHEN r.show_work_unit = 1 THEN c.work_unit END AS work_unit,
                CASE WHEN r.show_work_unit = 1 THEN c.workplace END AS workplace
            FROM candidates c
            JOIN candidates r ON r.id = c.root_id
            WHERE c.id IN @ids AND r.state = 'Published' AND r.campaign_id = @campaignId
            """;
        var ids = await Named(
            campaignId,
            TermsOf(told, known),
            [Candidates],
            each => LikeNamed(told, each[0]),
            cancellationToken
        );
        return ids.Count == 0
            ? []
            : Best(
                told,
                await db.List<FoundRow>(sql, new { campaignId, ids }, cancellationToken),
                known,
                SimilarityRules.WorthAHint,
                MostHints
            );
    }

    /// <summary>Candidates and open tips that a reviewer may want to join a tip with.</summary>
    /// <param name="districts">The districts the reader works for; none means all.</param>
    public async Task<IReadOnlyList<SimilarWorker>> ForTheDesk(
        Guid campaignId,
        TipView tip,
        IReadOnlyList<string> districts,
        CancellationToken cancellationToken
    )
    {
        const string openTips = """
            SELECT t.id AS tip_id, t.name AS shown_name, t.work_unit AS shown_unit,
                t.name, t.work_unit, t.workplace, t.district, t.trade, t.story, t.worker_contact_index
            FROM tips t
            LEFT JOIN citizens p ON p.id = t.citizen_id
            WHERE t.id IN @tips AND t.id <> @Id AND t.state IN ('Received', 'Claimed', 'InfoRequested')
                AND (t.citizen_id IS NULL OR p.openid IS NOT NULL)
            """;
        const string ofHerDistricts = "AND t.district IN @districts";
        const string candidatesAndRoots = """
            SELECT r.id AS candidate_id, r.name AS shown_name, r.work_unit AS shown_unit,
                c.name, c.work_unit, c.workplace, c.district, c.trade, COALESCE(c.story, '') AS story
            FROM candidates c
            JOIN candidates r ON r.id = c.root_id
            WHERE c.id IN @candidates
            """;
        const string rootOfHerDistricts = "AND r.district IN @districts";
        var known = await copy.Current(cancellationToken);
        var told = ToldWorker.Of(
            tip.Name,
            tip.WorkUnit,
            tip.Workplace,
            tip.District,
            tip.Trade,
            tip.Story,
            ContactOf(tip.WorkerContactIndex)
        );
        var (tips, candidates) = await Named(
            campaignId,
            TermsOf(told, known),
            [Tips, Candidates],
            each => (LikeNamed(told, each[0]), LikeNamed(told, each[1])),
            cancellationToken
        );
        // For an empty list the server would read its whole table.
        List<string> statements = [];
        if (tips.Count > 0)
        {
            statements.Add(districts.Count == 0 ? openTips : $"{openTips} {ofHerDistricts}");
        }

        if (candidates.Count > 0)
        {
            statements.Add(districts.Count == 0 ? candidatesAndRoots : $"{candidatesAndRoots} {rootOfHerDistricts}");
        }

        if (statements.Count == 0)
        {
            return [];
        }

        var rows = await db.Multiple(
            string.Join(";\n", statements),
            new
            {
                tips,
                candidates,
                tip.Id,
                districts,
            },
            async grid =>
            {
                var found = new List<FoundRow>();
                while (!grid.IsConsumed)
                {
                    found.AddRange(await grid.ReadAsync<FoundRow>());
                }

                return found;
            },
            cancellationToken
        );
        return Best(told, rows, known, SimilarityRules.WorthALook, MostForTheDesk);
    }

    private static IReadOnlyList<long> TermsOf(ToldWorker told, SimilarityKnowledge known) =>
        SimilarTerms.Of(told.Name, told.Unit, known.Aliases.OtherNamesOf(told.Unit));

    private static string? ContactOf(byte[]? index) => index is null ? null : Convert.ToHexString(index);

    /// <summary>
    /// The names of what has a term in common, as they stand beside the terms, for most of it has another name. Usually that is little and
    /// is read as it is; where a term is common, it is read again with the latest of each term only.
    /// </summary>
    private async Task<T> Named<T>(
        Guid campaignId,
        IReadOnlyList<long> terms,
        IReadOnlyList<(string Terms, string IdColumn)> among,
        Func<IReadOnlyList<IReadOnlyList<NamedRow>>, T> take,
        CancellationToken cancellationToken
    )
    {
        var all = await Read(
            AllNamed,
            new
            {
                campaignId,
                terms,
                more = MostNamed + 1,
            }
        );
        return take(
            all.Exists(rows => rows.Count > MostNamed)
                ? await Read(of => LatestNamed(terms, of), With(terms, new { campaignId, MostOfATerm }))
                : all
        );

        Task<List<IReadOnlyList<NamedRow>>> Read(Func<(string, string), string> statementFor, object parameters) =>
            db.Multiple(
                string.Join(";\n", among.Select(statementFor)),
                parameters,
                async grid =>
                {
                    var read = new List<IReadOnlyList<NamedRow>>();
                    while (!grid.IsConsumed)
                    {
                        read.Add([.. await grid.ReadAsync<NamedRow>()]);
                    }

                    return read;
                },
                cancellationToken
            );
    }

    private static string AllNamed((string Terms, string IdColumn) of) =>
        $"SELECT {of.IdColumn} AS id, name FROM {of.Terms} WHERE campaign_id = @campaignId AND term IN @terms LIMIT @more";

    /// <summary>The text is the same for equally many terms: to each new text Dapper makes new code, which takes longer than the search itself.</summary>
    private static string LatestNamed(IReadOnlyList<long> terms, (string Terms, string IdColumn) of) =>
        string.Join(
            "\nUNION ALL\n",
            terms.Select(
                (_, at) =>
                    $"""
                        (SELECT {of.IdColumn} AS id, name FROM {of.Terms} WHERE campaign_id = @campaignId AND term = @term{at}
                        ORDER BY {of.IdColumn} DESC LIMIT @MostOfATerm)
                        """
            )
        );

    /// <summary>Those whose names are likest, and of them the latest.</summary>
    private static IReadOnlyList<Guid> LikeNamed(ToldWorker told, IReadOnlyList<NamedRow> rows) =>
        [
            .. rows.DistinctBy(row => row.Id)
                .GroupBy(row => row.Name)
                .Select(named => (named, match: NameMatch.Of(told.Name, PersonName.Of(named.Key))))
                .Where(each => each.match.Kind != NameKinship.None)
                .OrderByDescending(each => (each.match.Kind, each.match.Strength))
                .SelectMany(each => each.named.OrderByDescending(row => row.Id))
                .Take(MostLikeNamed)
                .Select(row => row.Id),
        ];

    private static DynamicParameters With(IReadOnlyList<long> terms, object others)
    {
        var parameters = new DynamicParameters(others);
        foreach (var (at, term) in terms.Index())
        {
            parameters.Add($"term{at}", term);
        }

        return parameters;
    }

    private static List<SimilarWorker> Best(
        ToldWorker told,
        IReadOnlyList<FoundRow> rows,
        SimilarityKnowledge known,
        double least,
        int most
    )
    {
        // Those named alike are often of the same few units, and two units take longest to compare.
        var units = new Dictionary<string, UnitMatch>();
        return
        [
            .. rows.Select(row => (row, other: row.Told(story: null)))
                .Select(each =>
                    (
                        each.row,
                        each.other,
                        brief: SimilarityRules.Compare(
                            told,
                            each.other,
                            () => UnitOf(each.row, each.other),
                            known.Weights
                        )
                    )
                )
                .Where(each => each.brief.Score > 0)
                .OrderByDescending(each => each.brief.Score)
                .Take(MostStories)
                .Select(each =>
                    (
                        each.row,
                        likeness: each.row.Story.Length == 0
                            ? each.brief
                            : SimilarityRules.Compare(
                                told,
                                each.other with
                                {
                                    Story = Story.Of(each.row.Story, each.row.Name, each.row.WorkUnit),
                                },
                                () => UnitOf(each.row, each.other),
                                known.Weights
                            )
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

        UnitMatch UnitOf(FoundRow row, ToldWorker other)
        {
            var written = row.WorkUnit ?? row.Workplace ?? "";
            if (!units.TryGetValue(written, out var match))
            {
                units[written] = match = UnitMatch.Of(told.Unit, other.Unit, known.Aliases);
            }

            return match;
        }
    }

    private sealed record NamedRow
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
    }

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

        public ToldWorker Told(string? story) =>
            ToldWorker.Of(Name, WorkUnit, Workplace, District, Trade, story, ContactOf(WorkerContactIndex));
    }
}
