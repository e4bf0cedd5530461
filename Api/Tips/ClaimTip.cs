using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class ClaimTip
{
    /// <param name="Version">读到这条线索时的版本；填写后，其间有变动则不认领</param>
    public sealed record Request([property: Between(1, int.MaxValue)] int? Version);

    public sealed record Response(DateTimeOffset ClaimedUntil, int Version);

    /// <summary>认领线索</summary>
    /// <remarks>Holds the tip for the campaign's minutes; claiming one's own again extends it. Nobody else can take it before it runs out.</remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request? request,
        StaffCaller staff,
        TipMove move,
        CancellationToken cancellationToken
    )
    {
        var claimed = await move.Make<Response>(
            id.Value,
            staff,
            async (work, tip, campaign) =>
            {
                var decision = TipRules.Claim(tip, staff.Id, request?.Version, campaign, staff.Now);
                if (decision.IsRefused(out var no, out var until))
                {
                    return no;
                }

                await TipReviewStore.Claim(work, tip, staff.Id, until, staff.Now);
                return new Response(until, tip.Version + 1);
            },
            cancellationToken
        );
        return claimed.IsRefused(out var refusal, out var response)
            ? Problems.From(refusal)
            : TypedResults.Ok(response);
    }
}
