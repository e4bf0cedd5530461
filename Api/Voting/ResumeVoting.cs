using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Voting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Voting;

public static class ResumeVoting
{
    public sealed record Response(DateTimeOffset ResumedAt);

    /// <summary>恢复投票</summary>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        StaffCaller staff,
        CampaignQueries campaigns,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var resumed = await db.Write<DateTimeOffset>(
            work => VotingPauseStore.Resume(work, campaign.Id, staff.Id, staff.Now),
            cancellationToken
        );
        return resumed.IsRefused(out var refusal, out var at)
            ? Problems.From(refusal)
            : TypedResults.Ok(new Response(at));
    }
}
