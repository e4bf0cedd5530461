using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Honours;
using Craftsman.Infrastructure.Honours;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class ProposeOffer
{
    /// <param name="Kind">Apprentices 带徒；Session 交流、展示技艺</param>
    /// <param name="Places">人数；不限的不填</param>
    /// <param name="ClosesOn">报名的最后一天</param>
    public sealed record Request(
        [property: Needed] OfferKind? Kind,
        [property: Needed, Prose(1000)] string Text,
        [property: Between(1, 1000)] int? Places,
        [property: CampaignDay] DateOnly ClosesOn
    );

    public sealed record Response(Guid Id, OfferState State, DateTimeOffset CreatedAt);

    /// <summary>“杭州工匠”发布带徒或交流的安排</summary>
    /// <remarks>八(二). The union shows it, after WeChat's check of the text.</remarks>
    public static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        Request request,
        CitizenCaller citizen,
        CitizenWrites writes,
        CancellationToken cancellationToken
    )
    {
        var proposed = await citizen.Once<Request, Response>(
            writes,
            request,
            async (work, live) =>
            {
                var offer = new NewOffer(request.Kind!.Value, request.Text.Trim(), request.Places, request.ClosesOn);
                return (await OfferStore.Propose(work, live.Id, offer, citizen.Now)).Then(id => new Response(
                    id,
                    OfferState.Proposed,
                    citizen.Now
                ));
            },
            cancellationToken
        );
        return proposed.IsRefused(out var refusal, out var response)
            ? Problems.From(refusal)
            : TypedResults.Created((string?)null, response);
    }
}
