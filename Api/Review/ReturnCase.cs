using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Review;

public static class ReturnCase
{
    /// <param name="Items">Fields of the application, by their names.</param>
    /// <param name="DueOn">The last day in Hangzhou on which the supplement is in time.</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed, AtMost(30)] IReadOnlyList<string> Items,
        DateOnly DueOn,
        [property: Needed, Prose(500)] string Message
    );

    /// <summary>退回补正</summary>
    public static async Task<Results<Ok<MovedCase>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        ReviewStore review,
        CancellationToken cancellationToken
    )
    {
        var asked = SupplementRules.Ask([.. request.Items], request.DueOn, request.Message, ChinaDay.Of(staff.Now));
        if (asked.IsRefused(out var refusal, out var supplement))
        {
            return Problems.From(refusal);
        }

        var act = new CaseAct(
            CaseMove.Return,
            request.Version,
            $"申报退回补正：{supplement.Message}",
            Supplement: supplement
        );
        return CaseAnswers.For(await review.Change(id.Value, act, staff.Staff, staff.Now, cancellationToken));
    }
}
