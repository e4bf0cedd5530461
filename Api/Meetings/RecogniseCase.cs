using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class RecogniseCase
{
    public sealed record Request([property: Between(1, int.MaxValue)] int Version);

    /// <summary>认定“杭州工匠”，编发证书</summary>
    public static async Task<Results<Ok<RecognisedCase>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        LeadingGroupDecisions decisions,
        CancellationToken cancellationToken
    ) =>
        MeetingAnswers.For(
            await decisions.Recognise(id.Value, request.Version, staff.Id, staff.Now, cancellationToken)
        );
}
