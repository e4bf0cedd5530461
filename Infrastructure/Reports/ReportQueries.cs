using Craftsman.Domain.Reports;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Reports;

/// <summary>A report as the desk sees it; nobody is told who sent it.</summary>
public sealed record DeskReport
{
    public Guid Id { get; init; }

    /// <summary>The candidate that is shown for the one it was sent about.</summary>
    public Guid CandidateId { get; init; }
    public string CandidateName { get; init; } = "";
    public string? District { get; init; }
    public ReportReason ReasonCode { get; init; }
    public string? Text { get; init; }
    public ReportState State { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public string? Reason { get; init; }
    public TakenDown? TakenDown { get; init; }
}

/// <summary>A report as its citizen sees it.</summary>
public sealed record OwnReport
{
    public Guid Id { get; init; }
    public Guid CandidateId { get; init; }
    public ReportReason ReasonCode { get; init; }
    public string? Text { get; init; }
    public ReportState State { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>Reads reports for the desk and for those who sent them.</summary>
public sealed class ReportQueries(Db db)
{
    /// <summary>The earliest first, after a report on.</summary>
    /// <param name="districts">None means all.</param>
    public Task<IReadOnlyList<DeskReport>> OfState(
        Guid campaignId,
        ReportState state,
        IReadOnlyList<string> districts,
        Guid? after,
        int take,
        CancellationToken cancellationToken
    )
    {
        var sql = $"""
            SELECT r.id, c.root_id AS candidate_id, m.name AS candidate_name, m.district, r.reason_code, r.text, r.state,
                r.created_at, r.decided_at, r.reason, r.taken_down
            FROM reports r
            JOIN candidates c ON c.id = r.candidate_id
            JOIN candidates m ON m.id = c.root_id
            WHERE r.campaign_id = @campaignId AND r.state = @State
            {(after is null ? "" : "AND r.id > @after")}
            {(districts.Count == 0 ? "" : "AND m.district IN @districts")}
            ORDER BY r.id
            LIMIT @take
            """;
        return db.List<DeskReport>(
            sql,
            new
            {
                campaignId,
                State = state.ToString(),
                districts,
                after,
                take,
            },
            cancellationToken
        );
    }

    /// <summary>The youngest first, from before a report on.</summary>
    public Task<IReadOnlyList<OwnReport>> OfCitizen(
        Guid citizenId,
        Guid? before,
        int take,
        CancellationToken cancellationToken
    )
    {
        var sql = $"""
            SELECT id, candidate_id, reason_code, text, state, created_at, decided_at
            FROM reports
            WHERE citizen_id = @citizenId
            {(before is null ? "" : "AND id < @before")}
            ORDER BY id DESC
            LIMIT @take
            """;
        return db.List<OwnReport>(
            sql,
            new
            {
                citizenId,
                before,
                take,
            },
            cancellationToken
        );
    }
}
