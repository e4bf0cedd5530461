using Craftsman.Domain.ContentChecks;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;
using Dapper;

namespace Craftsman.Infrastructure.Tips;

/// <summary>Which tips a reviewer wants to see.</summary>
/// <param name="Districts">None means all.</param>
public sealed record TipFilter(
    Guid CampaignId,
    TipState? State,
    IReadOnlyList<string> Districts,
    string? Trade,
    Guid? ClaimedBy,
    ContentCheckState? ContentCheck
);

/// <summary>A tip in the list of reviewers.</summary>
public sealed record TipLine
{
    public Guid Id { get; init; }
    public TipState State { get; init; }
    public string Name { get; init; } = "";
    public string? WorkUnit { get; init; }
    public string? Workplace { get; init; }
    public string District { get; init; } = "";
    public string Trade { get; init; } = "";
    public string? Question { get; init; }
    public string? Answer { get; init; }
    public Guid? ClaimedBy { get; init; }
    public DateTimeOffset? ClaimedUntil { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public int Version { get; init; }
    public DateTimeOffset DueAt { get; init; }
    public int TargetHours { get; init; }
    public int Voices { get; init; }
    public bool IsRisky { get; init; }
    public ContentCheckState ContentState { get; init; }
    public int? ContentLabel { get; init; }
    public ContentDecision? ContentDecision { get; init; }

    public ContentCheck ContentCheck => new(ContentState, ContentLabel, ContentDecision);
}

/// <summary>Where a list of tips in the order of their priority goes on.</summary>
public sealed record TipQueuePosition(DateTimeOffset DueAt, Guid Id);

/// <summary>The list that reviewers work from, what is due first first.</summary>
public sealed class TipListQueries(Db db)
{
    /// <summary>
    /// The tips after a position. An expired claim is still stored as Claimed but listed as what it has become: waiting. So a state
    /// may be read from two stored ones, and a person may work for several districts; each pair is a range of an index that is
    /// already in order, of which we take one page, and the pages are merged. Claims run out within minutes, so of the range of
    /// Claimed little is read in vain. The index is named: left to itself MariaDB sorts all of a state for the first page, and for the
    /// others reads it from its beginning.
    /// </summary>
    public Task<IReadOnlyList<TipLine>> Page(
        TipFilter filter,
        TipQueuePosition? after,
        int take,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var parameters = new DynamicParameters(
            new
            {
                filter.CampaignId,
                filter.Trade,
                filter.ClaimedBy,
                ContentCheck = filter.ContentCheck?.ToString(),
                after?.DueAt,
                AfterId = after?.Id,
                take,
                now,
            }
        );
        List<string> ranges = [];
        foreach (var (district, number) in Districts(filter).Select((district, number) => (district, number)))
        {
            parameters.Add($"district{number}", district);
            ranges.AddRange(
                StoredAs(filter.State)
                    .Select(stored =>
                        $"""
                            (SELECT t.id, t.state, t.name, t.work_unit, t.workplace, t.district, t.trade, t.question, t.answer, t.claimed_by, t.claimed_until,
                                t.created_at, t.version, t.due_at, t.target_hours, t.voices, t.is_risky, {ContentCheckSql.Columns}
                            FROM tips t FORCE INDEX ({(district is null ? "tips_due" : "tips_due_by_district")})
                            LEFT JOIN content_checks k ON k.id = t.id
                            WHERE t.campaign_id = @CampaignId AND t.state = '{stored}'
                            {(after is null ? "" : "AND t.due_at >= @DueAt AND (t.due_at > @DueAt OR t.id > @AfterId)")}
                            {(district is null ? "" : $"AND district = @district{number}")}
                            {(filter.Trade is null ? "" : "AND trade = @Trade")}
                            {(
                                filter.ClaimedBy is null
                                    ? ""
                                    : "AND claimed_by = @ClaimedBy AND (claimed_until > @now OR claimed_until IS NULL)"
                            )}
                            {(filter.ContentCheck is null ? "" : $"AND {ContentCheckSql.State} = @ContentCheck")}
                            {(stored == TipState.Claimed ? AndIsNow(filter.State) : "")}
                            ORDER BY t.due_at, t.id
                            LIMIT @take)
                            """
                    )
            );
        }

        var sql = $"""
            {string.Join("\nUNION ALL\n", ranges)}
            ORDER BY due_at, id
            LIMIT @take
            """;
        return db.List<TipLine>(sql, parameters, cancellationToken);
    }

    private static IEnumerable<string?> Districts(TipFilter filter) => filter.Districts.DefaultIfEmpty<string?>(null);

    private static TipState[] StoredAs(TipState? state) =>
        state switch
        {
            null => Enum.GetValues<TipState>(),
            TipState.Received or TipState.InfoRequested => [state.Value, TipState.Claimed],
            _ => [state.Value],
        };

    /// <summary>The same distinction as <c>Tip.StateAt</c>.</summary>
    private static string AndIsNow(TipState? state) =>
        state switch
        {
            TipState.Claimed => "AND claimed_until > @now",
            TipState.Received => "AND claimed_until <= @now AND (question IS NULL OR answer IS NOT NULL)",
            TipState.InfoRequested => "AND claimed_until <= @now AND question IS NOT NULL AND answer IS NULL",
            _ => "",
        };
}
