using Craftsman.Api.Http;
using Craftsman.Infrastructure.Tips.Similarity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class ListUnitAliases
{
    private const string List = "unit-aliases";

    private sealed record Position(Guid Id);

    /// <summary>已确认的单位别名，新的在前</summary>
    public static async Task<Results<Ok<Page<UnitAlias>>, ProblemHttpResult>> Handle(
        string? cursor,
        [Between(1, 100)] int? limit,
        UnitAliasQueries aliases,
        Cursors cursors,
        CancellationToken cancellationToken
    )
    {
        if (cursors.Read<Position>(List, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var size = limit ?? 20;
        var rows = await aliases.List(position.After?.Id, size + 1, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(rows, size, List, alias => new Position(alias.Id)));
    }
}
