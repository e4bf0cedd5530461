using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Media;
using Craftsman.Infrastructure.Review;
using MySqlConnector;

namespace Craftsman.Api.Operations;

/// <summary>Every ten minutes clears what has expired, and ends invitations that nobody answered and cases whose supplement did not come. A run that fails is made good by the next.</summary>
public sealed class Housekeeping(
    ExpiredRows expired,
    OrphanedUploads orphans,
    UnansweredInvitations unanswered,
    ReviewStore review,
    TimeProvider clock,
    ILogger<Housekeeping> logger
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
                var deleted = await expired.Delete(clock.GetUtcNow(), stoppingToken);
                var collected = await orphans.Collect(clock.GetUtcNow(), stoppingToken);
                var unreached = await unanswered.End(clock.GetUtcNow(), stoppingToken);
                var blanked = await unanswered.Blank(clock.GetUtcNow(), stoppingToken);
                var lapsed = await review.LapseSupplements(clock.GetUtcNow(), stoppingToken);
                logger.LogDebug(
                    "Housekeeping deleted {Rows} expired rows and {Uploads} unused uploads, ended {Invitations} invitations, blanked {Names} names and lapsed {Supplements} supplements",
                    deleted,
                    collected,
                    unreached,
                    blanked,
                    lapsed
                );
            }
            catch (NoCampaignException)
            {
                logger.LogDebug("Housekeeping found no campaign");
            }
            catch (MySqlException e)
            {
                logger.LogWarning("Housekeeping found the database away: {DatabaseError}", e.ErrorCode);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or MediaUnavailableException)
            {
                logger.LogWarning("Housekeeping could not use the media store: {Failure}", e.GetType().Name);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
