using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

/// <summary>In which order assigned cases are listed.</summary>
public enum AssignmentSort
{
    Name,
    Case,
}

public static class ListAssignments
{
    private sealed record Position(string Name, Guid CaseId, Guid StaffId);

    /// <summary>分派列表</summary>
    /// <remarks>An expert sees the cases they judge, and nothing of any other; the secretary all of the panel.</remarks>
    public static async Task<Results<Ok<Page<AssignedCase>>, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        CampaignQueries campaigns,
        PanelQueries panels,
        RecusalStore recusals,
        SheetQueries sheets,
        Cursors cursors,
        SheetState? state,
        string? trade,
        AssignmentSort? sort,
        string? cursor,
        [Between(1, 100)] int? limit,
        CancellationToken cancellationToken
    )
    {
        var expert = staff.AsExpert();
        var order = sort ?? AssignmentSort.Case;
        var list = $"panels/{id.Value}/assignments?state={state}&trade={trade}&sort={order}&of={expert}";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var campaign = await campaigns.Current(cancellationToken);
        if (campaign.UnknownCodes(null, trade) is { Count: > 0 } unknown)
        {
            return Problems.From(RequestRefusals.Malformed.About(unknown));
        }

        if (!await panels.Exists(campaign.Id, id.Value, expert, cancellationToken))
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        if (expert is not null)
        {
            await recusals.Settle(id.Value, expert, null, staff.Now, cancellationToken);
        }

        var size = limit ?? 20;
        // A panel holds so few that they are ordered here; the cursor is the place after which it goes on all the same.
        var rows = (await sheets.Assigned(id.Value, expert, cancellationToken))
            .Where(row => (state is null || row.State == state) && (trade is null || row.Trade == trade))
            .Select(row => (Row: row, At: PositionOf(row)))
            .Where(each => position.After is null || Compare(each.At, position.After) > 0)
            .OrderBy(each => each.At, Comparer<Position>.Create(Compare))
            .Select(each => each.Row)
            .Take(size + 1)
            .ToList();
        return TypedResults.Ok(cursors.PageOf(rows, size, list, PositionOf));

        Position PositionOf(AssignedCase row) =>
            new(order == AssignmentSort.Name ? row.Name : "", row.CaseId, row.StaffId);
    }

    private static int Compare(Position one, Position other)
    {
        var byName = string.CompareOrdinal(one.Name, other.Name);
        var byCase = one.CaseId.CompareTo(other.CaseId);
        return byName != 0 ? byName
            : byCase != 0 ? byCase
            : one.StaffId.CompareTo(other.StaffId);
    }
}
