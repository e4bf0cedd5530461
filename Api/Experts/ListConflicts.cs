using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class ListConflicts
{
    /// <param name="AsOf">For experts: goes back with the declaration.</param>
    /// <param name="Names">For experts: whom the panel judges, to declare on.</param>
    /// <param name="Declared">For experts: what they declared so far, in their own words.</param>
    /// <param name="Items">For the secretary: all conflicts of members with cases of the panel.</param>
    public sealed record Response(
        DateTimeOffset? AsOf,
        IReadOnlyList<NameToDeclareOn> Names,
        IReadOnlyList<DeclaredConflict> Declared,
        IReadOnlyList<ListedConflict> Items
    );

    /// <summary>查看回避</summary>
    /// <remarks>An expert reads the names and units on which to declare, and nothing that tells more.</remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        CampaignQueries campaigns,
        PanelQueries panels,
        RecusalStore recusals,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var expert = staff.AsExpert();
        if (!await panels.Exists(campaign.Id, id.Value, expert, cancellationToken))
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        if (expert is null)
        {
            return TypedResults.Ok(new Response(null, [], [], await recusals.Of(id.Value, cancellationToken)));
        }

        var list = await recusals.ToDeclareOn(id.Value, staff.Id, staff.Now, cancellationToken);
        return list is null
            ? Problems.From(RequestRefusals.NotFound)
            : TypedResults.Ok(new Response(list.AsOf, list.Names, list.Declared, []));
    }
}
