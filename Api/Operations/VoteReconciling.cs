using Craftsman.Infrastructure.Approvals;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Voting;

namespace Craftsman.Api.Operations;

/// <summary>Every hour ends exclusions that were left half-way and recomputes every number about votes; a difference is an error in the log.</summary>
public sealed class VoteReconciling(
    CampaignQueries campaigns,
    VoteReconciliation reconciliation,
    ApprovedExclusions exclusions,
    TimeProvider clock,
    ILogger<VoteReconciling> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await exclusions.ApplyLeftOver(clock.GetUtcNow(), stoppingToken);
                var campaign = await campaigns.Current(stoppingToken);
                foreach (var difference in await reconciliation.Differences(campaign.Id, stoppingToken))
                {
                    logger.LogError(
                        "Votes do not reconcile: {Kind} of {Candidate} is kept as {Kept} and recomputed as {Recomputed}",
                        difference.Kind,
                        difference.CandidateId,
                        difference.Kept,
                        difference.Recomputed
                    );
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // As for scoring: no job may end the service.
                logger.LogWarning("Reconciliation waits: {Failure}", e.GetType().Name);
            }
        }
    }
}
