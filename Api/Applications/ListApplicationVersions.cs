using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Applications;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class ListApplicationVersions
{
    public sealed record Response(IReadOnlyList<ApplicationVersion> Items);

    /// <summary>申报的各个版本，逐项对比</summary>
    /// <remarks>One for each time it was submitted, the first first, each with the fields that changed against the one before.</remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        StaffApplicationQueries applications,
        CancellationToken cancellationToken
    ) =>
        await applications.Versions(id.Value, staff.ReadableTo(), cancellationToken) is { } versions
            ? TypedResults.Ok(new Response(versions))
            : Problems.From(RequestRefusals.NotFound);
}
