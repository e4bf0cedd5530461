using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Voting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Voting;

public static class ReconcileVotes
{
    /// <param name="Differences">None, as long as every number is what the rows say.</param>
    public sealed record Response(DateTimeOffset AsOf, IReadOnlyList<VoteDifference> Differences);

    /// <summary>核对票数</summary>
    /// <remarks>Recomputes every number from votes and links. It reads all votes, so it takes seconds.</remarks>
    public static async Task<Ok<Response>> Handle(
        StaffCaller staff,
        CampaignQueries campaigns,
        VoteReconciliation reconciliation,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        return TypedResults.Ok(
            new Response(staff.Now, await reconciliation.Differences(campaign.Id, cancellationToken))
        );
    }
}
