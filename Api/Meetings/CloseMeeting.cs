using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class CloseMeeting
{
    public sealed record Request([property: Between(1, int.MaxValue)] int Version);

    /// <summary>结束会议</summary>
    /// <remarks>Needs minutes. No ballot is cast afterwards; what the ballots say can still be recorded.</remarks>
    public static async Task<Results<Ok<MovedMeeting>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        MeetingStore meetings,
        CancellationToken cancellationToken
    ) => MeetingAnswers.For(await meetings.Close(id.Value, request.Version, staff.Id, staff.Now, cancellationToken));
}
