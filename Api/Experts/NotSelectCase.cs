using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Experts;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class NotSelectCase
{
    /// <param name="ReasonCode">原因的代号，供统计</param>
    /// <param name="Message">申报人会看到的说明</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Code(40)] string? ReasonCode,
        [property: Needed, Prose(500)] string Message
    );

    /// <summary>评审未入选</summary>
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
                ShortListStore.NotSelect(
                    work,
                    campaign.Id,
                    id.Value,
                    request.Version,
                    request.ReasonCode,
                    request.Message.Trim(),
                    staff.Id,
                    staff.Now
                ),
            cancellationToken
        );
        return moved.IsRefused(out var refusal, out var done) ? Problems.From(refusal) : TypedResults.Ok(done);
    }
}
