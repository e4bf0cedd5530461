using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Applications;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class GetTimeline
{
    public sealed record Response(IReadOnlyList<TimelineStep> Items);

    /// <summary>申报进度</summary>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        CitizenCaller citizen,
        ApplicationQueries applications,
        CancellationToken cancellationToken
    ) =>
        await applications.Timeline(citizen.Id, id.Value, cancellationToken) is { } steps
            ? TypedResults.Ok(new Response(steps))
            : Problems.From(RequestRefusals.NotFound);
}
