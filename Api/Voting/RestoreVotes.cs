using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Voting;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Voting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Voting;

public static class RestoreVotes
{
    /// <param name="Changed">How many votes are in another state than before.</param>
    public sealed record Response(int Changed);

    /// <summary>恢复选票</summary>
    /// <remarks>Votes that were set aside count again. What two persons excluded stays excluded.</remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        ChosenVotes request,
        StaffCaller staff,
        CampaignQueries campaigns,
        AnomalyQueries anomalies,
        VoteStateStore states,
        CancellationToken cancellationToken
    )
    {
        var found = await request.Find(anomalies, cancellationToken);
        if (found.IsRefused(out var refusal, out var votes))
        {
            return Problems.From(refusal);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var change = new StateChange(campaign.Id, VoteChange.Restore, request.ReasonCode, staff.Id);
        return TypedResults.Ok(new Response(await states.Change(votes, change, staff.Now, cancellationToken)));
    }
}
