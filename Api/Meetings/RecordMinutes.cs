using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class RecordMinutes
{
    /// <param name="FileId">经签字的纪要扫描件，由本人上传；不填则保留原来的</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed, Prose(10_000)] string Text,
        Guid? FileId
    );

    /// <summary>记录会议纪要</summary>
    /// <remarks>The scan of the signed minutes is a file this person uploaded; ballots of members who do not log in are entered from it.</remarks>
    public static async Task<Results<Ok<MovedMeeting>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        MeetingStore meetings,
        CancellationToken cancellationToken
    ) =>
        MeetingAnswers.For(
            await meetings.RecordMinutes(
                id.Value,
                request.Version,
                request.Text.Trim(),
                request.FileId,
                staff.Id,
                staff.Now,
                cancellationToken
            )
        );
}
