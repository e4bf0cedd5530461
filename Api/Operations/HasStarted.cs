namespace Craftsman.Api.Operations;

/// <summary>
/// Hosted services begin before the server listens. What works together with the outside waits for it: an instance that finds its port
/// taken has then sent nothing, and a picture is not offered to WeChat that nobody could fetch.
/// </summary>
public static class HasStarted
{
    /// <summary>Returns once the instance listens.</summary>
    /// <exception cref="OperationCanceledException">It stops before.</exception>
    public static async Task Started(this IHostApplicationLifetime lifetime, CancellationToken stoppingToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStarted, stoppingToken);
        await Task.Delay(Timeout.Infinite, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stoppingToken.ThrowIfCancellationRequested();
    }
}
