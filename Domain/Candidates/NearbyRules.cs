namespace Craftsman.Domain.Candidates;

/// <summary>What may be asked about a neighbourhood, and what a workplace's position may be.</summary>
public static class NearbyRules
{
    /// <summary>Metres.</summary>
    public const int LeastRadius = 100;

    /// <summary>Metres: as far as one goes in the city to see somebody work.</summary>
    public const int MostRadius = 10_000;

    /// <summary>Degrees: one asks from anywhere on earth.</summary>
    public const double MostLatitude = 90;

    /// <summary>Degrees.</summary>
    public const double MostLongitude = 180;

    /// <summary>Metres between somebody and a district's centre, beyond which the district is no neighbourhood.</summary>
    public const int MostToCentre = 60_000;

    private const double South = 29.1;
    private const double North = 30.6;
    private const double West = 118.3;
    private const double East = 120.8;

    /// <summary>The centres of Hangzhou's districts (gcj02), where their governments are.</summary>
    public static readonly IReadOnlyDictionary<string, MapPoint> DistrictCentres = new Dictionary<string, MapPoint>
    {
        ["330102"] = MapPoint.Rounded(30.243, 120.169),
        ["330105"] = MapPoint.Rounded(30.319, 120.142),
        ["330106"] = MapPoint.Rounded(30.260, 120.130),
        ["330108"] = MapPoint.Rounded(30.208, 120.212),
        ["330109"] = MapPoint.Rounded(30.184, 120.264),
        ["330110"] = MapPoint.Rounded(30.274, 119.979),
        ["330111"] = MapPoint.Rounded(30.049, 119.960),
        ["330112"] = MapPoint.Rounded(30.234, 119.725),
        ["330113"] = MapPoint.Rounded(30.419, 120.299),
        ["330114"] = MapPoint.Rounded(30.323, 120.494),
        ["330122"] = MapPoint.Rounded(29.793, 119.691),
        ["330127"] = MapPoint.Rounded(29.609, 119.042),
        ["330182"] = MapPoint.Rounded(29.475, 119.281),
    };

    /// <summary>Where somebody asks from, which takes both numbers. It is rounded at once and used for this answer alone.</summary>
    public static Decision<MapPoint> From(double? latitude, double? longitude)
    {
        if (latitude is { } north && longitude is { } east)
        {
            return MapPoint.Rounded(north, east);
        }

        var missing = new Dictionary<string, string[]>();
        if (latitude is null)
        {
            missing["lat"] = ["请提供纬度。"];
        }

        if (longitude is null)
        {
            missing["lng"] = ["请提供经度。"];
        }

        return RequestRefusals.Malformed.About(missing);
    }

    /// <summary>Districts whose centres are near enough, the nearest first.</summary>
    public static IEnumerable<(string District, int Metres)> DistrictsAround(MapPoint from) =>
        DistrictCentres
            .Select(each => (District: each.Key, Metres: from.DistanceTo(each.Value)))
            .Where(each => each.Metres <= MostToCentre)
            .OrderBy(each => each.Metres);

    /// <summary>A workplace is in Hangzhou (三(二)); of a merged candidate the root's is shown.</summary>
    /// <param name="latitude">Null with the longitude takes the position away.</param>
    public static Decision<Position> Locate(Candidate candidate, int version, double? latitude, double? longitude)
    {
        if (candidate.Version != version)
        {
            return RequestRefusals.VersionStale;
        }

        if (candidate.IsMerged)
        {
            return CandidateRefusals.CandidateMerged;
        }

        if (latitude is null && longitude is null)
        {
            return new Position(null);
        }

        var errors = new Dictionary<string, string[]>();
        if (latitude is not (>= South and <= North))
        {
            errors["latitude"] = ["纬度不在杭州市范围内。"];
        }

        if (longitude is not (>= West and <= East))
        {
            errors["longitude"] = ["经度不在杭州市范围内。"];
        }

        return errors.Count > 0
            ? RequestRefusals.Malformed.About(errors)
            : new Position(MapPoint.Rounded(latitude!.Value, longitude!.Value));
    }

    /// <param name="Point">Null where none is known.</param>
    public sealed record Position(MapPoint? Point);
}
