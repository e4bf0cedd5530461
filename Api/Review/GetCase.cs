using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Api.Media;
using Craftsman.Domain;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Review;

public static class GetCase
{
    /// <summary>A case with its applications, what the rules of 三 say, and its history. Tips and votes are information; they decide nothing.</summary>
    /// <param name="RestsFor">The case that goes on while this one rests, because their candidates are merged.</param>
    public sealed record Response(
        Guid Id,
        Guid CandidateId,
        string Name,
        string? WorkUnit,
        string? District,
        string Trade,
        Stage State,
        DateTimeOffset StageSince,
        DateTimeOffset OpenedAt,
        DateOnly? DueOn,
        Guid? ClaimedBy,
        DateTimeOffset? ClaimedUntil,
        Guid? RestsFor,
        int Version,
        int TipCount,
        int VoteCount,
        Supplement? Supplement,
        IReadOnlyList<CaseApplication> Applications,
        CaseEligibility? Eligibility,
        IReadOnlyList<CaseScreening> Screenings,
        IReadOnlyList<CaseCheck> Checklist,
        IReadOnlyList<CaseMoveLine> History,
        IReadOnlyList<PhotoView> Photos
    );

    /// <summary>查看案卷</summary>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        CampaignQueries campaigns,
        CaseQueries cases,
        PhotoAddresses addresses,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var detail = await cases.Detail(id.Value, campaign.CaseReviewDays, staff.Now, cancellationToken);
        return detail is { Case: var row } && staff.WorksIn(row.District)
            ? TypedResults.Ok(
                new Response(
                    row.Id,
                    row.CandidateId,
                    row.Name,
                    row.WorkUnit,
                    row.District,
                    row.Trade,
                    row.State,
                    row.StageSince,
                    row.OpenedAt,
                    row.DueOn,
                    row.ClaimedBy,
                    row.ClaimedUntil,
                    row.RestsFor,
                    row.Version,
                    detail.TipCount,
                    detail.VoteCount,
                    detail.Supplement,
                    detail.Applications,
                    detail.Eligibility,
                    detail.Screenings,
                    detail.Checklist,
                    detail.History,
                    [.. detail.Photos.Select(photo => PhotoView.For(photo, addresses, staff.Now))]
                )
            )
            : Problems.From(RequestRefusals.NotFound);
    }
}
