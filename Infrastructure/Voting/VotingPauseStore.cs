using Craftsman.Domain;
using Craftsman.Domain.Voting;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Voting;

/// <summary>Stops and starts voting for the whole campaign. The fence waits for the votes being written, so none is counted after the answer.</summary>
public static class VotingPauseStore
{
    public static async Task<Decision<DateTimeOffset>> Pause(
        Work work,
        Guid campaignId,
        string reason,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string sql =
            "UPDATE voting_fences SET paused_at = @now WHERE campaign_id = @campaignId AND paused_at IS NULL";
        if (await work.Execute(sql, new { campaignId, now }) == 0)
        {
            return VotingRefusals.AlreadyPaused;
        }

        await AuditLog.Record(work, staffId, "voting.paused", "campaign", campaignId, now, new { reason });
        return now;
    }

    public static async Task<Decision<DateTimeOffset>> Resume(
        Work work,
        Guid campaignId,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string sql =
            "UPDATE voting_fences SET paused_at = NULL WHERE campaign_id = @campaignId AND paused_at IS NOT NULL";
        if (await work.Execute(sql, new { campaignId }) == 0)
        {
            return VotingRefusals.NotPaused;
        }

        await AuditLog.Record(work, staffId, "voting.resumed", "campaign", campaignId, now);
        return now;
    }
}
