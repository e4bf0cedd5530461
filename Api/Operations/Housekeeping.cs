using Craftsman.Infrastructure.Identity;
using MySqlConnector;

namespace Craftsman.Api.Operations;

/// <summary>Every ten minutes clears what has expired. A run that fails is made good by the next.</summary>
public sealed class Housekeeping(ExpiredRows expired, TimeProvider clock, ILogger<Housekeeping> logger)
    : BackgroundService
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
                logger.LogDebug("Housekeeping deleted {Rows} expired rows", deleted);
            }
            catch (MySqlException e)
            {
                logger.LogWarning("Housekeeping found the database away: {DatabaseError}", e.ErrorCode);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
