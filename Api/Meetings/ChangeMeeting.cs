using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class ChangeMeeting
{
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed, Line(100)] string Title,
        [property: CampaignDay] DateOnly HeldOn,
        [property: Needed, AtMost(MeetingForm.MostCases)] IReadOnlyList<MeetingForm.Item> Agenda
    );

    /// <summary>修改会议安排和议程</summary>
    /// <remarks>Until it is opened. The agenda is sent whole; opinions about cases that stay on it stay.</remarks>
    public static async Task<Results<Ok<MovedMeeting>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        MeetingStore meetings,
        CancellationToken cancellationToken
    )
    {
        if (MeetingForm.Read(request.Agenda).IsRefused(out var refusal, out var agenda))
        {
            return Problems.From(refusal);
        }

        return MeetingAnswers.For(
            await meetings.Change(
                id.Value,
                request.Version,
                request.Title.Trim(),
                request.HeldOn,
                agenda,
                staff.Id,
                staff.Now,
                cancellationToken
            )
        );
    }
}
