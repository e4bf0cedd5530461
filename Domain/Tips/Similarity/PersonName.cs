using System.Collections.Frozen;

namespace Craftsman.Domain.Tips.Similarity;

/// <summary>How much of a name somebody gave.</summary>
public enum NameForm
{
    /// <summary>Family and given name.</summary>
    Full,

    /// <summary>张师傅, 老张, 张工, 张某: anybody of the family.</summary>
    FamilyOnly,

    /// <summary>阿根, 建国师傅.</summary>
    GivenOnly,
}

/// <summary>A worker's name taken apart, in the characters it is compared in.</summary>
/// <param name="Family">Empty where only the given name was told.</param>
/// <param name="Given">Empty where only the family was told.</param>
/// <param name="Generation">老 or 小 before the family name: 老李 and 小李 are two people.</param>
/// <param name="HasTitle">A title or form of address stood beside the name.</param>
/// <param name="AsWritten">As it was typed.</param>
public sealed record PersonName(
    NameForm Form,
    string Family,
    string Given,
    char? Generation,
    bool HasTitle,
    string AsWritten
)
{
    private const int UsualLength = 3;

    /// <summary>By their last character, which few names end in; the longest first.</summary>
    private static readonly FrozenDictionary<char, string[]> Titles = Tables
        .Words("Titles.txt")
        .GroupBy(title => title[^1])
        .ToFrozenDictionary(titles => titles.Key, titles => titles.OrderByDescending(title => title.Length).ToArray());

    private static readonly string[] ShortTitles = ["姐", "哥", "叔", "伯", "姨", "嫂", "总", "工", "师", "导", "匠"];
    private static readonly string[] TitlesBefore = ["师傅", "劳模", "工匠", "技师", "大师"];
    private static readonly char[] Unnamed = ['某', 'x'];
    private static readonly FrozenSet<string> Families = Tables.Words("Surnames.txt").ToFrozenSet();

    public string Whole { get; } = Family + Given;

    /// <summary>Whether a name was told at all.</summary>
    public bool IsKnown => Whole.Length > 0;

    public static PersonName Of(string written)
    {
        var name = Han.Fold(WithoutBrackets(written).Replace('×', 'x').Replace('*', 'x'));
        var hasTitle = TryCutTitles(ref name);
        if (name.Length > 1 && name.Skip(1).All(sign => Array.IndexOf(Unnamed, sign) >= 0))
        {
            return new PersonName(NameForm.FamilyOnly, name[..1], "", null, hasTitle, written);
        }

        if (name.Length == 2 && (name[0] is '老' or '小' or '大') && IsFamily(name[1..]))
        {
            return new PersonName(NameForm.FamilyOnly, name[1..], "", name[0], true, written);
        }

        if ((name.Length is 2 or 3) && name[0] == '阿' && !name[1..].Contains('阿', StringComparison.Ordinal))
        {
            return new PersonName(NameForm.GivenOnly, "", name, null, hasTitle, written);
        }

        if (hasTitle && IsFamily(name))
        {
            return new PersonName(NameForm.FamilyOnly, name, "", null, true, written);
        }

        if (name.Length == 2 && hasTitle && !IsFamily(name[..1]))
        {
            return new PersonName(NameForm.GivenOnly, "", name, null, true, written);
        }

        var family = name.Length > 2 && IsFamily(name[..2]) ? name[..2] : name[..Math.Min(1, name.Length)];
        return new PersonName(NameForm.Full, family, name[family.Length..], null, hasTitle, written);
    }

    private static bool IsFamily(string text) => Families.Contains(text);

    /// <summary>Cuts titles from both ends as long as a name remains, and says whether there were any.</summary>
    private static bool TryCutTitles(ref string name)
    {
        var whole = name;
        while (
            whole.Length > 0
            && Titles.TryGetValue(whole[^1], out var titles)
            && Array.Find(
                titles,
                title => whole.Length > title.Length && whole.EndsWith(title, StringComparison.Ordinal)
            )
                is { } title
        )
        {
            whole = whole[..^title.Length];
        }

        while (
            TitlesBefore.FirstOrDefault(title =>
                whole.Length > title.Length + 1 && whole.StartsWith(title, StringComparison.Ordinal)
            )
                is { } title
        )
        {
            whole = whole[title.Length..];
        }

        // One character is a title behind a family name (李工, 王姐), or behind a whole name (李建国工); 李建工 is a name.
        var last = whole.Length > 1 ? whole[^1..] : "";
        if (
            ShortTitles.Contains(last)
            && (
                (whole.Length == 2 && IsFamily(whole[..1]))
                || (whole.Length > UsualLength && !IsFamily(whole[..2]))
                || (whole.Length == UsualLength && (whole[0] is '老' or '小') && IsFamily(whole[1..2]))
            )
        )
        {
            whole = whole[..^1];
        }

        var hasTitle = whole.Length < name.Length;
        name = whole;
        return hasTitle;
    }

    private static string WithoutBrackets(string written)
    {
        var at = written.IndexOfAny(['(', '（', '[', '【']);
        return at > 0 ? written[..at] : written;
    }
}
