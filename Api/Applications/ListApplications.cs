using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Campaigns;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class ListApplications
{
    private sealed record Position(Guid Id);

    /// <summary>申报列表</summary>
    /// <remarks>Newest first. Who files for an organization sees its own, drafts too; reviewers see what was submitted in their districts.</remarks>
    public static async Task<Results<Ok<Page<ApplicationLine>>, ProblemHttpResult>> Handle(
        StaffCaller staff,
        CampaignQueries campaigns,
        StaffApplicationQueries applications,
        Cursors cursors,
        Channel? channel,
        ApplicationState? state,
        string? district,
        string? trade,
        string? cursor,
        [Between(1, 100)] int? limit,
        CancellationToken cancellationToken
    )
    {
        var list = $"applications?channel={channel}&state={state}&district={district}&trade={trade}";
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
        var rows = await applications.List(
            campaign.Id,
            staff.ReadableTo(),
            channel,
            state,
            district,
            trade,
            position.After?.Id,
            size + 1,
            cancellationToken
        );
        return TypedResults.Ok(cursors.PageOf(rows, size, list, row => new Position(row.Id)));
    }
}
