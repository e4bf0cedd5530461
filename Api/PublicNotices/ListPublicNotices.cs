using Craftsman.Api.Http;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.PublicNotices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.PublicNotices;

public static class ListPublicNotices
{
    private const string List = "public-notices";

    private sealed record Position(Guid Id);

    /// <summary>公示列表</summary>
    /// <remarks>The youngest first. A notice is there from its first day on.</remarks>
    public static async Task<Results<Ok<Page<ShownNotice>>, ProblemHttpResult>> Handle(
        string? cursor,
        ArrivedAt arrived,
        CampaignQueries campaigns,
        PublicNoticeQueries notices,
        Cursors cursors,
        CancellationToken cancellationToken,
        [Between(1, 100)] int limit = 20
    )
    {
        if (cursors.Read<Position>(List, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var rows = await notices.Open(campaign.Id, position.After?.Id, limit + 1, arrived.Value, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(rows, limit, List, row => new Position(row.Id)));
    }
}
