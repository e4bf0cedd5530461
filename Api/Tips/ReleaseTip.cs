using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class ReleaseTip
{
    /// <summary>放回线索</summary>
    public static async Task<Results<Ok<TipMoved>, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        TipMove move,
        CancellationToken cancellationToken
    )
    {
        var released = await move.Make<TipMoved>(
            id.Value,
            staff,
            async (work, tip, _) =>
            {
                if (TipRules.Release(tip, staff.Id, staff.Now).IsRefused(out var no, out var state))
                {
                    return no;
                }

                await TipReviewStore.Release(work, tip, staff.Id, state, staff.Now);
                return new TipMoved(state, tip.Version + 1);
            },
            cancellationToken
        );
        return released.IsRefused(out var refusal, out var moved) ? Problems.From(refusal) : TypedResults.Ok(moved);
    }
}
