using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Experts;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Experts;

/// <summary>A case in the ranking, as the secretary reads it.</summary>
public sealed record RankedLine(
    Guid CaseId,
    string Name,
    string? WorkUnit,
    int Version,
    bool IsShortlisted,
    IReadOnlyList<SheetTotal> Totals,
    Placed Mean,
    Placed TrimmedMean,
    Placed ZScore
);

/// <summary>An expert's weighted total.</summary>
public sealed record SheetTotal(Guid StaffId, string Expert, decimal Total);

/// <summary>A case of the panel that nobody has scored.</summary>
public sealed record UnscoredCase(Guid CaseId, string Name, string? WorkUnit, int Version, bool IsShortlisted);

/// <summary>What the sheets of a panel say.</summary>
/// <param name="DecidingMethod">By which the items stand: the campaign's choice.</param>
/// <param name="AtTheCut">In Chinese: whether the method matters to who is within the cut.</param>
public sealed record PanelRanking(
    RankingMethod DecidingMethod,
    int Cut,
    string AtTheCut,
    IReadOnlyList<RankedLine> Items,
    IReadOnlyList<UnscoredCase> Unscored
);

/// <summary>Ranks the cases of a panel that are at the experts.</summary>
public sealed class RankingQueries(Db db)
{
    /// <summary>By which method a campaign ranks, where the secretary does not say another.</summary>
    public static RankingMethod Deciding(ReviewTerms terms) =>
        terms.TrimsScores ? RankingMethod.TrimmedMean : RankingMethod.Mean;

    /// <param name="cut">How many places there are.</param>
    public Task<PanelRanking> Of(Guid panelId, RankingMethod deciding, int cut, CancellationToken cancellationToken) =>
        db.AtOneMoment(work => Of(work, panelId, deciding, cut), cancellationToken);

    internal static async Task<PanelRanking> Of(Work work, Guid panelId, RankingMethod deciding, int cut)
    {
        const string cases = """
            SELECT k.id AS case_id, c.name, c.work_unit, k.version, k.shortlisted_at IS NOT NULL AS is_shortlisted
            FROM panel_trades t
            JOIN cases k ON k.campaign_id = t.campaign_id AND k.trade = t.trade
            JOIN candidates c ON c.id = k.candidate_id
            WHERE t.panel_id = @panelId AND k.stage = 'ExpertReview'
            ORDER BY k.id
            """;
        const string totals = """
            SELECT e.case_id, e.staff_id, s.display_name AS expert, SUM(n.score * r.weight) AS raw_total
            FROM case_experts e
            JOIN cases k ON k.id = e.case_id AND k.expert_round = e.round AND k.stage = 'ExpertReview'
            JOIN staff s ON s.id = e.staff_id
            JOIN scores n ON n.case_expert_id = e.id
            JOIN scoring_criteria r ON r.campaign_id = n.campaign_id AND r.id = n.criterion_id
            WHERE e.panel_id = @panelId AND e.standing = 1 AND e.submitted_at IS NOT NULL
            GROUP BY e.case_id, e.staff_id, s.display_name
            """;
        var rows = await work.List<CaseRow>(cases, new { panelId });
        var trees = await Review.CaseTrees.Around(work, [.. rows.Select(row => row.CaseId)]);
        var known = rows.Where(row => !CaseTree.IsResting(row.CaseId, [.. trees[row.CaseId]]))
            .ToDictionary(row => row.CaseId);
        var sheets = (await work.List<TotalRow>(totals, new { panelId }))
            .Where(row => known.ContainsKey(row.CaseId))
            .ToList();
        var experts = sheets.DistinctBy(row => row.StaffId).ToDictionary(row => row.StaffId, row => row.Expert);
        var ranked = Ranking.Of([.. sheets.Select(row => new Sheet(row.CaseId, row.StaffId, row.RawTotal))], deciding);
        var scored = ranked.Select(each => each.CaseId).ToHashSet();
        return new PanelRanking(
            deciding,
            cut,
            Ranking.AtTheCut(ranked, cut, deciding, known.ToDictionary(each => each.Key, each => each.Value.Name)),
            [
                .. ranked.Select(each => new RankedLine(
                    each.CaseId,
                    known[each.CaseId].Name,
                    known[each.CaseId].WorkUnit,
                    known[each.CaseId].Version,
                    known[each.CaseId].IsShortlisted,
                    [
                        .. each.Sheets.Select(sheet => new SheetTotal(
                            sheet.StaffId,
                            experts[sheet.StaffId],
                            sheet.Total
                        )),
                    ],
                    Shown(each.Mean),
                    Shown(each.TrimmedMean),
                    Shown(each.ZScore)
                )),
            ],
            [
                .. known
                    .Values.Where(row => !scored.Contains(row.CaseId))
                    .Select(row => new UnscoredCase(
                        row.CaseId,
                        row.Name,
                        row.WorkUnit,
                        row.Version,
                        row.IsShortlisted
                    )),
            ]
        );
    }

    /// <summary>Six decimals are enough to read; the places come from the whole value.</summary>
    private static Placed Shown(Placed placed) => placed with { Value = decimal.Round(placed.Value, 6) };

    private sealed record CaseRow
    {
        public Guid CaseId { get; init; }
        public string Name { get; init; } = "";
        public string? WorkUnit { get; init; }
        public int Version { get; init; }
        public bool IsShortlisted { get; init; }
    }

    private sealed record TotalRow
    {
        public Guid CaseId { get; init; }
        public Guid StaffId { get; init; }
        public string Expert { get; init; } = "";
        public int RawTotal { get; init; }
    }
}
