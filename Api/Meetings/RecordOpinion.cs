using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class RecordOpinion
{
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed, Prose(500)] string Text,
        [property: CampaignDay] DateOnly Date
    );

    /// <summary>记录领导小组办公室意见</summary>
    /// <remarks>附件: the office says it before the meeting is closed.</remarks>
    public static async Task<Results<Ok<MovedMeeting>, ProblemHttpResult>> Handle(
        OpaqueId id,
        OpaqueId caseId,
        Request request,
        StaffCaller staff,
        MeetingStore meetings,
        CancellationToken cancellationToken
    ) =>
        MeetingAnswers.For(
            await meetings.RecordOpinion(
                id.Value,
                caseId.Value,
                request.Version,
                request.Text.Trim(),
                request.Date,
                staff.Id,
                staff.Now,
                cancellationToken
            )
        );
}
