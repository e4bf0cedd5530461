using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Approvals;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Voting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Voting;

public static class ExcludeVotes
{
    public sealed record Response(Guid ApprovalId);

    /// <summary>申请剔除选票</summary>
    /// <remarks>Changes nothing yet: another person decides within seven days.</remarks>
    public static async Task<Results<Accepted<Response>, ProblemHttpResult>> Handle(
        ChosenVotes request,
        StaffCaller staff,
        CampaignQueries campaigns,
        AnomalyQueries anomalies,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var found = await request.Find(anomalies, cancellationToken);
        if (found.IsRefused(out var refusal, out var votes))
        {
            return Problems.From(refusal);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var asked = await db.Write<Guid>(
            work => ApprovalStore.AskToExclude(work, campaign.Id, votes, request.ReasonCode, staff.Id, staff.Now),
            cancellationToken
        );
        return asked.IsRefused(out refusal, out var approvalId)
            ? Problems.From(refusal)
            : TypedResults.Accepted((string?)null, new Response(approvalId));
    }
}
