using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Honours;
using Craftsman.Infrastructure.Honours;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class RequestOffer
{
    /// <param name="Message">想学什么、做过什么；工会和“杭州工匠”本人会看到</param>
    public sealed record Request([property: Needed, Prose(500)] string Message);

    public sealed record Response(Guid Id, OfferRequestState State, DateTimeOffset CreatedAt);

    /// <summary>报名拜师或参加交流</summary>
    /// <remarks>八(二). One a citizen and offer; the union confirms. The laureate reads of those who are confirmed.</remarks>
    public static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        OpaqueId offerId,
        Request request,
        CitizenCaller citizen,
        CitizenWrites writes,
        CancellationToken cancellationToken
    )
    {
        var sent = await citizen.Once<Request, Response>(
            writes,
            request,
            async (work, live) =>
                (
                    await OfferStore.Ask(work, id.Value, offerId.Value, live.Id, request.Message.Trim(), citizen.Now)
                ).Then(requestId => new Response(requestId, OfferRequestState.Received, citizen.Now)),
            cancellationToken
        );
        return sent.IsRefused(out var refusal, out var response)
            ? Problems.From(refusal)
            : TypedResults.Created((string?)null, response);
    }
}
