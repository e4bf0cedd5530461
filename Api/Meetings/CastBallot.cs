using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Meetings;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class CastBallot
{
    /// <param name="MemberId">由办公室代录的成员；本人表决时不填</param>
    public sealed record Request(
        [property: Needed] Guid? CaseId,
        Guid? MemberId,
        [property: Needed] BallotChoice? Choice
    );

    /// <summary>表决</summary>
    /// <remarks>
    /// By the member; or by the office for a member who does not log in, from the signed minutes. One a member and case, and it stands.
    /// </remarks>
    public static async Task<Results<Created<StandingBallot>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        BallotStore ballots,
        CancellationToken cancellationToken
    )
    {
        var cast = await ballots.Cast(
            id.Value,
            request.CaseId!.Value,
            request.MemberId,
            request.Choice!.Value,
            staff.Staff,
            staff.Now,
            cancellationToken
        );
        return cast.IsRefused(out var refusal, out var ballot)
            ? Problems.From(refusal)
            : TypedResults.Created((string?)null, ballot);
    }
}
