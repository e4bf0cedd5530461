using Craftsman.Api.Http;
using Craftsman.Domain.Honours;
using Craftsman.Infrastructure.Honours;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class ListOffers
{
    private sealed record Position(Guid Id);

    /// <summary>“杭州工匠”的带徒和交流安排</summary>
    /// <remarks>The earliest first.</remarks>
    public static async Task<Results<Ok<Page<KeptOffer>>, ProblemHttpResult>> Handle(
        OfferState? state,
        OfferQueries offers,
        Cursors cursors,
        string? cursor,
        [Between(1, 100)] int? limit,
        CancellationToken cancellationToken
    )
    {
        var list = $"laureate-offers?state={state}";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var size = limit ?? 20;
        var rows = await offers.OfState(state, position.After?.Id, size + 1, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(rows, size, list, row => new Position(row.Id)));
    }
}
