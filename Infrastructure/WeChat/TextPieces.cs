namespace Craftsman.Infrastructure.WeChat;

/// <summary>Cuts text into pieces that msgSecCheck takes: at the ends of sentences where it can, overlapping, so that nothing hides on a cut.</summary>
internal static class TextPieces
{
    /// <summary>UTF-16 units, which are never fewer than the characters WeChat counts.</summary>
    internal const int Most = 2500;

    private const int Overlap = 100;
    private const string SentenceEnds = "。！？；….!?;\n";

    public static IEnumerable<string> Of(string content)
    {
        var start = 0;
        while (content.Length - start > Most)
        {
            var end = EndOf(content, start);
            yield return content[start..end];
            start = WholeSign(content, end - Overlap);
        }

        yield return content[start..];
    }

    /// <summary>Has the pieces checked one after the other; the worst verdict stands for the whole, and after a risky one none is asked for.</summary>
    public static async Task<WeChatAnswer<SafetyVerdict>> Worst(
        string content,
        Func<string, Task<WeChatAnswer<SafetyVerdict>>> check
    )
    {
        SafetyVerdict? worst = null;
        foreach (var piece in Of(content))
        {
            if ((await check(piece)).HasFailed(out var failure, out var verdict))
            {
                return failure;
            }

            worst = worst is null || verdict.Suggestion > worst.Suggestion ? verdict : worst;
            if (worst.Suggestion == SafetySuggestion.Risky)
            {
                break;
            }
        }

        return worst!;
    }

    /// <summary>After the last sentence of the second half, else wherever it is full.</summary>
    private static int EndOf(string content, int start)
    {
        var last = content.LastIndexOfAny([.. SentenceEnds], start + Most - 1, Most / 2);
        return last < 0 ? WholeSign(content, start + Most) : last + 1;
    }

    /// <summary>One unit earlier when the place lies between the halves of a surrogate pair.</summary>
    private static int WholeSign(string content, int place) =>
        char.IsLowSurrogate(content[place]) && char.IsHighSurrogate(content[place - 1]) ? place - 1 : place;
}
