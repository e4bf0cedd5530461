using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Honours;
using Craftsman.Infrastructure.Honours;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class WithdrawOffer
{
    /// <param name="Word">已报名的人会读到的说明；可以不填</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Prose(OfferRules.LongestReason)] string? Word
    );

    /// <param name="Word">“杭州工匠”本人和已报名的人会读到的原因</param>
    public sealed record StaffRequest(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed, Prose(OfferRules.LongestReason)] string Word
    );

    /// <summary>撤回自己发布的安排</summary>
    /// <remarks>八(二). Whoever asked, confirmed or not, reads that it is over.</remarks>
    public static async Task<Results<Ok<MovedOffer>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        CitizenCaller citizen,
        CitizenWrites writes,
        CancellationToken cancellationToken
    ) =>
        LaureateAnswers.For(
            await citizen.Once<Request, MovedOffer>(
                writes,
                request,
                (work, live) =>
                    OfferStore.Withdraw(work, id.Value, live.Id, request.Version, request.Word?.Trim(), citizen.Now),
                cancellationToken
            )
        );

    /// <summary>取消一项已经公开或等待公开的安排</summary>
    /// <remarks>八(二). Whoever asked, confirmed or not, reads that it is over and why.</remarks>
    public static async Task<Results<Ok<MovedOffer>, ProblemHttpResult>> ByUnion(
        OpaqueId id,
        StaffRequest request,
        StaffCaller staff,
        OfferStore offers,
        CancellationToken cancellationToken
    ) =>
        LaureateAnswers.For(
            await offers.WithdrawByUnion(
                id.Value,
                request.Version,
                request.Word.Trim(),
                staff.Id,
                staff.Now,
                cancellationToken
            )
        );
}
