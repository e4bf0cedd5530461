using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Honours;
using Craftsman.Infrastructure.Honours;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class RecordHonours
{
    /// <param name="MedalOn">奖牌颁发日期</param>
    /// <param name="PrizePaidOn">一次性奖励的发放日期；记录后不能改动</param>
    /// <param name="MayDayReason">符合杭州市五一劳动奖章的哪一项条件；不符合的不填</param>
    /// <param name="RecuperatedOn">参加疗休养的日期</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        DateOnly? MedalOn,
        DateOnly? PrizePaidOn,
        [property: Line(200)] string? MayDayReason,
        DateOnly? RecuperatedOn
    );

    /// <summary>记录奖牌、奖金、五一劳动奖章和疗休养</summary>
    /// <remarks>七. Sent whole; a prize that was paid stays paid.</remarks>
    public static async Task<Results<Ok<ChangedLaureate>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        LaureateStore laureates,
        CancellationToken cancellationToken
    ) =>
        LaureateAnswers.For(
            await laureates.Record(
                id.Value,
                request.Version,
                new LaureateHonours(
                    request.MedalOn,
                    request.PrizePaidOn,
                    request.MayDayReason?.Trim(),
                    request.RecuperatedOn
                ),
                staff.Id,
                staff.Now,
                cancellationToken
            )
        );
}
