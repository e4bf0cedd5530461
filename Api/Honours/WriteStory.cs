using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Honours;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class WriteStory
{
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed, Prose(5000)] string Text
    );

    /// <summary>写“杭州工匠”的事迹</summary>
    /// <remarks>八(一). Nobody else reads it before it is published.</remarks>
    public static async Task<Results<Ok<ChangedLaureate>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        LaureateStore laureates,
        CancellationToken cancellationToken
    ) =>
        LaureateAnswers.For(
            await laureates.Tell(id.Value, request.Version, request.Text.Trim(), staff.Id, staff.Now, cancellationToken)
        );
}
