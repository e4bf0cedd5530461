using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Messages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.Messages;

public static class RecordSubscriptions
{
    /// <param name="TemplateIds">wx.requestSubscribeMessage 答复为 accept 的模板编号，每个只写一次</param>
    public sealed record Request([property: Needed, AtMost(5)] IReadOnlyList<string> TemplateIds);

    /// <summary>记录用户同意接收的订阅消息</summary>
    /// <remarks>One accept is good for one message. With an Idempotency-Key a repeated request counts once; at most twenty are kept of a template.</remarks>
    public static async Task<Results<Ok<GetSubscriptions.Response>, ProblemHttpResult>> Handle(
        Request request,
        CitizenCaller citizen,
        CitizenWrites writes,
        IOptions<MessagesOptions> options,
        CancellationToken cancellationToken
    )
    {
        const string field = "templateIds";
        if (request.TemplateIds.Any(id => options.Value.KindOf(id) is null))
        {
            return Problems.From(RequestRefusals.Malformed.About(field, "没有这个消息模板。"));
        }

        if (request.TemplateIds.Distinct().Count() < request.TemplateIds.Count)
        {
            return Problems.From(RequestRefusals.Malformed.About(field, "同一模板只写一次。"));
        }

        var recorded = await citizen.Once(
            writes,
            request,
            async Task<Decision<GetSubscriptions.Response>> (work, live) =>
            {
                foreach (var id in request.TemplateIds.Order(StringComparer.Ordinal))
                {
                    await MessageCredits.Accept(work, live.Id, id, options.Value.KindOf(id)!.Value);
                }

                return GetSubscriptions.Response.For(options.Value, await MessageCredits.Of(work, live.Id));
            },
            cancellationToken
        );
        return recorded.IsRefused(out var refusal, out var response)
            ? Problems.From(refusal)
            : TypedResults.Ok(response);
    }
}
