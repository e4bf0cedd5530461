using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Honours;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class PublishLaureate
{
    public sealed record Request([property: Between(1, int.MaxValue)] int Version);

    /// <summary>公开展示“杭州工匠”</summary>
    /// <remarks>Needs a story and the worker's own word. Shown while both stand and the recognition does.</remarks>
    public static async Task<Results<Ok<ChangedLaureate>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        LaureateStore laureates,
        CancellationToken cancellationToken
    ) =>
        LaureateAnswers.For(await laureates.Publish(id.Value, request.Version, staff.Id, staff.Now, cancellationToken));
}
