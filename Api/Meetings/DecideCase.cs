using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class DecideCase
{
    public sealed record Request([property: Between(1, int.MaxValue)] int Version, [property: Needed] Guid? MeetingId);

    /// <summary>记录领导小组审定结果</summary>
    /// <remarks>
    /// The ballots decide: a no ends the case, a yes takes one of the campaign's places (二). Where more agreed-to cases are left than places,
    /// those with more votes go first.
    /// </remarks>
    public static async Task<Results<Ok<DecidedCase>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        LeadingGroupDecisions decisions,
        CancellationToken cancellationToken
    ) =>
        MeetingAnswers.For(
            await decisions.Decide(
                id.Value,
                request.Version,
                request.MeetingId!.Value,
                staff.Id,
                staff.Now,
                cancellationToken
            )
        );
}
