using Craftsman.Infrastructure.WeChat;

namespace Craftsman.Api.WeChat;

/// <summary>Rung when an event was stored here, so that it does not wait for the next look.</summary>
public sealed class PushBell : IDisposable
{
    private readonly SemaphoreSlim rung = new(0);

    /// <summary>Several ringing together may count twice; the second look then finds nothing.</summary>
    public void Ring()
    {
        if (rung.CurrentCount == 0)
        {
            rung.Release();
        }
    }

    public Task Wait(TimeSpan atMost, CancellationToken cancellationToken) => rung.WaitAsync(atMost, cancellationToken);

    public void Dispose() => rung.Dispose();
}

/// <summary>Handles stored events: at once those that came here, within five seconds those whose instance went away.</summary>
public sealed class PushHandling(PushedEvents events, PushBell bell, TimeProvider clock, ILogger<PushHandling> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                while (await events.HandleSome(clock.GetUtcNow(), stoppingToken) > 0) { }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Pushed events wait: {Failure}", e.GetType().Name);
            }

            await bell.Wait(Pause, stoppingToken);
        }
    }
}
