using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Honours;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class UnpublishLaureate
{
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed, Prose(500)] string Reason
    );

    /// <summary>停止公开展示“杭州工匠”</summary>
    public static async Task<Results<Ok<ChangedLaureate>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        LaureateStore laureates,
        CancellationToken cancellationToken
    ) =>
        LaureateAnswers.For(
            await laureates.Unpublish(
                id.Value,
                request.Version,
                request.Reason.Trim(),
                staff.Id,
                staff.Now,
                cancellationToken
            )
        );
}
