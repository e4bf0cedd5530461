using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Applications;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class ListMyApplications
{
    private const string List = "me/applications";

    private sealed record Position(Guid Id);

    /// <summary>我的申报</summary>
    public static async Task<Results<Ok<Page<ListedApplication>>, ProblemHttpResult>> Handle(
        CitizenCaller citizen,
        ApplicationQueries applications,
        Cursors cursors,
        string? cursor,
        [Between(1, 100)] int? limit,
        CancellationToken cancellationToken
    )
    {
        if (cursors.Read<Position>(List, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var size = limit ?? 20;
        var rows = await applications.Of(citizen.Id, position.After?.Id, size + 1, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(rows, size, List, row => new Position(row.Id)));
    }
}
