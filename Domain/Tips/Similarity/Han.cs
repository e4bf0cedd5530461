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

    /// <summary>By the character, for each pair of two texts' characters looks here.</summary>
    private static readonly Entry?[] Standard = new Entry?[char.MaxValue + 1];
    private static readonly FrozenDictionary<char, char> Variants;
    private static readonly FrozenDictionary<char, string> MixedUp;

    static Han()
    {
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
                Standard[parts[0][0]] = new Entry(
                    parts[1].Split(','),
                    parts[2],
                    parts[3],
                    int.Parse(parts[4], CultureInfo.InvariantCulture)
                );
            }
        }

        Variants = variants.ToFrozenDictionary();
        MixedUp = Tables
            .Lines("LookAlikes.txt")
            .SelectMany(line => line.Select(sign => (Sign: sign, Line: line)))
            .GroupBy(each => each.Sign, each => each.Line)
            .ToFrozenDictionary(group => group.Key, string.Concat);
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
        Standard[character]?.Readings ?? [character.ToString()];

    public static bool SoundAlike(char one, char other) =>
        one == other
        || (
            Standard[one] is { } mine
            && Standard[other] is { } theirs
            && mine.Readings.AsSpan().ContainsAny(theirs.Readings)
        );

    /// <summary>
    /// How much two characters look alike, from 0 to 1: half by the strokes of Cangjie, which names the components in their order, half by
    /// the four corners. Characters more than three strokes apart do not, nor those of which no corner agrees.
    /// </summary>
    public static double Likeness(char one, char other)
    {
        if (one == other || (MixedUp.TryGetValue(one, out var partners) && partners.Contains(other)))
        {
            return 1;
        }

        if (
            Standard[one] is not { } mine
            || Standard[other] is not { } theirs
            || mine.Cangjie == "-"
            || theirs.Cangjie == "-"
            || Math.Abs(mine.Strokes - theirs.Strokes) > MostStrokesApart
        )
        {
            return 0;
        }

        var corners = 0;
        for (var at = 0; at < Math.Min(mine.Corners.Length, theirs.Corners.Length); at++)
        {
            corners += mine.Corners[at] == theirs.Corners[at] ? 1 : 0;
        }

        if (corners == 0)
        {
            return 0;
        }

        var components =
            1 - (Distance.Between(mine.Cangjie, theirs.Cangjie) / Math.Max(mine.Cangjie.Length, theirs.Cangjie.Length));
        return (components + ((double)corners / CornerDigits)) / 2;
    }

    private sealed record Entry(string[] Readings, string Cangjie, string Corners, int Strokes);
}
