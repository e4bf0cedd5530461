using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Objections;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Objections;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Objections;

public static class UnmaskObjector
{
    public sealed record Request([property: Needed, Prose(200)] string Reason);

    /// <summary>查看异议人的姓名和联系方式</summary>
    /// <remarks>For who examines an objection by name; goes on the audit record with the reason.</remarks>
    public static async Task<Results<Ok<Objector>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        ObjectionStore objections,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var unmasked = await db.Write<Objector>(
            work => objections.Unmask(work, campaign.Id, id.Value, request.Reason.Trim(), staff.Id, staff.Now),
            cancellationToken
        );
        return unmasked.IsRefused(out var refusal, out var objector)
            ? Problems.From(refusal)
            : TypedResults.Ok(objector);
    }
}
