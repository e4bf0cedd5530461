using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class ListPanels
{
    private sealed record Position(Guid Id);

    /// <summary>评审组列表</summary>
    /// <remarks>The oldest first. An expert sees the panels they sit in, without version.</remarks>
    public static async Task<Results<Ok<Page<ListedPanel>>, ProblemHttpResult>> Handle(
        StaffCaller staff,
        CampaignQueries campaigns,
        PanelQueries panels,
        Cursors cursors,
        string? cursor,
        [Between(1, 100)] int? limit,
        CancellationToken cancellationToken
    )
    {
        const string list = "panels";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var size = limit ?? 20;
        var rows = await panels.List(campaign.Id, staff.AsExpert(), position.After?.Id, size + 1, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(rows, size, list, row => new Position(row.Id)));
    }
}
