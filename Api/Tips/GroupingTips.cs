using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Tips.Similarity;

namespace Craftsman.Api.Tips;

/// <summary>Every ten minutes indexes what has no terms yet, and once a night proposes which tips belong together.</summary>
public sealed class GroupingTips(
    Db db,
    CampaignQueries campaigns,
    TipGrouping grouping,
    TimeProvider clock,
    ILogger<GroupingTips> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                if (await SimilarIndex.Fill(db, stoppingToken) is > 0 and var filled)
                {
                    logger.LogInformation("{Rows} tips and candidates were indexed", filled);
                }

                var campaign = await campaigns.Current(stoppingToken);
                await grouping.GroupIfDue(campaign.Id, clock.GetUtcNow(), stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // As for every job: nothing may end the service, and the next run makes it good.
                logger.LogWarning("Grouping tips waits: {Failure}", e.GetType().Name);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
