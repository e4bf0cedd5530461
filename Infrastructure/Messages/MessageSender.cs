using Craftsman.Domain.Messages;
using Craftsman.Infrastructure.WeChat;
using Microsoft.Extensions.Logging;

namespace Craftsman.Infrastructure.Messages;

/// <summary>Sends what is due, one message at a time. A message is sent at most once: after a lost answer it stays unknown.</summary>
public sealed class MessageSender(
    MessageSending sending,
    IWeChatClient wechat,
    TimeProvider clock,
    ILogger<MessageSender> logger
)
{
    /// <summary>An account or a setting that WeChat refuses is for people to mend; within the message's lifetime nothing is lost.</summary>
    private static readonly TimeSpan PauseForPeople = TimeSpan.FromHours(1);

    /// <summary>The call itself is not cancelled: it ends by itself within seconds, and cut off it would leave the message unknown.</summary>
    /// <returns>Whether anybody was due.</returns>
    public async Task<bool> SendOne(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (QuietHours.NextAllowed(now) > now)
        {
            return false;
        }

        var (wasDue, message) = await sending.Claim(now, cancellationToken);
        if (message is not null)
        {
            await Send(message);
        }

        return wasDue;
    }

    private async Task Send(MessageUnderWay message)
    {
        if (ValuesOf(message) is not { } values)
        {
            logger.LogError("A {Kind} message has no value that its template takes", message.Kind);
            await sending.Finish(message, SendingResult.Refused, clock.GetUtcNow(), "Unfit", pause: null);
            return;
        }

        var page = message.Template.Page.Length == 0 ? null : message.Template.Page;
        var answer = await wechat.SendSubscribeMessage(
            message.OpenId,
            message.Template.Id,
            page,
            values,
            CancellationToken.None
        );
        var hasFailed = answer.HasFailed(out var failure, out _);
        var (result, pause) = hasFailed ? ResultOf(failure!, message.Attempt) : (SendingResult.Sent, (TimeSpan?)null);
        var reason = hasFailed ? failure!.ErrorCode?.ToString(provider: null) ?? "NoAnswer" : null;
        await sending.Finish(message, result, clock.GetUtcNow(), reason, pause);
        if (hasFailed)
        {
            logger.Log(
                failure!.Remedy == WeChatRemedy.Alarm ? LogLevel.Error : LogLevel.Warning,
                "{Kind} message {MessageId}, attempt {Attempt}: {Result}, errcode {ErrorCode}",
                message.Kind,
                message.Id,
                message.Attempt,
                result,
                failure.ErrorCode
            );
        }
    }

    private static (SendingResult Result, TimeSpan? Pause) ResultOf(WeChatFailure failure, int attempt) =>
        failure switch
        {
            { MayHaveHappened: true } => (SendingResult.Unknown, null),
            { ErrorCode: WeChatErrors.NotSubscribed } => (SendingResult.NotSubscribed, null),
            { Remedy: WeChatRemedy.Retry } => (SendingResult.Later, MessageRules.PauseAfter(attempt)),
            { Remedy: WeChatRemedy.Alarm } => (SendingResult.Later, PauseForPeople),
            _ => (SendingResult.Refused, null),
        };

    private static Dictionary<string, string>? ValuesOf(MessageUnderWay message)
    {
        var template = message.Template;
        return
            TemplateValue.Fit(template.SubjectKey, MessageWords.SubjectOf(message.Kind)) is { } subject
            && TemplateValue.Fit(template.StatusKey, message.Status) is { } status
            && TemplateValue.Fit(template.TimeKey, message.At) is { } time
            ? new()
            {
                [template.SubjectKey] = subject,
                [template.StatusKey] = status,
                [template.TimeKey] = time,
            }
            : null;
    }
}
