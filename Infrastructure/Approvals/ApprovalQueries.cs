using Craftsman.Domain.Approvals;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Approvals;

/// <summary>An approval as the desk reads it.</summary>
public sealed record ApprovalRow
{
    public Guid Id { get; init; }
    public ApprovalKind Kind { get; init; }
    public string ReasonCode { get; init; } = "";
    public ApprovalState State { get; init; }
    public long Votes { get; init; }
    public Guid AskedBy { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public DateTimeOffset LapsesAt { get; init; }
    public Guid? DecidedBy { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
}

public sealed class ApprovalQueries(Db db)
{
    /// <summary>The youngest first, from before an approval on.</summary>
    public Task<IReadOnlyList<ApprovalRow>> List(
        Guid campaignId,
        Guid? before,
        int limit,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            SELECT a.id, a.kind, a.reason_code, a.state, a.asked_by, a.asked_at, a.lapses_at, a.decided_by, a.decided_at,
                (SELECT COUNT(*) FROM approval_votes v WHERE v.approval_id = a.id) AS votes
            FROM approvals a
            WHERE a.campaign_id = @campaignId AND (@before IS NULL OR a.id < @before)
            ORDER BY a.id DESC
            LIMIT @limit
            """;
        return db.List<ApprovalRow>(
            sql,
            new
            {
                campaignId,
                before,
                limit,
            },
            cancellationToken
        );
    }
}
