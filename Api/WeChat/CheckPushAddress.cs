using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Domain.WeChat;
using Craftsman.Infrastructure.WeChat;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.WeChat;

/// <summary>WeChat asks once, when the push is set up, whether the address is ours: it wants its echostr back, and nothing else.</summary>
public static class CheckPushAddress
{
    private const int MaxEchoLength = 128;

    public static Results<ContentHttpResult, ProblemHttpResult> Handle(
        HttpRequest request,
        ArrivedAt arrived,
        MessagePush push
    )
    {
        if (!push.IsOn)
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        var query = MessagePushSetup.QueryOf(request);
        if (!push.IsSigned(query) || !MessagePush.IsFresh(query, arrived.Value))
        {
            return Problems.From(PushRefusals.SignatureInvalid);
        }

        return request.Query["echostr"].ToString() is { Length: > 0 and <= MaxEchoLength } echo
            ? TypedResults.Text(echo)
            : Problems.From(PushRefusals.BodyInvalid);
    }
}
