using Craftsman.Api.Operations;
using Craftsman.Infrastructure.Messages;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.Messages;

/// <summary>Sends due messages, a few at once. Any number of instances may; at shutdown what is under way is finished.</summary>
public sealed class MessageDelivery(
    MessageSender sender,
    IOptions<MessagesOptions> options,
    IHostApplicationLifetime lifetime,
    ILogger<MessageDelivery> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        await Task.WhenAll(Enumerable.Range(0, options.Value.AtOnce).Select(_ => SendOneAfterAnother(stoppingToken)));
    }

    private async Task SendOneAfterAnother(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(options.Value.LookEvery, stoppingToken);
            try
            {
                while (!stoppingToken.IsCancellationRequested && await sender.SendOne(stoppingToken)) { }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Messages wait: {Failure}", e.GetType().Name);
            }
        }
    }
}
