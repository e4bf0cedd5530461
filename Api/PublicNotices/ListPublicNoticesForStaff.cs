using Craftsman.Api.Http;
using Craftsman.Domain.PublicNotices;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.PublicNotices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.PublicNotices;

public static class ListPublicNoticesForStaff
{
    private sealed record Position(Guid Id);

    /// <summary>公示和草稿</summary>
    public static async Task<Results<Ok<Page<StaffNotice>>, ProblemHttpResult>> Handle(
        NoticeState? state,
        string? cursor,
        CampaignQueries campaigns,
        PublicNoticeQueries notices,
        Cursors cursors,
        CancellationToken cancellationToken,
        [Between(1, 100)] int limit = 20
    )
    {
        var list = $"staff-public-notices?state={state}";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var rows = await notices.List(campaign.Id, state, position.After?.Id, limit + 1, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(rows, limit, list, row => new Position(row.Id)));
    }
}
