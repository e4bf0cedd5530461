using Craftsman.Infrastructure.Candidates;

namespace Craftsman.Api.Candidates;

/// <summary>
/// Keeps the positions in Redis as the public copy has them: after each change, and soon after Redis was emptied. Several instances
/// write the same.
/// </summary>
internal sealed class PlacingCandidates(
    PublicCopies copies,
    NearbyIndex nearby,
    TimeProvider clock,
    ILogger<PlacingCandidates> logger
) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan UnlessRung = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim bell = new(0, 1);
    private volatile Placed? placed;

    private sealed record Placed(Guid CampaignId, int Stamp);

    /// <summary>What is in Redis may not be what the copy has.</summary>
    public void Ring()
    {
        try
        {
            bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has rung already.
        }
    }

    public bool Has(PublicCopy copy) => placed == new Placed(copy.Campaign.Id, copy.Members.PointsStamp);

    public override void Dispose()
    {
        bell.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                // Where nobody reads, the database is not asked for their sake.
                if (copies.HaveBegun)
                {
                    await Place(await copies.Current(stoppingToken));
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is, such as no campaign yet, must not end the service.
                logger.LogWarning("Placing candidates waits: {Failure}", e.GetType().Name);
            }

            await Task.Delay(Rest, clock, stoppingToken);
            await bell.WaitAsync(UnlessRung, stoppingToken);
        }
    }

    private async Task Place(PublicCopy copy)
    {
        if (Has(copy) && await nearby.IsThere(copy.Campaign.Id))
        {
            return;
        }

        var points = copy
            .Members.All.Where(candidate => candidate.Point is not null)
            .Select(candidate => (candidate.Id, candidate.Point!.Value));
        placed = await nearby.TryReplace(copy.Campaign.Id, points)
            ? new Placed(copy.Campaign.Id, copy.Members.PointsStamp)
            : null;
    }
}
