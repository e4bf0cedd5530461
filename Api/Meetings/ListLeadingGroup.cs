using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class ListLeadingGroup
{
    private sealed record Position(Guid Id);

    /// <summary>领导小组成员</summary>
    public static async Task<Results<Ok<Page<GroupMember>>, ProblemHttpResult>> Handle(
        CampaignQueries campaigns,
        LeadingGroupStore group,
        Cursors cursors,
        string? cursor,
        [Between(1, 100)] int? limit,
        CancellationToken cancellationToken
    )
    {
        const string list = "leading-group";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var size = limit ?? 50;
        var campaign = await campaigns.Current(cancellationToken);
        var rows = await group.List(campaign.Id, position.After?.Id, size + 1, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(rows, size, list, row => new Position(row.Id)));
    }
}
