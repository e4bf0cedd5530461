namespace Craftsman.Domain.Tips.Similarity;

/// <summary>What the names of two units have to do with each other.</summary>
public enum UnitKinship
{
    /// <summary>One of the two is not told.</summary>
    Unknown,

    /// <summary>Two units.</summary>
    Different,

    /// <summary>Two branches of one unit.</summary>
    OtherBranch,

    /// <summary>Something in common, which may be no more than the trade.</summary>
    Related,

    /// <summary>Nearly the same letters.</summary>
    Near,

    Abbreviation,
    Same,
}

/// <summary>Two units compared.</summary>
public sealed record UnitMatch(UnitKinship Kind, string Words)
{
    private const double NearEnough = 0.74;
    private const double Something = 0.5;
    private const int MostOfAnAbbreviation = 6;

    private static readonly UnitMatch Unknown = new(UnitKinship.Unknown, "单位未填");
    private static readonly UnitMatch Different = new(UnitKinship.Different, "单位不同");
    private static readonly UnitMatch Same = new(UnitKinship.Same, "单位相同");

    /// <param name="aliases">Names that one unit goes by.</param>
    public static UnitMatch Of(UnitName one, UnitName other, UnitAliases aliases)
    {
        if (!one.IsKnown || !other.IsKnown)
        {
            return Unknown;
        }

        if (one.Folded == other.Folded)
        {
            return Same;
        }

        var houses = OfHouses(one, other, aliases);
        if (houses.Kind <= UnitKinship.Related && (one.Inner != "") != (other.Inner != ""))
        {
            var inner =
                one.Inner == ""
                    ? OfHouses(one, UnitName.Of(other.Inner), aliases)
                    : OfHouses(UnitName.Of(one.Inner), other, aliases);
            houses = inner.Kind > UnitKinship.Related ? inner : houses;
        }

        if (houses.Kind <= UnitKinship.Related)
        {
            return houses;
        }

        if (one.Branch.Length > 0 && other.Branch.Length > 0 && !IsOneBranch(one.Branch, other.Branch))
        {
            return new UnitMatch(UnitKinship.OtherBranch, "同一单位的不同分支");
        }

        return one.Department != other.Department && houses.Kind == UnitKinship.Same
            ? houses with
            {
                Words = $"{houses.Words}，部门写法不同",
            }
            : houses;
    }

    private static UnitMatch OfHouses(UnitName one, UnitName other, UnitAliases aliases)
    {
        if (aliases.AreOne(one, other))
        {
            return new UnitMatch(UnitKinship.Same, "单位为同一单位的不同名称");
        }

        if (one.Stem.Length == 0 || other.Stem.Length == 0)
        {
            return Unknown;
        }

        if (AreNumberedApart(one, other) || AreInTwoPlaces(one, other))
        {
            return Different;
        }

        if (one.Stem == other.Stem)
        {
            // 浙江 and 杭州 before a word of trade are two houses; before a name proper they are one.
            return one.Region != other.Region && one.Region != "" && other.Region != "" && one.Proper.Length < 2
                ? new UnitMatch(UnitKinship.Related, "单位名称相近")
                : Same;
        }

        if (IsAbbreviation(one, other) || IsAbbreviation(other, one))
        {
            return new UnitMatch(UnitKinship.Abbreviation, "单位简称相同");
        }

        var likeness = LikenessOf(one.Stem, other.Stem);
        if (one.Proper.Length > 1 && other.Proper.Length > 1)
        {
            var proper = LikenessOf(one.Proper, other.Proper);
            var isInside =
                one.Proper.Contains(other.Proper, StringComparison.Ordinal)
                || other.Proper.Contains(one.Proper, StringComparison.Ordinal);
            return proper >= NearEnough && likeness >= Something ? new UnitMatch(UnitKinship.Near, "单位名称相近")
                : isInside ? new UnitMatch(UnitKinship.Abbreviation, "单位名称相互包含")
                : proper >= Something && likeness >= NearEnough ? new UnitMatch(UnitKinship.Related, "单位名称部分相同")
                : Different;
        }

        return likeness >= NearEnough ? new UnitMatch(UnitKinship.Near, "单位名称相近")
            : likeness >= Something ? new UnitMatch(UnitKinship.Related, "单位名称部分相同")
            : Different;
    }

    private static bool AreNumberedApart(UnitName one, UnitName other) =>
        one.Numbers != "" && other.Numbers != "" && one.Numbers != other.Numbers;

    private static bool AreInTwoPlaces(UnitName one, UnitName other) =>
        one.PlacesIn.Any() && other.PlacesIn.Any() && !one.PlacesIn.Intersect(other.PlacesIn).Any();

    private static bool IsOneBranch(string one, string other) =>
        one == other
        || (
            new string([.. one.Where(char.IsAsciiDigit)]) == new string([.. other.Where(char.IsAsciiDigit)])
            && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal))
        );

    /// <summary>
    /// The short name picks characters of the long one in their order and begins where it or its name proper begins: 杭钢 of 杭州钢铁,
    /// 解百 of 解放路百货. What it leaves out may not be a number that it could not do without.
    /// </summary>
    private static bool IsAbbreviation(UnitName brief, UnitName full)
    {
        if (brief.Stem.Length is < 2 or > MostOfAnAbbreviation || full.Stem.Length < 2)
        {
            return false;
        }

        var isOfRegion = brief.Stem[0] is '杭' or '浙' && full.Stem[0] != brief.Stem[0];
        var isRegionRight = brief.Stem[0] == '浙' ? full.Region is "浙江" : full.Region is "杭州" or "";
        if (isOfRegion && !isRegionRight)
        {
            return false;
        }

        var picked = isOfRegion ? brief.Stem[1..] : brief.Stem;
        return picked.Length > 0
            && picked.Length < full.Stem.Length
            && picked[0] == full.Stem[0]
            && (isOfRegion || picked.Length > 1)
            && IsPickedFrom(picked, full.Stem);
    }

    private static bool IsPickedFrom(string picked, string full)
    {
        var at = 0;
        foreach (var sign in full)
        {
            if (at < picked.Length && picked[at] == sign)
            {
                at++;
            }
        }

        return at == picked.Length;
    }

    private static double LikenessOf(string one, string other) =>
        1 - (Distance.BetweenWords(one, other) / Math.Max(one.Length, other.Length));
}
