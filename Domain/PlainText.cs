using System.Globalization;
using System.Text;

namespace Craftsman.Domain;

/// <summary>Text as people write it, without what only breaks programs.</summary>
public static class PlainText
{
    /// <summary>True when there are no control characters (line breaks and tabs only where allowed) and no lone surrogates.</summary>
    public static bool IsPlain(string text, bool isLineBreakAllowed)
    {
        for (var at = 0; at < text.Length; )
        {
            if (
                Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length)
                != System.Buffers.OperationStatus.Done
            )
            {
                return false;
            }

            var isBreak = rune.Value is '\n' or '\r' or '\t';
            if (
                isBreak
                    ? !isLineBreakAllowed
                    : Rune.GetUnicodeCategory(rune)
                        is UnicodeCategory.Control
                            or UnicodeCategory.LineSeparator
                            or UnicodeCategory.ParagraphSeparator
            )
            {
                return false;
            }

            at += length;
        }

        return true;
    }
}
