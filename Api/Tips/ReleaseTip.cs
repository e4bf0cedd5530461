using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Database;
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
            (work, tip, _) => Act(work, tip, version: null, staff),
            cancellationToken
        );
        return released.IsRefused(out var refusal, out var moved) ? Problems.From(refusal) : TypedResults.Ok(moved);
    }

    /// <summary>What a release does, alone or among others.</summary>
    internal static async Task<Decision<TipMoved>> Act(Work work, Tip tip, int? version, StaffCaller staff)
    {
        if (TipRules.Release(tip, staff.Id, version, staff.Now).IsRefused(out var no, out var state))
        {
            return no;
        }

        await TipReviewStore.Release(work, tip, staff.Id, state, staff.Now);
        return new TipMoved(state, tip.Version + 1);
    }
}
