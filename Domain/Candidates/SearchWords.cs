using System.Text;

namespace Craftsman.Domain.Candidates;

/// <summary>
/// What a citizen searches for: words between spaces, each of which must stand in the name, the shown unit or workplace, or the story.
/// Capitals and full-width letters and digits are the same as small and half-width ones.
/// </summary>
public static class SearchWords
{
    /// <summary>One character would find half of all candidates.</summary>
    public const int LeastCharacters = 2;

    /// <summary>UTF-16 units.</summary>
    public const int Most = 40;

    private const char FirstFullWidth = '！';
    private const char LastFullWidth = '～';
    private const int FromFullWidth = '！' - '!';

    /// <summary>Whether it is long enough, short enough and without control characters.</summary>
    public static bool AreGood(string text) =>
        text.Length <= Most
        && PlainText.IsPlain(text, isLineBreakAllowed: false)
        && text.EnumerateRunes().Count(rune => !Rune.IsWhiteSpace(rune)) >= LeastCharacters;

    /// <summary>The words of a good text, folded. Where all are single characters, as in 王 五, they are one word.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.All(word => word.Length == 1))
        {
            words = [string.Concat(words)];
        }

        return
        [
            .. words
                .Select(word =>
                {
                    var folded = word.ToCharArray();
                    Fold(folded);
                    return new string(folded);
                })
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>Makes the text comparable with folded words, sign by sign.</summary>
    public static void Fold(Span<char> text)
    {
        foreach (ref var sign in text)
        {
            if (sign is >= FirstFullWidth and <= LastFullWidth)
            {
                sign = (char)(sign - FromFullWidth);
            }

            sign = char.ToLowerInvariant(sign);
        }
    }
}
