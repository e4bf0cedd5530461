using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Meetings;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class RevokeCase
{
    /// <param name="Reason">申报人在进展中读到的原因</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed] Guid? MeetingId,
        [property: Prose(500)] string? Reason
    );

    /// <summary>按会议决定撤销认定</summary>
    /// <remarks>A meeting with the case on its agenda for revocation agreed. The candidate is taken from the public at once.</remarks>
    public static async Task<Results<Ok<MovedCase>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        LeadingGroupDecisions decisions,
        CancellationToken cancellationToken
    ) =>
        MeetingAnswers.For(
            await decisions.Revoke(
                id.Value,
                request.Version,
                request.MeetingId!.Value,
                request.Reason?.Trim(),
                staff.Id,
                staff.Now,
                cancellationToken
            )
        );
}
