using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class AssignCases
{
    public sealed record Request([property: Between(1, int.MaxValue)] int Version);

    /// <summary>分派案卷</summary>
    /// <remarks>
    /// Gives each case of the panel its experts, evenly and without conflicts. Sheets that were begun stay; again with nothing changed it
    /// changes nothing. Where it is impossible, `cases` says which lack how many, and why.
    /// </remarks>
    public static async Task<Results<Ok<AssignedPanel>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        RecusalStore recusals,
        AssignmentStore assignments,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        await recusals.Settle(id.Value, null, null, staff.Now, cancellationToken);
        var assigned = await db.Write<AssignedPanel>(
            work =>
                assignments.AssignAll(
                    work,
                    campaign,
                    id.Value,
                    request.Version,
                    staff.Id,
                    staff.Now,
                    cancellationToken
                ),
            cancellationToken
        );
        return assigned.IsRefused(out var refusal, out var done) ? Problems.From(refusal) : TypedResults.Ok(done);
    }
}
