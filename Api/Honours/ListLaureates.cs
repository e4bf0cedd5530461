using Craftsman.Api.Http;
using Craftsman.Api.Media;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Honours;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class ListLaureates
{
    private sealed record Position(Guid Id);

    public sealed record Item(
        Guid Id,
        string Name,
        string? WorkUnit,
        string? District,
        string Trade,
        string? PhotoUrl,
        string CertificateNumber,
        DateTimeOffset RecognisedAt
    );

    /// <summary>“杭州工匠”名单</summary>
    /// <remarks>In the order of their certificates. Only who agreed to be shown.</remarks>
    public static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        CampaignQueries campaigns,
        LaureateQueries laureates,
        ShownPhotos photos,
        Cursors cursors,
        string? cursor,
        [Between(1, 100)] int? limit,
        CancellationToken cancellationToken
    )
    {
        const string list = "laureates";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var size = limit ?? 30;
        var campaign = await campaigns.Current(cancellationToken);
        var rows = await laureates.ForPublic(campaign.Id, position.After?.Id, size + 1, cancellationToken);
        var portraits = await photos.OneOfEach([.. rows.Select(row => row.RootId)], cancellationToken);
        Item[] items = [.. rows.Select(row => For(row, portraits))];
        return TypedResults.Ok(cursors.PageOf(items, size, list, item => new Position(item.Id)));
    }

    internal static Item For(ShownLaureate row, IReadOnlyDictionary<Guid, Guid> portraits) =>
        new(
            row.Id,
            row.Name,
            row.WorkUnit,
            row.District,
            row.Trade,
            portraits.TryGetValue(row.RootId, out var photo) ? PhotoAddresses.Public(photo, PhotoSize.Medium) : null,
            row.CertificateNumber,
            row.RecognisedAt
        );
}
