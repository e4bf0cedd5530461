using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Experts;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Experts;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class ShortlistCase
{
    /// <param name="Method">依据哪种计分方法；不填则按本届的方法</param>
    /// <param name="Reason">异议成立后没有重新评分的案卷必填</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        RankingMethod? Method,
        [property: Prose(500)] string? Reason
    );

    /// <summary>列入入围名单</summary>
    /// <remarks>Once the panel is closed. The method and what all three methods said are kept.</remarks>
    public static async Task<Results<Ok<MovedCase>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var moved = await db.Write<MovedCase>(
            work =>
                ShortListStore.Shortlist(
                    work,
                    campaign,
                    id.Value,
                    request.Version,
                    request.Method,
                    request.Reason?.Trim(),
                    staff.Id,
                    staff.Now
                ),
            cancellationToken
        );
        return moved.IsRefused(out var refusal, out var done) ? Problems.From(refusal) : TypedResults.Ok(done);
    }
}
