using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Api.Media;
using Craftsman.Domain;
using Craftsman.Domain.ContentChecks;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class GetTip
{
    /// <summary>A tip as reviewers read it. Who sent it is not told: what counts is what it says.</summary>
    public sealed record Response(
        Guid Id,
        TipState State,
        string Name,
        string? WorkUnit,
        string? Workplace,
        string District,
        string Trade,
        string Story,
        string Relation,
        string? WorkerContactMasked,
        DateTimeOffset CreatedAt,
        int Version,
        IReadOnlyList<TipThreadEntry> Thread,
        string? Question,
        string? Answer,
        TipRejection? ReasonCode,
        Guid? CandidateId,
        Guid? ClaimedBy,
        DateTimeOffset? ClaimedUntil,
        IReadOnlyList<PhotoView> Photos,
        ContentCheck ContentCheck
    );

    /// <summary>一条线索</summary>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        CampaignQueries campaigns,
        TipQueries tips,
        PhotoAddresses addresses,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var tip = await tips.Any(campaign.Id, id.Value, cancellationToken);
        if (tip is null || !staff.WorksIn(tip.District))
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        var state = tip.StateAt(staff.Now);
        var isHeld = state == tip.State;
        return TypedResults.Ok(
            new Response(
                tip.Id,
                state,
                tip.Name,
                tip.WorkUnit,
                tip.Workplace,
                tip.District,
                tip.Trade,
                tip.Story,
                tip.Relation,
                tip.WorkerContactMasked,
                tip.CreatedAt,
                tip.Version,
                TipThreadEntry.For(tip),
                tip.Question,
                tip.Answer,
                tip.Rejection,
                tip.CandidateId,
                isHeld ? tip.ClaimedBy : null,
                isHeld ? tip.ClaimedUntil : null,
                [.. tip.Photos.Select(photo => PhotoView.For(photo, addresses, staff.Now))],
                tip.ContentCheck
            )
        );
    }
}
