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
    /// <remarks>
    /// Oldest first, each with the day by which somebody should act. A reviewer limited to districts sees the cases of those. claimedBy is an
    /// id of staff or me.
    /// </remarks>
    public static async Task<Results<Ok<Page<ListedCase>>, ProblemHttpResult>> Handle(
        StaffCaller staff,
        CampaignQueries campaigns,
        CaseQueries cases,
        Cursors cursors,
        Stage? state,
        string? district,
        string? trade,
        string? claimedBy,
        string? cursor,
        [Between(1, 100)] int? limit,
        CancellationToken cancellationToken
    )
    {
        Guid claimant = default;
        if (claimedBy is not (null or "me") && !Guid.TryParseExact(claimedBy, "D", out claimant))
        {
            return Problems.From(RequestRefusals.Malformed.About("claimedBy", "请填写工作人员编号，或 me。"));
        }

        Guid? holder =
            claimedBy is null ? null
            : claimedBy == "me" ? staff.Id
            : claimant;
        var list = $"cases?state={state}&district={district}&trade={trade}&claimedBy={holder}";
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
        var filter = new CaseFilter(
            campaign.Id,
            state,
            district,
            trade,
            holder,
            staff.Districts,
            campaign.CaseReviewDays
        );
        var rows = await cases.List(filter, position.After?.Id, size + 1, staff.Now, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(rows, size, list, row => new Position(row.Id)));
    }
}
