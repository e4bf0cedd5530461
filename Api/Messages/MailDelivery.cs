using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Messages;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.Messages;

/// <summary>Reminds experts by mail, where a mail server is set. On its own, so that a server that hangs holds up nothing else.</summary>
public sealed class MailDelivery(
    CampaignQueries campaigns,
    ReminderMails reminders,
    IOptions<MailOptions> options,
    TimeProvider clock,
    ILogger<MailDelivery> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Value.LookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var campaign = await campaigns.Current(stoppingToken);
                await reminders.SendDue(campaign.Id, clock.GetUtcNow(), stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is, such as no campaign yet, must not end the service that takes the votes.
                logger.LogWarning("Reminders by mail wait: {Failure}", e.GetType().Name);
            }
        }
    }
}
