using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Database;
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
            (work, tip, campaign) => Act(work, tip, campaign, request?.Version, staff),
            cancellationToken
        );
        return claimed.IsRefused(out var refusal, out var response)
            ? Problems.From(refusal)
            : TypedResults.Ok(response);
    }

    /// <summary>What a claim does, alone or among others.</summary>
    internal static async Task<Decision<Response>> Act(
        Work work,
        Tip tip,
        Campaign campaign,
        int? version,
        StaffCaller staff
    )
    {
        if (TipRules.Claim(tip, staff.Id, version, campaign, staff.Now).IsRefused(out var no, out var until))
        {
            return no;
        }

        await TipReviewStore.Claim(work, tip, staff.Id, until, staff.Now);
        return new Response(until, tip.Version + 1);
    }
}
