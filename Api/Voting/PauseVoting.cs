using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Voting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Voting;

public static class PauseVoting
{
    /// <param name="Reason">For the record; the public does not read it.</param>
    public sealed record Request([property: Needed, Prose(500)] string Reason);

    public sealed record Response(DateTimeOffset PausedAt);

    /// <summary>暂停投票</summary>
    /// <remarks>Holds for every instance: once answered, no further vote is counted until voting is resumed.</remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var paused = await db.Write<DateTimeOffset>(
            work => VotingPauseStore.Pause(work, campaign.Id, request.Reason, staff.Id, staff.Now),
            cancellationToken
        );
        return paused.IsRefused(out var refusal, out var at)
            ? Problems.From(refusal)
            : TypedResults.Ok(new Response(at));
    }
}
