using System.Runtime.InteropServices;

namespace Craftsman.Domain.Candidates;

/// <summary>A place on the map in gcj02, the system of WeChat's maps; in degrees with three decimals, about a hundred metres.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MapPoint
{
    private const int Decimals = 3;
    private const double EarthRadius = 6_371_000;

    private MapPoint(double latitude, double longitude) => (Latitude, Longitude) = (latitude, longitude);

    public double Latitude { get; }

    public double Longitude { get; }

    public static MapPoint Rounded(double latitude, double longitude) =>
        new(Math.Round(latitude, Decimals), Math.Round(longitude, Decimals));

    /// <summary>In metres, along a sphere; over a few kilometres that is right to half a per cent.</summary>
    public int DistanceTo(MapPoint other)
    {
        var (here, there) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var north = Math.Sin((there - here) / 2);
        var east = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        var half = (north * north) + (Math.Cos(here) * Math.Cos(there) * east * east);
        return (int)Math.Round(2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(half))));
    }
}
