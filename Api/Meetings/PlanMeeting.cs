using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class PlanMeeting
{
    public sealed record Request(
        [property: Needed, Line(100)] string Title,
        [property: CampaignDay] DateOnly HeldOn,
        [property: Needed, AtMost(MeetingForm.MostCases)] IReadOnlyList<MeetingForm.Item> Agenda
    );

    /// <summary>安排领导小组会议</summary>
    /// <remarks>Cases for decision wait in LeadingGroupDecision; those for revocation are Recognised.</remarks>
    public static async Task<Results<Created<MovedMeeting>, ProblemHttpResult>> Handle(
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        MeetingStore meetings,
        CancellationToken cancellationToken
    )
    {
        if (MeetingForm.Read(request.Agenda).IsRefused(out var refusal, out var agenda))
        {
            return Problems.From(refusal);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var planned = await meetings.Plan(
            campaign.Id,
            request.Title.Trim(),
            request.HeldOn,
            agenda,
            staff.Id,
            staff.Now,
            cancellationToken
        );
        return planned.IsRefused(out refusal, out var meeting)
            ? Problems.From(refusal)
            : TypedResults.Created((string?)null, meeting);
    }
}
