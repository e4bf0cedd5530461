using System.Text;

namespace Craftsman.Api.Applications;

/// <summary>A text as it fits a box of the form.</summary>
/// <param name="Size">Points.</param>
/// <param name="Pitch">From line to line, points.</param>
/// <param name="Lines">How many lines it takes at most.</param>
internal sealed record FittedText(IReadOnlyList<string> Paragraphs, double Size, double Pitch, int Lines);

/// <summary>
/// The size at which a text fits its box, for the form's boxes do not grow: each copy is one page, whatever was written. Widths are
/// estimated a little too wide, so that it fits with any Chinese font.
/// </summary>
internal static class TextFit
{
    private const double Step = 0.5;
    private const double Least = 5;

    /// <summary>An emoji or a letter of another script is seldom wider.</summary>
    private const double Widest = 1.3;

    /// <summary>The largest size from <paramref name="most"/> down. Where many short lines fit at no size, they are run together.</summary>
    /// <param name="width">Of the box, points; so is <paramref name="height"/>.</param>
    /// <param name="indent">Ems by which a paragraph begins further in.</param>
    public static FittedText Into(string text, double width, double height, double most, double indent = 0)
    {
        string[] paragraphs = [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
        return Fit(paragraphs, width, height, most, indent)
            ?? Fit([string.Join('\u3000', paragraphs)], width, height, most, indent)
            ?? new FittedText(
                [string.Join('\u3000', paragraphs)],
                Least,
                PitchOf(Least),
                (int)(height / PitchOf(Least))
            );
    }

    private static FittedText? Fit(string[] paragraphs, double width, double height, double most, double indent)
    {
        for (var size = most; size >= Least; size -= Step)
        {
            // A line may end early, for no line begins with a full stop.
            var ems = (width / size) - 1;
            var lines = paragraphs.Sum(paragraph => LinesOf(paragraph, ems, indent));
            if (lines * PitchOf(size) <= height)
            {
                return new FittedText(paragraphs, size, PitchOf(size), lines);
            }
        }

        return null;
    }

    private static double PitchOf(double size) => Math.Round(size * (size >= 10 ? 1.4 : 1.25), 1);

    private static int LinesOf(string paragraph, double ems, double indent)
    {
        var (lines, used, word) = (1, indent, 0d);
        foreach (var rune in paragraph.EnumerateRunes())
        {
            var wide = WidthOf(rune);
            var isOfWord = rune.Value < 0x2E80 && !Rune.IsWhiteSpace(rune);
            word = isOfWord ? word + wide : 0;
            used += wide;
            if (used <= ems)
            {
                continue;
            }

            lines++;
            // A word moves to the next line whole, unless it is longer than a line.
            used = isOfWord && word < ems ? word : wide;
            word = isOfWord ? used : 0;
        }

        return lines;
    }

    private static double WidthOf(Rune rune) =>
        rune.Value switch
        {
            < 0x80 when Rune.IsLower(rune) && rune.Value is not ('m' or 'w') => 0.56,
            < 0x80 when Rune.IsDigit(rune) || Rune.IsPunctuation(rune) || rune.Value == ' ' => 0.6,
            < 0x80 => 0.95,
            (>= 0x2E80 and <= 0xFFEF) or (>= 0x20000 and <= 0x3FFFD) => 1,
            _ => Widest,
        };
}
