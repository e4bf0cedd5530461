using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Honours;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class ListRequestsOfMyOffer
{
    private sealed record Position(Guid Id);

    /// <summary>经工会确认的报名</summary>
    /// <remarks>Of one's own offer, in the order in which they were sent.</remarks>
    public static async Task<Results<Ok<Page<KeptRequest>>, ProblemHttpResult>> Handle(
        OpaqueId id,
        CitizenCaller citizen,
        OfferQueries offers,
        Cursors cursors,
        string? cursor,
        [Between(1, 100)] int? limit,
        CancellationToken cancellationToken
    )
    {
        var list = $"me/laureate/offers/{id.Value}?citizen={citizen.Id}";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var size = limit ?? 20;
        var rows = await offers.For(id.Value, citizen.Id, position.After?.Id, size + 1, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(rows, size, list, row => new Position(row.Id)));
    }
}
