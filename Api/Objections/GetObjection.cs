using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Objections;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Objections;

public static class GetObjection
{
    /// <summary>查看异议</summary>
    /// <remarks>Name and contact of who objects are masked; the examiner reads them with a reason, on record.</remarks>
    public static async Task<Results<Ok<StaffObjection>, ProblemHttpResult>> Handle(
        OpaqueId id,
        CampaignQueries campaigns,
        ObjectionQueries objections,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        return await objections.Find(campaign.Id, id.Value, cancellationToken) is { } objection
            ? TypedResults.Ok(objection)
            : Problems.From(RequestRefusals.NotFound);
    }
}
