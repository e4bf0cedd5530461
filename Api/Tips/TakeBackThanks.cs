using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class TakeBackThanks
{
    /// <summary>不再公开推荐人的名字</summary>
    /// <remarks>At any time, also long after the recognition. The tip itself stays. Doing it twice is no error.</remarks>
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        OpaqueId id,
        CitizenCaller citizen,
        CitizenWrites writes,
        CancellationToken cancellationToken
    )
    {
        var taken = await citizen.Once<string, bool>(
            writes,
            "",
            async (work, live) =>
            {
                if (await TipStore.LockOwn(work, live.Id, id.Value) is not { } tip)
                {
                    return RequestRefusals.NotFound;
                }

                await TipStore.ForgetThanks(work, tip);
                return true;
            },
            cancellationToken
        );
        return taken.IsRefused(out var refusal) ? Problems.From(refusal) : TypedResults.NoContent();
    }
}
