using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class ListSavedReplies
{
    private sealed record Position(Guid Id);

    /// <summary>常用回复</summary>
    /// <remarks><c>kind</c> is Rejection or Question.</remarks>
    public static async Task<Results<Ok<Page<SavedReply>>, ProblemHttpResult>> Handle(
        string? kind,
        string? cursor,
        [Between(1, 100)] int? limit,
        CampaignQueries campaigns,
        SavedReplyQueries replies,
        Cursors cursors,
        CancellationToken cancellationToken
    )
    {
        var kinds = Enum.GetValues<SavedReplyKind>().Where(known => known.ToString() == kind).ToList();
        if (kinds is not [var wanted])
        {
            return Problems.From(RequestRefusals.Malformed.About("kind", "请填写 Rejection 或 Question。"));
        }

        var list = $"saved-replies?kind={wanted}";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var size = limit ?? 20;
        var rows = await replies.List(campaign.Id, wanted, position.After?.Id, size + 1, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(rows, size, list, reply => new Position(reply.Id)));
    }
}
