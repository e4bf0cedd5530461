using System.Text.Json;
using Craftsman.Api.Media;
using Craftsman.Domain.Candidates;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Candidates;

namespace Craftsman.Api.Candidates;

/// <summary>One published root as the public copy holds it: what lists are ordered and cut by, and the rest as finished JSON.</summary>
internal sealed class PublicCandidate
{
    private PublicCandidate(PublishedCandidate row, string? photoUrl, CountedJson detail, JsonSerializerOptions options)
    {
        Id = row.Id;
        Name = row.Name;
        District = row.District;
        Trade = row.Trade;
        PublishedAt = row.PublishedAt;
        Detail = detail;
        Point = PointOf(row);
        SearchStamp = PublicText.StampOf(detail.Json);
        Item = CountedJson.Of(
            new ListCandidates.Item(
                row.Id,
                row.Name,
                row.WorkUnit,
                row.District,
                row.Trade,
                photoUrl,
                row.TipCount,
                0,
                row.PublishedAt
            ),
            options
        );
    }

    public Guid Id { get; }
    public string Name { get; }
    public string? District { get; }
    public string Trade { get; }
    public DateTimeOffset PublishedAt { get; }

    /// <summary>As in a list.</summary>
    public CountedJson Item { get; }

    /// <summary>As by itself, read by somebody who has not voted for them today. It says all that <see cref="Item"/> says.</summary>
    public CountedJson Detail { get; }

    /// <summary>Where they work, as far as it is known and shown.</summary>
    public MapPoint? Point { get; }

    /// <summary>Of the texts that are searched and nothing else.</summary>
    public long SearchStamp { get; }

    /// <param name="held">The same candidate as held so far; it stays when nothing changed.</param>
    public static PublicCandidate Of(ShownCandidate shown, PublicCandidate? held, JsonSerializerOptions options)
    {
        var (row, photos) = shown;
        var photoUrl = photos is [var first, ..] ? PhotoAddresses.Public(first, PhotoSize.Medium) : null;
        var detail = CountedJson.Of(
            new GetCandidate.Response(
                row.Id,
                row.Name,
                row.WorkUnit,
                row.Workplace,
                row.District,
                row.Trade,
                photoUrl,
                row.TipCount,
                0,
                row.PublishedAt,
                row.Story,
                [.. photos.Select(photo => PhotoAddresses.Public(photo, PhotoSize.Large))],
                VotedToday: false
            ),
            options
        );
        return held is not null && held.Detail.Stamp == detail.Stamp && held.Point == PointOf(row)
            ? held
            : new PublicCandidate(row, photoUrl, detail, options);
    }

    private static MapPoint? PointOf(PublishedCandidate row) =>
        row is { Latitude: { } latitude, Longitude: { } longitude }
            ? MapPoint.Rounded((double)latitude, (double)longitude)
            : null;
}
