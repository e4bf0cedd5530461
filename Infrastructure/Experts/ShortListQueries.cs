using Craftsman.Domain.Experts;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Experts;

/// <summary>What the experts' review of a case came to when it was put on the short-list (五, 专家评审). It names no expert.</summary>
/// <param name="Round">1 for the first; a case that came back after an objection has more.</param>
/// <param name="Panel">The panel's name.</param>
/// <param name="Method">Which ranking the secretary went by.</param>
/// <param name="Figures">Null where a later round was not scored anew.</param>
/// <param name="Reason">What the secretary said to it; always there without figures.</param>
public sealed record ShortListing(
    int Round,
    string Panel,
    RankingMethod Method,
    ShortListFigures? Figures,
    string? Reason
);

/// <summary>The three methods side by side, each with its place among the panel's cases, as they were at that moment.</summary>
/// <param name="Experts">How many submitted a sheet.</param>
public sealed record ShortListFigures(int Experts, Placed Mean, Placed TrimmedMean, Placed ZScore);

/// <summary>Reads what the short-list kept.</summary>
public sealed class ShortListQueries(Db db)
{
    /// <summary>By case, the earliest round first.</summary>
    public async Task<ILookup<Guid, ShortListing>> OfCases(
        IReadOnlyCollection<Guid> caseIds,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            SELECT l.case_id, l.round, p.name AS panel, l.method, l.figures, l.reason
            FROM short_lists l
            JOIN panels p ON p.id = l.panel_id
            WHERE l.case_id IN @caseIds
            ORDER BY l.case_id, l.round
            """;
        var rows = await db.List<Row>(sql, new { caseIds }, cancellationToken);
        return rows.ToLookup(row => row.CaseId, row => row.Read());
    }

    private sealed record Row
    {
        public Guid CaseId { get; init; }
        public int Round { get; init; }
        public string Panel { get; init; } = "";
        public RankingMethod Method { get; init; }
        public string? Figures { get; init; }
        public string? Reason { get; init; }

        public ShortListing Read() =>
            new(
                Round,
                Panel,
                Method,
                Figures is { } json && StoredJson.Read<Kept>(json) is var kept
                    ? new ShortListFigures(kept.Totals.Count, kept.Mean, kept.TrimmedMean, kept.ZScore)
                    : null,
                Reason
            );
    }

    /// <summary>As <see cref="ShortListStore"/> writes it. Of the single sheets only their number is read.</summary>
    private sealed record Kept(Placed Mean, Placed TrimmedMean, Placed ZScore, IReadOnlyList<KeptTotal> Totals);

    private sealed record KeptTotal(decimal Total);
}
