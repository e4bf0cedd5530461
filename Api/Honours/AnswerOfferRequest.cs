using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Honours;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class AnswerOfferRequest
{
    /// <param name="Word">双方都会读到的话，例如时间和地点，或者不能安排的原因</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed, Prose(500)] string Word
    );

    /// <summary>确认报名</summary>
    public static Task<Results<Ok<MovedRequest>, ProblemHttpResult>> Confirm(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        OfferStore offers,
        CancellationToken cancellationToken
    ) => Answer(id, request, isConfirmed: true, staff, offers, cancellationToken);

    /// <summary>谢绝报名</summary>
    public static Task<Results<Ok<MovedRequest>, ProblemHttpResult>> Decline(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        OfferStore offers,
        CancellationToken cancellationToken
    ) => Answer(id, request, isConfirmed: false, staff, offers, cancellationToken);

    private static async Task<Results<Ok<MovedRequest>, ProblemHttpResult>> Answer(
        OpaqueId id,
        Request request,
        bool isConfirmed,
        StaffCaller staff,
        OfferStore offers,
        CancellationToken cancellationToken
    ) =>
        LaureateAnswers.For(
            await offers.Answer(
                id.Value,
                request.Version,
                isConfirmed,
                request.Word.Trim(),
                staff.Id,
                staff.Now,
                cancellationToken
            )
        );
}
