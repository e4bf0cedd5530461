using System.Buffers;
using System.Globalization;
using System.Text;
using Craftsman.Api.Http;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Candidates;

namespace Craftsman.Api.Candidates;

public static class FindNearby
{
    private const int UsualRadius = 3000;

    /// <summary>Who is found and yet not shown is made up for by so many more.</summary>
    private const int Spare = 20;

    /// <param name="AsOf">When the votes were read.</param>
    /// <param name="Approximate">Nobody could say who is near: these are candidates of the nearest districts, those with most votes first.</param>
    public sealed record Response(DateTimeOffset AsOf, bool Approximate, IReadOnlyList<Item> Items);

    /// <param name="DistanceMeters">To the workplace, right to a hundred metres or so; where approximate, to the centre of the district.</param>
    public sealed record Item(
        Guid Id,
        string Name,
        string? WorkUnit,
        string? District,
        string Trade,
        string? PhotoUrl,
        int TipCount,
        int VoteCount,
        DateTimeOffset PublishedAt,
        int DistanceMeters
    );

    /// <summary>身边的人选</summary>
    /// <remarks>
    /// Published candidates whose workplace is known and shown, the nearest first. Anybody may ask. The position (gcj02) is rounded to about
    /// a hundred metres, used for this answer and forgotten.
    /// </remarks>
    internal static async Task<IResult> Handle(
        [Between(-NearbyRules.MostLatitude, NearbyRules.MostLatitude)] double? lat,
        [Between(-NearbyRules.MostLongitude, NearbyRules.MostLongitude)] double? lng,
        HttpContext context,
        PublicCopies copies,
        NearbyIndex nearby,
        PlacingCandidates placing,
        CancellationToken cancellationToken,
        [Between(NearbyRules.LeastRadius, NearbyRules.MostRadius)] int radius = UsualRadius,
        [Between(1, 50)] int limit = 20
    )
    {
        context.Response.Headers.CacheControl = "no-store";
        if (NearbyRules.From(lat, lng).IsRefused(out var refusal, out var from))
        {
            return Problems.From(refusal);
        }

        var copy = await copies.Current(cancellationToken);
        var near = await nearby.Find(copy.Campaign.Id, from, radius, limit + Spare);
        if (near is null || !placing.Has(copy))
        {
            placing.Ring();
        }

        return near is null
            ? Write(copy, isApproximate: true, AroundCentres(copy, from).Take(limit))
            : Write(copy, isApproximate: false, Near(copy, near, from, radius).Take(limit));
    }

    /// <summary>Redis may be a moment behind: who is shown, and where, the copy says.</summary>
    private static IEnumerable<(int Place, int Metres)> Near(
        PublicCopy copy,
        IReadOnlyList<Guid> ids,
        MapPoint from,
        int radius
    ) =>
        ids.Select(id => copy.Members.PlaceOf(id) is { } place && copy.Members.All[place].Id == id ? place : -1)
            .Where(place => place >= 0 && copy.Members.All[place].Point is not null)
            .Select(place => (place, Metres: from.DistanceTo(copy.Members.All[place].Point!.Value)))
            .Where(each => each.Metres <= radius)
            .OrderBy(each => each.Metres);

    private static IEnumerable<(int Place, int Metres)> AroundCentres(PublicCopy copy, MapPoint from) =>
        NearbyRules
            .DistrictsAround(from)
            .SelectMany(near =>
                copy.List(CandidateSort.Votes, near.District, null).Select(place => (place, near.Metres))
            );

    private static PublicJson Write(PublicCopy copy, bool isApproximate, IEnumerable<(int Place, int Metres)> items)
    {
        var body = new ArrayBufferWriter<byte>();
        body.Write("{\"asOf\":"u8);
        body.Write(copy.AsOfJson);
        body.Write(isApproximate ? ",\"approximate\":true,\"items\":["u8 : ",\"approximate\":false,\"items\":["u8);
        var isFirst = true;
        foreach (var (place, metres) in items)
        {
            if (!isFirst)
            {
                body.Write(","u8);
            }

            isFirst = false;
            var item = copy.Members.All[place].Item;
            var length = item.Write(copy.Votes[place], body.GetSpan(item.MostBytes));
            // Without the bracket that closes it.
            body.Advance(length - 1);
            body.Write(
                Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $",\"distanceMeters\":{metres}}}"))
            );
        }

        body.Write("]}"u8);
        return new PublicJson(body.WrittenMemory, null);
    }
}
