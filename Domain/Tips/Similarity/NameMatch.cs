namespace Craftsman.Domain.Tips.Similarity;

/// <summary>What two names have to do with each other.</summary>
public enum NameKinship
{
    /// <summary>Names of two people, or none at all.</summary>
    None,

    /// <summary>One of the two tells only a family or only a given name, which fits.</summary>
    Partial,

    /// <summary>Characters differ, and all that do look alike.</summary>
    LookAlike,

    /// <summary>Characters differ, and all that do sound alike.</summary>
    SoundAlike,

    Same,
}

/// <summary>Two names compared.</summary>
/// <param name="Strength">Within the kind, from 0 to 1.</param>
/// <param name="Words">What is said about it.</param>
public sealed record NameMatch(NameKinship Kind, double Strength, string Words)
{
    private const double OtherFamilySign = 0.4;
    private const double FurtherSign = 0.75;

    private static readonly NameMatch Nothing = new(NameKinship.None, 0, "姓名不同");

    /// <summary>
    /// A character that is neither the same, nor sounds nor looks like the other's, makes it another person: 建国 and 建华, father and
    /// son, are told apart by it however much else agrees.
    /// </summary>
    public static NameMatch Of(PersonName one, PersonName other)
    {
        if (!one.IsKnown || !other.IsKnown)
        {
            return Nothing;
        }

        if (one.Form != NameForm.Full || other.Form != NameForm.Full)
        {
            return OfPart(one, other);
        }

        if (one.Whole == other.Whole)
        {
            return new NameMatch(
                NameKinship.Same,
                1,
                one.AsWritten == other.AsWritten ? "姓名相同"
                    : one.HasTitle != other.HasTitle ? "姓名相同，称呼不同"
                    : "姓名相同，写法不同"
            );
        }

        return one.Whole.Length == other.Whole.Length && one.Family.Length == other.Family.Length
            ? OfSigns(one, other)
            : Nothing;
    }

    private static NameMatch OfSigns(PersonName one, PersonName other)
    {
        var strength = 1.0;
        var areAllHeard = true;
        var differing = 0;
        for (var at = 0; at < one.Whole.Length; at++)
        {
            var (mine, theirs) = (one.Whole[at], other.Whole[at]);
            if (mine == theirs)
            {
                continue;
            }

            differing++;
            if (Han.SoundAlike(mine, theirs))
            {
                strength *= 0.95;
            }
            else if (Han.Likeness(mine, theirs) is >= Han.LeastLikeness and var likeness)
            {
                areAllHeard = false;
                strength *= likeness;
            }
            else
            {
                return Nothing;
            }

            strength *= at < one.Family.Length ? OtherFamilySign : 1;
        }

        strength *= Math.Pow(FurtherSign, differing - 1);
        return areAllHeard
            ? new NameMatch(NameKinship.SoundAlike, strength, "同音姓名")
            : new NameMatch(NameKinship.LookAlike, strength, "形近姓名");
    }

    private static NameMatch OfPart(PersonName one, PersonName other)
    {
        if (one.Form == NameForm.FamilyOnly || other.Form == NameForm.FamilyOnly)
        {
            var isOneFamily = one.Family.Length > 0 && one.Family == other.Family;
            var areTwoGenerations = one.Generation is { } mine && other.Generation is { } theirs && mine != theirs;
            return isOneFamily && !areTwoGenerations ? new NameMatch(NameKinship.Partial, 0.3, "姓氏相同") : Nothing;
        }

        // 阿根 is the given name of 沈阿根, and what 沈根 may be called.
        return
            GivenOf(one) is { Length: > 0 } given && given == GivenOf(other)
            || one.Given == other.Whole
            || one.Whole == other.Given
            ? new NameMatch(NameKinship.Partial, 0.7, "名字相同")
            : Nothing;
    }

    private static string GivenOf(PersonName name) => name.Given.Length > 1 ? name.Given.TrimStart('阿') : name.Given;
}
