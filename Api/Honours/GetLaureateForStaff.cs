using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Infrastructure.Honours;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class GetLaureateForStaff
{
    /// <summary>查看一位“杭州工匠”</summary>
    public static async Task<Results<Ok<DeskLaureate>, ProblemHttpResult>> Handle(
        OpaqueId id,
        LaureateQueries laureates,
        CancellationToken cancellationToken
    ) =>
        await laureates.ForStaff(id.Value, cancellationToken) is { } laureate
            ? TypedResults.Ok(laureate)
            : Problems.From(RequestRefusals.NotFound);
}
