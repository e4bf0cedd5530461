using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class GetDossier
{
    /// <summary>查看要评的案卷</summary>
    /// <remarks>For an expert who judges it; whatever else is asked for does not exist. No votes, no tips, no places, no phones.</remarks>
    public static async Task<Results<Ok<Dossier>, ProblemHttpResult>> Handle(
        OpaqueId id,
        OpaqueId caseId,
        StaffCaller staff,
        CampaignQueries campaigns,
        RecusalStore recusals,
        SheetQueries sheets,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        await recusals.Settle(id.Value, staff.Id, caseId.Value, staff.Now, cancellationToken);
        return await sheets.Dossier(campaign.Id, id.Value, caseId.Value, staff.Id, cancellationToken) is { } dossier
            ? TypedResults.Ok(dossier)
            : Problems.From(RequestRefusals.NotFound);
    }
}
