using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class RecordOrder
{
    /// <param name="CaseIds">票数相同的案卷，按会议议定的先后排列</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed, AtMost(MeetingForm.MostCases)] IReadOnlyList<Guid> CaseIds,
        [property: Needed, Prose(500)] string Reason
    );

    /// <summary>记录票数相同时的先后次序</summary>
    /// <remarks>二: more votes go first in any case; the order speaks where equally many meet at the last place.</remarks>
    public static async Task<Results<Ok<MovedMeeting>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        MeetingStore meetings,
        CancellationToken cancellationToken
    ) =>
        request.CaseIds.Distinct().Count() != request.CaseIds.Count
            ? Problems.From(RequestRefusals.Malformed.About("caseIds", "同一份案卷只能列入一次。"))
            : MeetingAnswers.For(
                await meetings.RecordOrder(
                    id.Value,
                    request.Version,
                    request.CaseIds,
                    request.Reason.Trim(),
                    staff.Id,
                    staff.Now,
                    cancellationToken
                )
            );
}
