using Craftsman.Api.Http;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Honours;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class ListLaureatesForStaff
{
    private sealed record Position(Guid Id);

    /// <summary>“杭州工匠”：证书、奖牌、奖金和公开情况</summary>
    public static async Task<Results<Ok<Page<DeskLaureate>>, ProblemHttpResult>> Handle(
        CampaignQueries campaigns,
        LaureateQueries laureates,
        Cursors cursors,
        string? cursor,
        [Between(1, 100)] int? limit,
        CancellationToken cancellationToken
    )
    {
        const string list = "staff-laureates";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var size = limit ?? 50;
        var campaign = await campaigns.Current(cancellationToken);
        var rows = await laureates.ForStaff(campaign.Id, position.After?.Id, size + 1, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(rows, size, list, row => new Position(row.Id)));
    }
}
