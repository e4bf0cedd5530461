using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Voting;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.Operations;

/// <summary>Scores each minute of votes when it is over; after an outage all that were missed.</summary>
public sealed class ScoringVotes(
    CampaignQueries campaigns,
    VoteScoring scoring,
    IOptions<VotingOptions> options,
    TimeProvider clock,
    ILogger<ScoringVotes> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.ScoresVotes)
        {
            return;
        }

        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var campaign = await campaigns.Current(stoppingToken);
                while (await scoring.ScoreNext(campaign.Id, clock.GetUtcNow(), stoppingToken))
                {
                    // The next minute, if it is over too.
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is, such as no campaign yet, must not end the service that takes the votes.
                logger.LogWarning("Scoring waits: {Failure}", e.GetType().Name);
            }
        }
    }
}
