using Craftsman.Domain.Voting;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Voting;

namespace Craftsman.Infrastructure.Approvals;

/// <summary>Does what two persons have decided about votes. It may be done twice, or begun by one instance and ended by another.</summary>
public sealed class ApprovedExclusions(Db db, VoteStateStore states)
{
    /// <summary>How long an answer may take; what is not done by then, whoever was at it has died.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Excludes the votes of an approval, save those that somebody restored after it was asked for: that was a later judgement.</summary>
    /// <returns>How many votes were excluded.</returns>
    public async Task<int> Apply(Guid approvalId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string approved = """
            SELECT id, campaign_id, reason_code, decided_by
            FROM approvals
            WHERE id = @approvalId AND state = 'Approved' AND applied_at IS NULL
            """;
        const string votes = """
            SELECT a.vote_id
            FROM approval_votes a
            JOIN approvals p ON p.id = a.approval_id
            WHERE a.approval_id = @approvalId
                AND NOT EXISTS (
                    SELECT 1 FROM vote_state_changes h
                    WHERE h.vote_id = a.vote_id AND h.to_state = 'Counted' AND h.at > p.asked_at)
            """;
        const string done = "UPDATE approvals SET applied_at = @now WHERE id = @approvalId AND applied_at IS NULL";
        if (await db.FirstOrNothing<ApprovedRow>(approved, new { approvalId }, cancellationToken) is not { } approval)
        {
            return 0;
        }

        var changed = await states.Change(
            [.. await db.List<Guid>(votes, new { approvalId }, cancellationToken)],
            new StateChange(
                approval.CampaignId,
                VoteChange.Exclude,
                approval.ReasonCode,
                approval.DecidedBy,
                approvalId
            ),
            now,
            cancellationToken
        );
        await db.Execute(done, new { approvalId, now }, cancellationToken);
        return changed;
    }

    /// <summary>Ends what an instance that died has begun.</summary>
    public async Task ApplyLeftOver(DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id FROM approvals WHERE state = 'Approved' AND applied_at IS NULL AND decided_at < @Before
            """;
        foreach (var id in await db.List<Guid>(sql, new { Before = now - Patience }, cancellationToken))
        {
            await Apply(id, now, cancellationToken);
        }
    }

    private sealed record ApprovedRow
    {
        public Guid Id { get; init; }
        public Guid CampaignId { get; init; }
        public string ReasonCode { get; init; } = "";
        public Guid DecidedBy { get; init; }
    }
}
