using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class RecordAttendance
{
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed, AtMost(200)] IReadOnlyList<Guid> MemberIds
    );

    /// <summary>记录到会成员</summary>
    /// <remarks>All who are present, each time anew. Who has voted stays.</remarks>
    public static async Task<Results<Ok<MovedMeeting>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        MeetingStore meetings,
        CancellationToken cancellationToken
    ) =>
        MeetingAnswers.For(
            await meetings.RecordAttendance(
                id.Value,
                request.Version,
                request.MemberIds.ToHashSet(),
                staff.Id,
                staff.Now,
                cancellationToken
            )
        );
}
