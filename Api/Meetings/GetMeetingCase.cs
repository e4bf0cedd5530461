using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Meetings;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Experts;
using Craftsman.Infrastructure.Meetings;
using Craftsman.Infrastructure.Objections;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class GetMeetingCase
{
    /// <summary>What the meeting has before it about a case. Scores, objections, tips and votes are information; they decide nothing.</summary>
    /// <param name="Scores">专家评审结果（每轮一条），不含专家姓名</param>
    /// <param name="Objections">公示期间的异议，不含异议人</param>
    public sealed record Response(
        MeetingCase Item,
        IReadOnlyList<ShortListing> Scores,
        IReadOnlyList<CaseObjection> Objections,
        int TipCount,
        int VoteCount,
        IReadOnlyList<CaseApplication> Applications,
        CaseEligibility? Eligibility,
        IReadOnlyList<CaseMoveLine> History
    );

    /// <summary>会议材料：一份案卷</summary>
    /// <remarks>Phones are masked. A member who is recused does not read it, nor before the meeting one who will be by what is known.</remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        OpaqueId caseId,
        StaffCaller staff,
        CampaignQueries campaigns,
        MeetingQueries meetings,
        DossierQueries dossiers,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var meeting = await meetings.Detail(id.Value, staff.Id, cancellationToken);
        if (meeting?.Agenda.FirstOrDefault(each => each.CaseId == caseId.Value) is not { } item)
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        var closed = await MeetingAnswers.ClosedTo(staff, meetings, id.Value, cancellationToken);
        if (closed.Contains(caseId.Value))
        {
            return Problems.From(MeetingRefusals.MemberRecused);
        }

        return await dossiers.Of([item], campaign.CaseReviewDays, staff.Now, cancellationToken) is [var dossier]
            ? TypedResults.Ok(
                new Response(
                    item,
                    dossier.Scores,
                    dossier.Objections,
                    dossier.Case.TipCount,
                    dossier.Case.VoteCount,
                    dossier.Case.Applications,
                    dossier.Case.Eligibility,
                    dossier.Case.History
                )
            )
            : Problems.From(RequestRefusals.NotFound);
    }
}
