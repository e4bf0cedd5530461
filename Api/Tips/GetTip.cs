using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Api.Media;
using Craftsman.Domain;
using Craftsman.Domain.ContentChecks;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Tips;
using Craftsman.Infrastructure.Tips.Similarity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class GetTip
{
    /// <summary>A tip as reviewers read it. Who sent it is not told: what counts is what it says.</summary>
    /// <param name="Priority">When it is due and why; null once it is settled.</param>
    /// <param name="EnteredBy">Which member of staff entered it for a citizen without WeChat; another decides it.</param>
    /// <param name="ThanksName">The one name the tipster wants to be thanked by in public; it is read with the rest of the text.</param>
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
        ContentCheck ContentCheck,
        IReadOnlyList<SimilarTip> Similar,
        TipPriority? Priority,
        Guid? EnteredBy,
        string? ThanksName
    );

    /// <summary>A candidate or an open tip that may be about the same worker; one of the two ids is there.</summary>
    /// <param name="Score">From 0 to 1.</param>
    /// <param name="Reasons">What speaks for it and what against, in words.</param>
    public sealed record SimilarTip(
        Guid? CandidateId,
        Guid? TipId,
        string Name,
        string? WorkUnit,
        double Score,
        IReadOnlyList<string> Reasons
    );

    /// <summary>一条线索</summary>
    /// <remarks><c>similar</c>: at most ten candidates and open tips of the reader's districts that may be about the same worker, the likeliest first.</remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        CampaignQueries campaigns,
        TipQueries tips,
        SimilarQueries similar,
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

        var alike = await similar.ForTheDesk(campaign.Id, tip, staff.Districts, cancellationToken);
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
                tip.ContentCheck,
                [
                    .. alike.Select(other => new SimilarTip(
                        other.CandidateId,
                        other.TipId,
                        other.Name,
                        other.WorkUnit,
                        other.Score,
                        other.Reasons
                    )),
                ],
                TipPriority.Of(state, tip.DueAt, tip.TargetHours, tip.Voices, tip.IsRisky, staff.Now),
                tip.EnteredBy,
                tip.ThanksName
            )
        );
    }
}
