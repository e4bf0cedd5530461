using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Craftsman.Domain.Tips.Similarity;

/// <summary>
/// What is known of a character: how it is read, and how it is written. From Unicode's Unihan (<c>Han.txt</c>; <c>scripts/write-han-table.cs</c>
/// makes it), with a few look-alikes that people mix up and no code tells (<c>LookAlikes.txt</c>).
/// </summary>
public static class Han
{
    /// <summary>From here on two characters are taken for each other by who reads in haste; most pairs of one radical stay below.</summary>
    public const double LeastLikeness = 0.55;

    private const int CornerDigits = 4;
    private const int MostStrokesApart = 3;

    private static readonly FrozenDictionary<char, Entry> Standard;
    private static readonly FrozenDictionary<char, char> Variants;
    private static readonly FrozenSet<(char, char)> MixedUp;

    static Han()
    {
        var standard = new Dictionary<char, Entry>();
        var variants = new Dictionary<char, char>();
        foreach (var parts in Tables.Lines("Han.txt").Select(line => line.Split(' ')))
        {
            // The few beyond the basic plane are nobody's name here.
            if (parts[0].Length > 1 || (parts.Length == 2 && parts[1].Length > 1))
            {
                continue;
            }

            if (parts.Length == 2)
            {
                variants[parts[0][0]] = parts[1][0];
            }
            else
            {
                standard[parts[0][0]] = new Entry(
                    parts[1].Split(','),
                    parts[2],
                    parts[3],
                    int.Parse(parts[4], CultureInfo.InvariantCulture)
                );
            }
        }

        Standard = standard.ToFrozenDictionary();
        Variants = variants.ToFrozenDictionary();
        MixedUp = Tables
            .Lines("LookAlikes.txt")
            .SelectMany(line => line.SelectMany(_ => line, (one, other) => (one, other)))
            .Where(pair => pair.one != pair.other)
            .ToFrozenSet();
    }

    public static bool Is(char character) =>
        character is (>= '\u4e00' and <= '\u9fff') or (>= '\u3400' and <= '\u4dbf') or '〇';

    /// <summary>
    /// The text as it is compared: simplified and standard characters, full-width forms as plain ones, lower case, and without spaces,
    /// dots and other punctuation.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            var plain = sign switch
            {
                >= '\uff01' and <= '\uff5e' => (char)(sign - 0xfee0),
                _ => Variants.GetValueOrDefault(sign, sign),
            };
            if (char.IsLetterOrDigit(plain) || char.IsSurrogate(plain))
            {
                folded.Append(char.ToLowerInvariant(plain));
            }
        }

        return folded.ToString();
    }

    /// <summary>How it may be read, without tones; a character that is not in the table reads as itself.</summary>
    public static IReadOnlyList<string> ReadingsOf(char character) =>
        Standard.TryGetValue(character, out var entry) ? entry.Readings : [character.ToString()];

    public static bool SoundAlike(char one, char other) =>
        one == other
        || (
            Standard.TryGetValue(one, out var mine)
            && Standard.TryGetValue(other, out var theirs)
            && mine.Readings.Any(reading => theirs.Readings.Contains(reading, StringComparer.Ordinal))
        );

    /// <summary>
    /// How much two characters look alike, from 0 to 1: half by the strokes of Cangjie, which names the components in their order, half by
    /// the four corners. Characters more than three strokes apart do not.
    /// </summary>
    public static double Likeness(char one, char other)
    {
        if (one == other || MixedUp.Contains((one, other)))
        {
            return 1;
        }

        if (
            !Standard.TryGetValue(one, out var mine)
            || !Standard.TryGetValue(other, out var theirs)
            || mine.Cangjie == "-"
            || theirs.Cangjie == "-"
            || Math.Abs(mine.Strokes - theirs.Strokes) > MostStrokesApart
        )
        {
            return 0;
        }

        var components =
            1 - (Distance.Between(mine.Cangjie, theirs.Cangjie) / Math.Max(mine.Cangjie.Length, theirs.Cangjie.Length));
        var corners = mine.Corners.Zip(theirs.Corners).Count(pair => pair.First == pair.Second);
        return (components + ((double)corners / CornerDigits)) / 2;
    }

    private sealed record Entry(string[] Readings, string Cangjie, string Corners, int Strokes);
}
