using System.Text.RegularExpressions;
using Craftsman.Domain.Campaigns;

namespace Craftsman.Domain.Tips;

/// <summary>What staff write to a tipster, in which names in braces stand for what the tip says: {name}, {workUnit}, {district}.</summary>
public static partial class ReplyWords
{
    /// <summary>In UTF-16 units, as written and as filled in: as many as the thread keeps of a question.</summary>
    public const int Longest = 500;

    private static readonly string[] Known = ["name", "workUnit", "district"];

    /// <summary>The text as the tipster will read it. What the tip says is put in as it is; braces in it mean nothing.</summary>
    /// <param name="field">Where the text came from, for the refusal of one that cannot be filled in.</param>
    public static Decision<string> Fill(
        string text,
        string field,
        Campaign campaign,
        string name,
        string? workUnitOrPlace,
        string district
    )
    {
        if (Check(text, field).IsRefused(out var refusal, out var written))
        {
            return refusal;
        }

        var filled = Brace()
            .Replace(
                written,
                brace =>
                    brace.Groups["of"].Value switch
                    {
                        "name" => name,
                        "workUnit" => workUnitOrPlace ?? "",
                        _ => campaign.Districts.FirstOrDefault(known => known.Code == district)?.Name ?? "",
                    }
            );
        return filled.Length <= Longest
            ? filled
            : RequestRefusals.Malformed.About(field, $"代入姓名、单位后超过了 {Longest} 个字符，请缩短。");
    }

    /// <summary>A name in braces that we cannot fill in is refused, before a citizen reads it; grants the text without the spaces around it.</summary>
    public static Decision<string> Check(string text, string field)
    {
        var unknown = Brace().Matches(text).FirstOrDefault(brace => !Known.Contains(brace.Groups["of"].Value));
        return unknown is null
            ? text.Trim()
            : RequestRefusals.Malformed.About(
                field,
                $"没有 {unknown.Value} 这一项，可以写 {string.Join("、", Known.Select(known => $"{{{known}}}"))}。"
            );
    }

    [GeneratedRegex(
        @"\{(?<of>[A-Za-z]+)\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex Brace();
}
