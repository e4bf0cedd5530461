using Craftsman.Api.Http;
using Craftsman.Domain.Objections;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Objections;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Objections;

public static class ListObjections
{
    private sealed record Position(Guid Id);

    /// <summary>异议列表</summary>
    /// <remarks>The earliest first.</remarks>
    public static async Task<Results<Ok<Page<ListedObjection>>, ProblemHttpResult>> Handle(
        ObjectionState? state,
        OpaqueId? noticeId,
        string? cursor,
        CampaignQueries campaigns,
        ObjectionQueries objections,
        Cursors cursors,
        CancellationToken cancellationToken,
        [Between(1, 100)] int limit = 20
    )
    {
        var list = $"objections?state={state}&noticeId={noticeId?.Value}";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var rows = await objections.List(
            campaign.Id,
            state,
            noticeId?.Value,
            position.After?.Id,
            limit + 1,
            cancellationToken
        );
        return TypedResults.Ok(cursors.PageOf(rows, limit, list, row => new Position(row.Id)));
    }
}
