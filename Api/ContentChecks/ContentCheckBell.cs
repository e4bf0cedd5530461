using System.Threading.Channels;

namespace Craftsman.Api.ContentChecks;

/// <summary>
/// Rung after the commit of something whose content is to be checked, so that it does not wait for the next look at the queue. It keeps
/// a thousand ids; of what is rung beyond that the database knows, and it is found a minute later.
/// </summary>
public sealed class ContentCheckBell
{
    private readonly Channel<Guid> rung = Channel.CreateBounded<Guid>(
        new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <param name="id">The tip's or the application's, whose photos are meant too, or the candidate's.</param>
    public void Ring(Guid id) => rung.Writer.TryWrite(id);

    public IReadOnlyList<Guid> Take(int atMost)
    {
        List<Guid> taken = [];
        while (taken.Count < atMost && rung.Reader.TryRead(out var id))
        {
            taken.Add(id);
        }

        return taken;
    }

    public async Task Wait(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(atMost);
        try
        {
            await rung.Reader.WaitToReadAsync(limited.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over.
        }
    }
}
