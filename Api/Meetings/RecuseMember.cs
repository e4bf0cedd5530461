using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class RecuseMember
{
    /// <param name="MemberId">由办公室代录的成员；本人申明时不填</param>
    public sealed record Request(
        [property: Needed] Guid? CaseId,
        Guid? MemberId,
        [property: Needed, Line(200)] string Reason
    );

    /// <summary>申明回避</summary>
    /// <remarks>Before the member has voted on the case. Recusals that follow from units are found when the meeting is opened.</remarks>
    public static async Task<Results<Created<RecordedRecusal>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        BallotStore ballots,
        CancellationToken cancellationToken
    )
    {
        var recorded = await ballots.Recuse(
            id.Value,
            request.CaseId!.Value,
            request.MemberId,
            request.Reason.Trim(),
            staff.Staff,
            staff.Now,
            cancellationToken
        );
        return recorded.IsRefused(out var refusal, out var recusal)
            ? Problems.From(refusal)
            : TypedResults.Created((string?)null, recusal);
    }
}
