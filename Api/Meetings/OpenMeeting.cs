using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class OpenMeeting
{
    public sealed record Request([property: Between(1, int.MaxValue)] int Version);

    /// <summary>开始会议</summary>
    /// <remarks>Members, agenda and the recusals that follow from units stand from now on.</remarks>
    public static async Task<Results<Ok<MovedMeeting>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        MeetingStore meetings,
        CancellationToken cancellationToken
    ) => MeetingAnswers.For(await meetings.Open(id.Value, request.Version, staff.Id, staff.Now, cancellationToken));
}
