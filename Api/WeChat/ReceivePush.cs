using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Domain.WeChat;
using Craftsman.Infrastructure.WeChat;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.WeChat;

/// <summary>
/// Proves, stores, answers; the work comes after. WeChat waits five seconds and sends three times more, so a push that came before is
/// answered “success” again, and one that could not be stored is not.
/// </summary>
public static class ReceivePush
{
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Handle(
        HttpRequest request,
        ArrivedAt arrived,
        MessagePush push,
        PushStore store,
        PushBell bell,
        ILogger<MessagePush> logger,
        CancellationToken cancellationToken
    )
    {
        if (!push.IsOn)
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        var query = MessagePushSetup.QueryOf(request);
        if (push.Read(query, body.ToArray()).IsRefused(out var refusal, out var message))
        {
            return Problems.From(refusal);
        }

        if (!MessagePush.IsFresh(query, arrived.Value))
        {
            return await store.IsKnown(message, cancellationToken)
                ? TypedResults.Text("success")
                : Problems.From(PushRefusals.SignatureInvalid);
        }

        if (await store.TryAdd(message, arrived.Value, cancellationToken) is { } id)
        {
            logger.LogInformation("WeChat pushed {Event} {EventId}", message.Name, id);
            bell.Ring();
        }

        return TypedResults.Text("success");
    }
}
