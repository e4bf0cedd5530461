using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class PrintPack
{
    /// <summary>打印会议材料</summary>
    /// <remarks>
    /// The agenda, and for each case a page with its dossier. No phones, no addresses, no tipsters, no objectors, no experts. A member's own
    /// leaves out the cases they are recused from, and says so.
    /// </remarks>
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        HttpResponse response,
        CampaignQueries campaigns,
        MeetingQueries meetings,
        DossierQueries dossiers,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        if (await meetings.Detail(id.Value, staff.Id, cancellationToken) is not { } meeting)
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        var closed = await MeetingAnswers.ClosedTo(staff, meetings, id.Value, cancellationToken);
        var open = await dossiers.Of(
            [.. meeting.Agenda.Where(item => !closed.Contains(item.CaseId))],
            campaign.CaseReviewDays,
            staff.Now,
            cancellationToken
        );
        response.Headers.CacheControl = "no-store";
        return TypedResults.File(PackDocx.Write(meeting, open, campaign), MediaTypes.Docx, "会议材料.docx");
    }
}
