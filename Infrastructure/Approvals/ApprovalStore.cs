using Craftsman.Domain;
using Craftsman.Domain.Approvals;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Approvals;

/// <summary>Writes what is asked for and what a second person says to it.</summary>
public static class ApprovalStore
{
    private const string Subject = "approval";

    /// <summary>Asks for the exclusion of votes that exist and are not excluded yet; refused when there is none.</summary>
    public static async Task<Decision<Guid>> AskToExclude(
        Work work,
        Guid campaignId,
        IReadOnlyCollection<Guid> voteIds,
        string reasonCode,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string approval = """
            INSERT INTO approvals (id, campaign_id, kind, reason_code, state, asked_by, asked_at, lapses_at)
            VALUES (@id, @campaignId, @Kind, @reasonCode, @State, @staffId, @now, @LapsesAt)
            """;
        const string votes = """
            INSERT INTO approval_votes (approval_id, vote_id)
            SELECT @id, v.id
            FROM votes v
            JOIN candidates c ON c.id = v.candidate_id
            WHERE v.id IN @voteIds AND v.state <> 'Excluded' AND c.campaign_id = @campaignId
            """;
        var id = Guid.CreateVersion7(now);
        await work.Execute(
            approval,
            new
            {
                id,
                campaignId,
                Kind = ApprovalKind.ExcludeVotes.ToString(),
                reasonCode,
                State = ApprovalState.Waiting.ToString(),
                staffId,
                now,
                LapsesAt = now + ApprovalRules.Lifetime,
            }
        );
        var asked = 0;
        foreach (var some in voteIds.Distinct().Chunk(1000))
        {
            asked += await work.Execute(
                votes,
                new
                {
                    id,
                    campaignId,
                    voteIds = some,
                }
            );
        }

        if (asked == 0)
        {
            return RequestRefusals.NotFound;
        }

        await AuditLog.Record(
            work,
            staffId,
            "approval.asked",
            Subject,
            id,
            now,
            new
            {
                kind = ApprovalKind.ExcludeVotes,
                votes = asked,
                reasonCode,
            }
        );
        return id;
    }

    /// <summary>The approval, held until the transaction ends: of two who decide at once the second meets what the first decided.</summary>
    public static Task<Approval?> Lock(Work work, Guid id)
    {
        const string sql = """
            SELECT id, campaign_id, kind, reason_code, state, asked_by, asked_at, lapses_at
            FROM approvals
            WHERE id = @id
            FOR UPDATE
            """;
        return work.FirstOrNothing<Approval>(sql, new { id });
    }

    public static async Task Decide(Work work, Approval approval, ApprovalState state, Guid staffId, DateTimeOffset now)
    {
        const string sql =
            "UPDATE approvals SET state = @State, decided_by = @staffId, decided_at = @now WHERE id = @Id";
        await work.Execute(
            sql,
            new
            {
                approval.Id,
                State = state.ToString(),
                staffId,
                now,
            }
        );
        await AuditLog.Record(
            work,
            staffId,
            state == ApprovalState.Approved ? "approval.approved" : "approval.refused",
            Subject,
            approval.Id,
            now,
            new { kind = approval.Kind }
        );
    }
}
