using Craftsman.Api.Http;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.PublicNotices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.PublicNotices;

public static class ListShortlistedCases
{
    private const string List = "shortlisted-cases";

    private sealed record Position(Guid Id);

    /// <summary>等待公示的入围人选</summary>
    public static async Task<Results<Ok<Page<ShortlistedCase>>, ProblemHttpResult>> Handle(
        string? cursor,
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
        var rows = await notices.Shortlisted(campaign.Id, position.After?.Id, limit + 1, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(rows, limit, List, row => new Position(row.CaseId)));
    }
}
