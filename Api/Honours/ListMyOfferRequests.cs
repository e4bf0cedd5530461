using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Honours;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class ListMyOfferRequests
{
    private sealed record Position(Guid Id);

    /// <summary>我的报名和工会的答复，最近的在前</summary>
    /// <remarks>八(二).</remarks>
    public static async Task<Results<Ok<Page<KeptRequest>>, ProblemHttpResult>> Handle(
        CitizenCaller citizen,
        OfferQueries offers,
        Cursors cursors,
        string? cursor,
        [Between(1, 100)] int? limit,
        CancellationToken cancellationToken
    )
    {
        var list = $"me/offer-requests?citizen={citizen.Id}";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var size = limit ?? 20;
        var rows = await offers.Asked(citizen.Id, position.After?.Id, size + 1, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(rows, size, list, row => new Position(row.Id)));
    }
}
