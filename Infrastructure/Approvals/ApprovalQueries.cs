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

    /// <summary>The case that is to be disqualified (九(三)), and why.</summary>
    public Guid? CaseId { get; init; }
    public Guid? ObjectionId { get; init; }
    public string? Reason { get; init; }

    /// <summary>The evidence.</summary>
    public IReadOnlyList<Guid> FileIds { get; init; } = [];
    public Guid AskedBy { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public DateTimeOffset LapsesAt { get; init; }
    public Guid? DecidedBy { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
}

public sealed class ApprovalQueries(Db db)
{
    /// <summary>The youngest first, from before an approval on.</summary>
    /// <param name="kind">Only those of a kind; null for all.</param>
    public async Task<IReadOnlyList<ApprovalRow>> List(
        Guid campaignId,
        ApprovalKind? kind,
        Guid? before,
        int limit,
        CancellationToken cancellationToken
    )
    {
        const string files = "SELECT approval_id, id FROM files WHERE approval_id IN @ids ORDER BY id";
        const string sql = """
            SELECT a.id, a.kind, a.reason_code, a.state, a.asked_by, a.asked_at, a.lapses_at, a.decided_by, a.decided_at, c.case_id, c.objection_id, c.reason,
                (SELECT COUNT(*) FROM approval_votes v WHERE v.approval_id = a.id) AS votes
            FROM approvals a
            LEFT JOIN approval_cases c ON c.approval_id = a.id
            WHERE a.campaign_id = @campaignId AND (@before IS NULL OR a.id < @before) AND (@Kind IS NULL OR a.kind = @Kind)
            ORDER BY a.id DESC
            LIMIT @limit
            """;
        var rows = await db.List<ApprovalRow>(
            sql,
            new
            {
                campaignId,
                Kind = kind?.ToString(),
                before,
                limit,
            },
            cancellationToken
        );
        var ids = rows.Where(row => row.CaseId is not null).Select(row => row.Id).ToList();
        if (ids.Count == 0)
        {
            return rows;
        }

        var evidence = (await db.List<FileRow>(files, new { ids }, cancellationToken)).ToLookup(
            file => file.ApprovalId,
            file => file.Id
        );
        return [.. rows.Select(row => row with { FileIds = [.. evidence[row.Id]] })];
    }

    private sealed record FileRow
    {
        public Guid ApprovalId { get; init; }
        public Guid Id { get; init; }
    }
}
