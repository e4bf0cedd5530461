using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Campaigns;

public static class ChangePlaces
{
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Between(1, 10_000)] int Places,
        [property: Needed, Prose(500)] string Reason
    );

    /// <summary>修改认定名额</summary>
    /// <remarks>二: never below those that already have a place. version is that of the last change, 1 before the first.</remarks>
    public static async Task<Results<Ok<ChangedPlaces>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        Places places,
        CancellationToken cancellationToken
    ) =>
        (
            await places.Change(
                id.Value,
                request.Places,
                request.Version,
                request.Reason.Trim(),
                staff.Id,
                staff.Now,
                cancellationToken
            )
        ).IsRefused(out var refusal, out var changed)
            ? Problems.From(refusal)
            : TypedResults.Ok(changed);
}
