using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Objections;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Objections;

public static class AcknowledgeObjection
{
    public sealed record Request([property: Between(1, int.MaxValue)] int Version);

    /// <summary>受理异议</summary>
    /// <remarks>
    /// Whoever acknowledges it examines it; a colleague takes it over in the same way. Nobody does who made a move of the qualification review on
    /// the same case.
    /// </remarks>
    public static async Task<Results<Ok<ObjectionMoved>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var acknowledged = await db.Write<ObjectionMoved>(
            work => ObjectionStore.Acknowledge(work, campaign.Id, id.Value, request.Version, staff.Id, staff.Now),
            cancellationToken
        );
        return acknowledged.IsRefused(out var refusal, out var moved) ? Problems.From(refusal) : TypedResults.Ok(moved);
    }
}
