using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Candidates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class LocateCandidate
{
    /// <param name="Latitude">gcj02; kept with three decimals. Without both numbers the position is taken away.</param>
    public sealed record Request(
        double? Latitude,
        double? Longitude,
        [property: Needed, Between(1, int.MaxValue)] int? Version
    );

    /// <summary>标注人选工作地点的位置</summary>
    /// <remarks>
    /// The public finds it by nearness only, and only where the worker agreed to show the work unit. It falls when unit, workplace or
    /// district are rewritten.
    /// </remarks>
    public static async Task<Results<Ok<CandidateMoved>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller caller,
        CandidateMove move,
        CancellationToken cancellationToken
    )
    {
        var located = await move.Make<CandidateMoved>(
            id.Value,
            caller,
            async (work, candidate) =>
                NearbyRules
                    .Locate(candidate, request.Version!.Value, request.Latitude, request.Longitude)
                    .IsRefused(out var no, out var position)
                    ? no
                    : await CandidateStore.Locate(work, candidate, position.Point, caller.Id, caller.Now),
            cancellationToken
        );
        return located.IsRefused(out var refusal, out var moved) ? Problems.From(refusal) : TypedResults.Ok(moved);
    }
}
