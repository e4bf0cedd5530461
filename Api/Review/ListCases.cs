using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Review;

public static class ListCases
{
    private sealed record Position(Guid Id);

    /// <summary>案卷列表</summary>
    /// <remarks>Oldest first. A reviewer limited to districts sees the cases of those.</remarks>
    public static async Task<Results<Ok<Page<ListedCase>>, ProblemHttpResult>> Handle(
        StaffCaller staff,
        CampaignQueries campaigns,
        CaseQueries cases,
        Cursors cursors,
        Stage? state,
        string? district,
        string? trade,
        string? cursor,
        [Between(1, 100)] int? limit,
        CancellationToken cancellationToken
    )
    {
        var list = $"cases?state={state}&district={district}&trade={trade}";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var campaign = await campaigns.Current(cancellationToken);
        if (campaign.UnknownCodes(district, trade) is { Count: > 0 } unknown)
        {
            return Problems.From(RequestRefusals.Malformed.About(unknown));
        }

        var size = limit ?? 20;
        var filter = new CaseFilter(campaign.Id, state, district, trade, staff.Districts);
        var rows = await cases.List(filter, position.After?.Id, size + 1, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(rows, size, list, row => new Position(row.Id)));
    }
}
