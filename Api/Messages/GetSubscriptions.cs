using Craftsman.Api.Identity;
using Craftsman.Domain.Messages;
using Craftsman.Infrastructure.Messages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.Messages;

public static class GetSubscriptions
{
    public sealed record Response(IReadOnlyList<Template> Templates)
    {
        internal static Response For(MessagesOptions options, IReadOnlyDictionary<string, int> credits) =>
            new([
                .. options
                    .Templates.OrderBy(each => each.Key)
                    .Select(each => new Template(each.Key, each.Value.Id, credits.GetValueOrDefault(each.Value.Id))),
            ]);
    }

    /// <param name="TemplateId">交给 wx.requestSubscribeMessage 的模板编号</param>
    /// <param name="Credits">还可以发送的条数</param>
    public sealed record Template(MessageKind Kind, string TemplateId, int Credits);

    /// <summary>订阅消息的模板和剩余条数</summary>
    /// <remarks>The mini program asks for a template in a tap where few credits are left; a kind without a template is not sent and not listed.</remarks>
    public static async Task<Ok<Response>> Handle(
        CitizenCaller citizen,
        MessageCredits credits,
        IOptions<MessagesOptions> options,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(Response.For(options.Value, await credits.Of(citizen.Id, cancellationToken)));
}
