using System.Reflection;
using System.Text.RegularExpressions;

namespace Craftsman.Tests.Review;

/// <summary>
/// Holds the names of the tests against the text of 杭总工〔2016〕34号: every clause of 三–五, 七 and 九(三) stands in a test's name, and so does
/// what it asks or gives. A name cites 三(二)4 as 三_二_4. What no program can know (良好的职业道德, 精益求精, 好中选优, 客观公正) has no test:
/// reviewers and experts judge it.
/// </summary>
public sealed partial class EveryClauseTests
{
    /// <summary>By clause the words of the notice that tests name; each stands in the text of its clause.</summary>
    private static readonly Dictionary<string, string[]> Clauses = new()
    {
        ["三(一)"] = ["中国国籍", "工会会员", "遵纪守法"],
        ["三(二)"] = ["60周岁以下", "有突出贡献的可不受年龄限制", "不少于10年", "一线岗位", "条件之一"],
        ["三(二)1"] = ["绝技绝活", "先进操作法"],
        ["三(二)2"] = ["杭州特色", "传统工艺"],
        ["三(二)3"] = ["重大创造或革新"],
        ["三(二)4"] = ["前3名", "第1名", "不受工作年限的限制"],
        ["三(二)5"] = ["市级职业技能大赛第1名"],
        ["四(一)"] = ["单位推荐", "层层推荐", "9月底前"],
        ["四(二)"] = ["社团推荐"],
        ["四(三)"] = ["他人推荐"],
        ["四(四)"] = ["个人自荐"],
        ["五"] = ["四个环节"],
        ["五(资格审核)"] = ["对照申报条件和要求"],
        ["五(专家评审)"] = ["知名专家", "行业协会", "社会组织", "网络媒体"],
        ["五(社会公示)"] = ["报纸", "电视", "网络"],
        ["五(领导小组审定)"] = ["最终人选"],
        ["七"] =
        [
            "荣誉称号",
            "证书",
            "奖牌",
            "一次性奖励20000元",
            "对符合条件的",
            "杭州市五一劳动奖章",
            "优先",
            "疗休养",
        ],
        ["九(三)"] = ["真实性", "取消申报资格"],
    };

    public static TheoryData<string> EveryClause => [.. Clauses.Keys];

    [Fact]
    public void Every_clause_of_三_to_五_七_and_九_三_of_the_notice_is_in_the_table() =>
        Assert.Equal(
            Notice().Keys.Where(clause => clause[0] is '三' or '四' or '五' or '七' || clause == "九(三)").Order(),
            // 三 and 四 themselves are headings.
            Clauses.Keys.Concat(["三", "四"]).Order()
        );

    [Theory]
    [MemberData(nameof(EveryClause))]
    public void What_a_clause_asks_or_gives_stands_in_the_name_of_a_test(string clause)
    {
        var text = Notice()[clause];
        var cited = InName(clause);
        var names = Names().Where(name => cited.IsMatch(name)).ToList();

        Assert.All(Clauses[clause], words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.All(
            Clauses[clause],
            words => Assert.Contains(names, name => name.Contains(words, StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("三(二)1", "三_二_10_something", false)]
    [InlineData("三(二)", "三_二_4_前3名", false)]
    [InlineData("五", "五_专家评审_Something", false)]
    [InlineData("五", "五_四个环节_Something", true)]
    [InlineData("七", "十七_Something", false)]
    public void A_name_cites_the_clause_itself_and_no_other(string clause, string name, bool isCited) =>
        Assert.Equal(isCited, InName(clause).IsMatch(name));

    /// <summary>The clause as names cite it, and no clause below it.</summary>
    private static Regex InName(string clause)
    {
        var below = Clauses
            .Keys.Where(other => other != clause && other.StartsWith(clause, StringComparison.Ordinal))
            .Select(other => Written(other)[Written(clause).Length..]);
        return new Regex(
            $"(?<![^_]){Written(clause)}(?![^_])(?!(?:{string.Join('|', below.Append("$."))})(?![^_]))",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );
    }

    /// <summary>三(二)4 as 三_二_4.</summary>
    private static string Written(string clause) => OfTheNumber().Replace(clause, "_${number}_").TrimEnd('_');

    private static IEnumerable<string> Names() =>
        typeof(EveryClauseTests)
            .Assembly.GetTypes()
            .Where(type => type != typeof(EveryClauseTests))
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public))
            .Where(method => method.GetCustomAttributes<FactAttribute>().Any())
            .Select(method => method.Name);

    /// <summary>The text of the notice by clause; that of a section or part with all that is below it.</summary>
    private static Dictionary<string, string> Notice()
    {
        var clauses = new Dictionary<string, string>();
        var (section, part) = ("", "");
        foreach (
            var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Applications", "notice-2016-34.txt"))
                .TakeWhile(line => !line.StartsWith("附件：", StringComparison.Ordinal))
        )
        {
            if (OfASection().Match(line) is { Success: true } heading)
            {
                (section, part) = (heading.Groups["section"].Value, "");
            }
            else if (OfAPart().Match(line) is { Success: true } below && section != "")
            {
                part = $"{section}({below.Groups["part"].Value})";
            }

            var item =
                part != "" && OfAnItem().Match(line) is { Success: true } numbered
                    ? part + numbered.Groups["item"]
                    : "";
            foreach (var clause in ((string[])[section, part, item]).Where(clause => clause != ""))
            {
                clauses[clause] = clauses.GetValueOrDefault(clause) + line;
            }
        }

        return clauses;
    }

    [GeneratedRegex("^(?<section>[一二三四五六七八九])、", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfASection();

    /// <summary>（一） at the beginning of a line, or the name of a step of 五 with its full stop.</summary>
    [GeneratedRegex(
        "^（?(?<part>(?<=（)[一二三四](?=）)|(?<!（)[^（，。]{4,6}(?=。))",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OfAPart();

    [GeneratedRegex("^(?<item>[1-9])、", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfAnItem();

    [GeneratedRegex(@"\((?<number>.+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfTheNumber();
}
