using System.Globalization;
using System.Text;

namespace Craftsman.Domain.Messages;

/// <summary>
/// Values as a message template takes them. The letters of a key say the kind (<c>thing1</c> is a thing); WeChat refuses the whole
/// message for one value that is empty, too long, or not of its kind. Lengths are UTF-16 units, the narrowest reading.
/// </summary>
public static class TemplateValue
{
    private const char Ellipsis = '…';

    /// <summary>Kinds whose value would say something else when it is cut.</summary>
    private static readonly Dictionary<string, int> Whole = new()
    {
        ["number"] = 32,
        ["amount"] = 12,
        ["phone_number"] = 17,
        ["car_number"] = 8,
        ["symbol"] = 5,
        ["time"] = 40,
        ["date"] = 40,
    };

    /// <summary>Whether a key is of a kind we can fill: letters and a number, such as <c>character_string2</c>.</summary>
    public static bool IsKey(string key) =>
        KindOf(key) is var kind
        && kind.Length < key.Length
        && (Whole.ContainsKey(kind) || kind is "thing" or "name" or "phrase" or "letter" or "character_string");

    /// <summary>The text made fit for a key: one line, cut with an ellipsis inside the limit, no character split. Null when nothing fitting is left.</summary>
    public static string? Fit(string key, string text)
    {
        var line = OneLine(text);
        var kind = KindOf(key);
        var fitted = kind switch
        {
            "phrase" => Cut(Only(line, IsHan), 5, ellipsis: ""),
            "letter" => Cut(Only(line, rune => rune.IsAscii && Rune.IsLetter(rune)), 32, ellipsis: ""),
            "character_string" => Cut(Only(line, rune => rune.Value is >= ' ' and <= '~').Trim(), 32, ellipsis: "..."),
            // Mixed counts as Chinese.
            "name" => Cut(
                line,
                line.All(char.IsAscii) ? 20 : 10,
                ellipsis: line.All(char.IsAscii) ? "" : $"{Ellipsis}"
            ),
            "number" => line.All(sign => char.IsAsciiDigit(sign) || sign == '.') && line.Length <= Whole[kind]
                ? line
                : "",
            _ when Whole.TryGetValue(kind, out var most) => line.Length <= most ? line : "",
            _ => Cut(line, 20, $"{Ellipsis}"),
        };
        return fitted.Length == 0 ? null : fitted;
    }

    /// <summary>A moment on Hangzhou's clock, in the way of writing that the key's kind takes.</summary>
    public static string? Fit(string key, DateTimeOffset instant)
    {
        var format = KindOf(key) is "time" or "date" ? "yyyy年M月d日 HH:mm" : "yyyy-MM-dd HH:mm";
        return Fit(key, instant.ToOffset(ChinaDay.Offset).ToString(format, CultureInfo.InvariantCulture));
    }

    private static string KindOf(string key) => key.TrimEnd([.. "0123456789"]);

    /// <summary>Whatever breaks a line or controls something becomes a space, several become one, halves of surrogate pairs go.</summary>
    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            var isWhole =
                Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length)
                == System.Buffers.OperationStatus.Done;
            at += length;
            if (!isWhole)
            {
                continue;
            }

            if (!Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune))
            {
                line.Append(rune.ToString());
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    private static string Only(string text, Func<Rune, bool> isAllowed) =>
        string.Concat(text.EnumerateRunes().Where(isAllowed).Select(rune => rune.ToString()));

    private static bool IsHan(Rune rune) => rune.Value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF);

    private static string Cut(string text, int most, string ellipsis)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = 0;
        for (
            var next = 0;
            next <= most - ellipsis.Length;
            next += StringInfo.GetNextTextElementLength(text.AsSpan(next))
        )
        {
            end = next;
        }

        return text[..end].TrimEnd() + ellipsis;
    }
}
