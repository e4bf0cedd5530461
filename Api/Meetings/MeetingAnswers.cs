using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

/// <summary>How every act of the leading group and its office answers.</summary>
internal static class MeetingAnswers
{
    public static Results<Ok<T>, ProblemHttpResult> For<T>(Decision<T> decision)
        where T : notnull =>
        decision.IsRefused(out var refusal, out var granted) ? Problems.From(refusal) : TypedResults.Ok(granted);

    /// <summary>Why a member's phone is none; null where it is one, or is not said.</summary>
    public static Refusal? PhoneFault(string? phone) =>
        phone is null || Phone.IsPlausible(phone)
            ? null
            : RequestRefusals.Malformed.About("phone", "请填写正确的电话号码。");

    /// <summary>The cases of the meeting whose dossier the caller does not read: a member's recusals. The office and auditors read all.</summary>
    public static async Task<IReadOnlyList<Guid>> ClosedTo(
        StaffCaller staff,
        MeetingQueries meetings,
        Guid meetingId,
        CancellationToken cancellationToken
    ) =>
        staff.Has(StaffRole.OfficeClerk) || staff.Has(StaffRole.Auditor)
            ? []
            : await meetings.RecusedFrom(meetingId, staff.Id, cancellationToken);
}
