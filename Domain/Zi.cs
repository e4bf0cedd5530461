using System.Globalization;
using System.Text;

namespace Craftsman.Domain;

/// <summary>
/// Counts 字 as a word processor does, for the bounds on what people write (the form's 600字以内).
/// <para>
/// One each: a Chinese character, kana, a hangul syllable, a full-width form, a CJK punctuation mark, an emoji sequence.
/// One together: a run of other visible characters up to the next space or the next thing that counts by itself.
/// None: spaces, line breaks, zero-width characters and marks that sit on the character before them; only the spaces end a run.
/// </para>
/// <para>
/// Everything is decided from code points in fixed ranges, never from a platform's idea of a grapheme: the mini program runs
/// the same steps in JavaScript engines of many ages, and both must answer the same. <c>words.json</c> of the contract binds the two.
/// </para>
/// </summary>
public static class Zi
{
    private const int ZeroWidthJoiner = 0x200D;
    private const int TextStyle = 0xFE0E;
    private const int EmojiStyle = 0xFE0F;
    private const int Keycap = 0x20E3;

    /// <summary>How many 字 a text has. A lone surrogate counts as the visible character U+FFFD.</summary>
    public static int Count(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        int[] points = [.. text.EnumerateRunes().Select(rune => rune.Value)];
        var count = 0;
        var inRun = false;

        for (var at = 0; at < points.Length; )
        {
            var rest = points.AsSpan(at);

            if (EmojiSequence(rest) is var length and > 0)
            {
                count++;
                inRun = false;
                at += length;
                continue;
            }

            at++;

            if (IsSpace(rest[0]))
            {
                inRun = false;
            }
            else if (IsUnseen(rest[0]))
            {
                // Neither counts nor ends a run: a zero-width space inside a word leaves it one word.
            }
            else if (CountsByItself(rest[0]) || (IsSharedMark(rest[0]) && !(inRun && ContinuesRun(rest[1..]))))
            {
                count++;
                inRun = false;
            }
            else
            {
                count += inRun ? 0 : 1;
                inRun = true;
            }
        }

        return count;
    }

    /// <summary>
    /// Marks that Chinese and Western writing share one code point for: · – — ― ‘ ’ “ ” ‥ … . They are Chinese punctuation,
    /// one each (“——” is two), unless a run goes on at both sides: “don’t” is one.
    /// </summary>
    private static bool IsSharedMark(int point) =>
        point is 0xB7 or (>= 0x2013 and <= 0x2015) or 0x2018 or 0x2019 or 0x201C or 0x201D or 0x2025 or 0x2026;

    private static bool ContinuesRun(ReadOnlySpan<int> rest) =>
        rest.Length > 0
        && EmojiSequence(rest) == 0
        && !IsSpace(rest[0])
        && !IsUnseen(rest[0])
        && !CountsByItself(rest[0])
        && !IsSharedMark(rest[0]);

    private static bool IsSpace(int point) => Rune.IsWhiteSpace(new Rune(point));

    /// <summary>
    /// What shows nothing of its own: combining marks, variation selectors, joiners, controls, tags, fillers, and the vowels
    /// and finals of hangul written in parts, which belong to the syllable their initial began.
    /// </summary>
    private static bool IsUnseen(int point) =>
        point
            is (>= 0x1160 and <= 0x11FF)
                or (>= 0xD7B0 and <= 0xD7FB)
                or 0x115F
                or 0x3164
                or 0xFFA0
                or (>= 0xE0000 and <= 0xE0FFF)
        || Rune.GetUnicodeCategory(new Rune(point))
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.Format
                or UnicodeCategory.Control;

    /// <summary>The wide scripts of East Asia with their punctuation; every half- and full-width form; ideographs of planes 2 and 3, assigned or not yet.</summary>
    private static bool CountsByItself(int point) =>
        point
            is (>= 0x1100 and <= 0x115E) // initials of hangul written in parts
                or (>= 0x2E80 and <= 0x303F) // radicals, description characters, CJK punctuation
                or (>= 0x3040 and <= 0xA4CF) // kana, bopomofo, letters of hangul, enclosed and squared, ideographs, Yi
                or (>= 0xA960 and <= 0xA97F) // further initials of hangul
                or (>= 0xAC00 and <= 0xD7A3) // hangul syllables
                or (>= 0xF900 and <= 0xFAFF) // compatibility ideographs
                or (>= 0xFE10 and <= 0xFE1F) // vertical forms
                or (>= 0xFE30 and <= 0xFE6F) // vertical and small forms
                or (>= 0xFF01 and <= 0xFFEE) // half- and full-width forms
                or (>= 0x16FE0 and <= 0x18DFF) // iteration marks, Tangut, Khitan
                or (>= 0x1AFF0 and <= 0x1B2FF) // further kana, Nüshu
                or (>= 0x1F200 and <= 0x1F2FF) // enclosed ideographs
                or (>= 0x20000 and <= 0x3FFFD);

    /// <summary>The length of the emoji sequence that begins here, or 0: a flag, a keycap, or elements joined by zero-width joiners.</summary>
    private static int EmojiSequence(ReadOnlySpan<int> points)
    {
        if (IsRegionalIndicator(points[0]))
        {
            return points.Length > 1 && IsRegionalIndicator(points[1]) ? 2 : 1;
        }

        if (points[0] is (>= '0' and <= '9') or '#' or '*')
        {
            var keycap = points.Length > 1 && points[1] == EmojiStyle ? 2 : 1;
            return points.Length > keycap && points[keycap] == Keycap ? keycap + 1 : 0;
        }

        var length = EmojiElement(points, joined: false);

        while (length > 0 && points.Length > length + 1 && points[length] == ZeroWidthJoiner)
        {
            var next = EmojiElement(points[(length + 1)..], joined: true);

            if (next == 0)
            {
                break;
            }

            length += 1 + next;
        }

        return length;
    }

    /// <summary>One picture with its style, skin tone and tags. Joined to one before it, a plain symbol such as ♀ or ⚕ is a picture too.</summary>
    private static int EmojiElement(ReadOnlySpan<int> points, bool joined)
    {
        var point = points[0];
        var next = points.Length > 1 ? points[1] : 0;
        var asked = next == EmojiStyle || IsSkinTone(next);
        var isPicture =
            (IsPicture(point) && next != TextStyle)
            || (joined && point is >= 0x2190 and <= 0x2BFF)
            || (asked && point > 0x7F && !IsSpace(point) && !IsUnseen(point) && !CountsByItself(point));

        if (!isPicture)
        {
            return 0;
        }

        var length = 1;

        while (
            length < points.Length
            && (
                points[length] == EmojiStyle
                || IsSkinTone(points[length])
                || points[length] is >= 0xE0020 and <= 0xE007F
            )
        )
        {
            length++;
        }

        return length;
    }

    private static bool IsRegionalIndicator(int point) => point is >= 0x1F1E6 and <= 0x1F1FF;

    private static bool IsSkinTone(int point) => point is >= 0x1F3FB and <= 0x1F3FF;

    /// <summary>What is drawn as a picture without being asked to: Unicode's Emoji_Presentation, in planes of pictures the whole block.</summary>
    private static bool IsPicture(int point) =>
        point
            is 0x231A
                or 0x231B
                or (>= 0x23E9 and <= 0x23EC)
                or 0x23F0
                or 0x23F3
                or 0x25FD
                or 0x25FE
                or 0x2614
                or 0x2615
                or (>= 0x2648 and <= 0x2653)
                or 0x267F
                or 0x2693
                or 0x26A1
                or 0x26AA
                or 0x26AB
                or 0x26BD
                or 0x26BE
                or 0x26C4
                or 0x26C5
                or 0x26CE
                or 0x26D4
                or 0x26EA
                or 0x26F2
                or 0x26F3
                or 0x26F5
                or 0x26FA
                or 0x26FD
                or 0x2705
                or 0x270A
                or 0x270B
                or 0x2728
                or 0x274C
                or 0x274E
                or (>= 0x2753 and <= 0x2755)
                or 0x2757
                or (>= 0x2795 and <= 0x2797)
                or 0x27B0
                or 0x27BF
                or 0x2B1B
                or 0x2B1C
                or 0x2B50
                or 0x2B55
                or (>= 0x1F000 and <= 0x1F0FF)
                or 0x1F18E
                or (>= 0x1F191 and <= 0x1F19A)
                or (>= 0x1F300 and <= 0x1F64F)
                or (>= 0x1F680 and <= 0x1F6FF)
                or (>= 0x1F7E0 and <= 0x1F7F0)
                or (>= 0x1F900 and <= 0x1FAFF);
}
