using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Honours;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class ListMyOffers
{
    private sealed record Position(Guid Id);

    /// <summary>我发布的带徒和交流安排，最近的在前</summary>
    /// <remarks>With the union's word about each.</remarks>
    public static async Task<Results<Ok<Page<KeptOffer>>, ProblemHttpResult>> Handle(
        CitizenCaller citizen,
        OfferQueries offers,
        Cursors cursors,
        string? cursor,
        [Between(1, 100)] int? limit,
        CancellationToken cancellationToken
    )
    {
        var list = $"me/laureate/offers?citizen={citizen.Id}";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var size = limit ?? 20;
        var rows = await offers.Own(citizen.Id, position.After?.Id, size + 1, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(rows, size, list, row => new Position(row.Id)));
    }
}
