using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Meetings;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Meetings;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class GetMeetingCase
{
    /// <summary>What the meeting has before it about a case. Tips and votes are information; they decide nothing.</summary>
    public sealed record Response(
        MeetingCase Item,
        int TipCount,
        int VoteCount,
        IReadOnlyList<CaseApplication> Applications,
        CaseEligibility? Eligibility,
        IReadOnlyList<CaseMoveLine> History
    );

    /// <summary>会议材料：一份案卷</summary>
    /// <remarks>Phones are masked. A member who is recused does not read it.</remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        OpaqueId caseId,
        StaffCaller staff,
        CampaignQueries campaigns,
        MeetingQueries meetings,
        CaseQueries cases,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var meeting = await meetings.Detail(id.Value, staff.Id, cancellationToken);
        if (meeting?.Agenda.FirstOrDefault(each => each.CaseId == caseId.Value) is not { } item)
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        if (
            !staff.Has(StaffRole.OfficeClerk)
            && !staff.Has(StaffRole.Auditor)
            && await meetings.IsRecused(id.Value, caseId.Value, staff.Id, cancellationToken)
        )
        {
            return Problems.From(MeetingRefusals.MemberRecused);
        }

        return await cases.Detail(caseId.Value, campaign.CaseReviewDays, staff.Now, cancellationToken) is { } detail
            ? TypedResults.Ok(
                new Response(
                    item,
                    detail.TipCount,
                    detail.VoteCount,
                    detail.Applications,
                    detail.Eligibility,
                    detail.History
                )
            )
            : Problems.From(RequestRefusals.NotFound);
    }
}
