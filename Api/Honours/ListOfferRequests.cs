using Craftsman.Api.Http;
using Craftsman.Infrastructure.Honours;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class ListOfferRequests
{
    private sealed record Position(Guid Id);

    /// <summary>一项安排的报名</summary>
    /// <remarks>The earliest first.</remarks>
    public static async Task<Results<Ok<Page<KeptRequest>>, ProblemHttpResult>> Handle(
        OpaqueId id,
        OfferQueries offers,
        Cursors cursors,
        string? cursor,
        [Between(1, 100)] int? limit,
        CancellationToken cancellationToken
    )
    {
        var list = $"laureate-offers/{id.Value}/requests";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var size = limit ?? 20;
        var rows = await offers.For(id.Value, null, position.After?.Id, size + 1, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(rows, size, list, row => new Position(row.Id)));
    }
}
