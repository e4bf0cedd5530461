using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Approvals;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Approvals;
using Craftsman.Infrastructure.Campaigns;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Approvals;

public static class ListApprovals
{
    private const string List = "approvals";

    private sealed record Position(Guid Id);

    /// <summary>审批事项</summary>
    /// <remarks>The youngest first; a fraud reviewer sees those about votes. One that still waits after <c>lapsesAt</c> has lapsed.</remarks>
    public static async Task<Results<Ok<Page<ApprovalRow>>, ProblemHttpResult>> Handle(
        string? cursor,
        StaffCaller staff,
        CampaignQueries campaigns,
        ApprovalQueries approvals,
        Cursors cursors,
        CancellationToken cancellationToken,
        [Between(1, 100)] int limit = 20
    )
    {
        ApprovalKind? kind =
            staff.Has(StaffRole.OfficeClerk) || staff.Has(StaffRole.Auditor) ? null : ApprovalKind.ExcludeVotes;
        if (cursors.Read<Position>(List, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var rows = await approvals.List(campaign.Id, kind, position.After?.Id, limit + 1, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(rows, limit, List, row => new Position(row.Id)));
    }
}
