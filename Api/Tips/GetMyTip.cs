using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Api.Media;
using Craftsman.Domain;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class GetMyTip
{
    /// <summary>我的一条线索</summary>
    public static async Task<Results<Ok<MyTip>, ProblemHttpResult>> Handle(
        OpaqueId id,
        CitizenCaller citizen,
        TipQueries tips,
        PhotoAddresses addresses,
        CancellationToken cancellationToken
    ) =>
        await tips.Own(citizen.Id, id.Value, cancellationToken) is { } tip
            ? TypedResults.Ok(MyTip.For(tip, addresses, citizen.Now))
            : Problems.From(RequestRefusals.NotFound);
}
