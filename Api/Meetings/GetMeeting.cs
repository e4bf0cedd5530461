using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Meetings;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class GetMeeting
{
    /// <param name="HasQuorum">到会人数是否达到要求</param>
    public sealed record Response(
        Guid Id,
        string Title,
        DateOnly HeldOn,
        MeetingState State,
        int Version,
        DateTimeOffset? OpenedAt,
        DateTimeOffset? ClosedAt,
        bool HasQuorum,
        IReadOnlyList<MeetingMember> Members,
        IReadOnlyList<MeetingCase> Agenda,
        string? OrderReason,
        string? Minutes,
        Guid? MinutesFileId
    );

    /// <summary>查看会议：成员、议程、办公室意见、表决和纪要</summary>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        CampaignQueries campaigns,
        MeetingQueries meetings,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        return await meetings.Detail(id.Value, staff.Id, cancellationToken) is { Head: var head } meeting
            ? TypedResults.Ok(
                new Response(
                    head.Id,
                    head.Title,
                    head.HeldOn,
                    head.State,
                    head.Version,
                    head.OpenedAt,
                    head.ClosedAt,
                    campaign.Terms.Quorum.IsReachedBy(
                        meeting.Members.Count(member => member.IsPresent),
                        meeting.Members.Count
                    ),
                    meeting.Members,
                    meeting.Agenda,
                    head.OrderReason,
                    head.Minutes,
                    head.MinutesFileId
                )
            )
            : Problems.From(RequestRefusals.NotFound);
    }
}
