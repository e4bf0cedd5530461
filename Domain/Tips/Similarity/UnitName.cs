using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Craftsman.Domain.Tips.Similarity;

/// <summary>The name of a work unit taken apart.</summary>
/// <param name="Folded">All of it, as it is compared.</param>
/// <param name="Stem">What is left of it without region in front, form of company and department: 钢铁 of 杭州钢铁集团有限公司一车间.</param>
/// <param name="Region">浙江 or 杭州, when it stands in front; empty otherwise.</param>
/// <param name="Proper">The stem without words of trade: 天虹 of 天虹机械.</param>
/// <param name="Branch">Which of several branches: 第二分公司, 西湖支行. Empty when none is told.</param>
/// <param name="Department">Which part of the house: 一车间. Empty when none is told.</param>
/// <param name="Inner">A house inside of it that people name alone: 萧山发电厂 of 浙能电力股份有限公司萧山发电厂. Empty when there is none.</param>
public sealed record UnitName(
    string Folded,
    string Stem,
    string Region,
    string Proper,
    string Branch,
    string Department,
    string Inner
)
{
    private const string Digits = "〇一二三四五六七八九";

    public static readonly UnitName None = new("", "", "", "", "", "", "");

    private static readonly string[] Regions = ["浙江省", "杭州市", "浙江", "杭州"];

    /// <summary>Where the house ends and what is inside of it begins; the earlier ones are surer.</summary>
    private static readonly string[][] Heads =
    [
        ["有限责任公司", "股份有限公司", "有限公司", "集团公司", "总公司"],
        ["公司", "集团", "合作社"],
        ["总厂", "厂", "医院", "大学", "银行", "研究院", "设计院", "研究所", "学院", "中学", "小学", "学校", "幼儿园"],
    ];

    private static readonly string[] InnerHeads = ["公司", "厂", "医院", "研究院", "学院"];

    private static readonly string[] Forms =
    [
        "股份有限公司",
        "有限责任公司",
        "有限公司",
        "股份公司",
        "集团公司",
        "控股集团",
        "总公司",
        "公司",
        "集团",
        "控股",
        "股份",
        "有限",
        "总厂",
        "厂",
        "学校",
        "总店",
    ];

    private static readonly string[] BranchWords =
    [
        "分公司",
        "支公司",
        "子公司",
        "支行",
        "分行",
        "营业部",
        "营业厅",
        "营业所",
        "分理处",
        "门店",
        "分店",
        "店",
        "分厂",
        "分院",
        "院区",
        "校区",
        "分局",
        "供电所",
        "分部",
        "经营部",
        "办事处",
        "项目部",
        "分校",
        "分社",
        "分站",
    ];

    private static readonly string[] DepartmentWords =
    [
        "车间",
        "工段",
        "班组",
        "维修部",
        "生产部",
        "技术部",
        "质检部",
        "设备部",
        "工程部",
        "后勤部",
        "行政部",
        "销售部",
        "研发部",
        "客服部",
        "品质部",
        "保障部",
        "物流部",
        "餐饮部",
        "安保部",
        "运维部",
        "设备科",
        "动力科",
        "技术科",
        "检验科",
        "维修科",
        "保卫科",
        "后勤科",
        "总务科",
        "质检科",
        "机修班",
        "维修班",
        "电工班",
        "运维班",
        "抢修班",
        "检修班",
        "养护班",
        "机修组",
        "维修组",
        "电工组",
        "技术组",
        "实验室",
        "工作室",
        "门诊部",
        "住院部",
        "护理部",
        "后厨",
        "仓库",
        "食堂",
    ];

    private static readonly string[] Places =
    [
        "上城",
        "下城",
        "江干",
        "拱墅",
        "西湖",
        "滨江",
        "萧山",
        "余杭",
        "富阳",
        "临安",
        "临平",
        "钱塘",
        "桐庐",
        "淳安",
        "建德",
    ];

    private static readonly string[] TradeWords =
    [
        .. Tables.Words("Trades.txt").OrderByDescending(word => word.Length).ThenBy(word => word),
    ];

    /// <summary>Signs that say nothing about which unit it is.</summary>
    private static readonly FrozenSet<char> Everybodys =
        "杭州浙江市区县省中国第一二三四五六七八九0123456789".ToFrozenSet();

    public bool IsKnown => Folded.Length > 0;

    /// <summary>Numbers in the name of the house: the 1 of 市一医院. Houses of different numbers are different.</summary>
    public string Numbers => new([.. Stem.Where(char.IsAsciiDigit)]);

    public IEnumerable<string> PlacesIn => Places.Where(place => Stem.Contains(place, StringComparison.Ordinal));

    /// <summary>The characters that an abbreviation, a mistyped and a full name have in common, under which the unit is found.</summary>
    public IEnumerable<char> Marks => Stem.Where(sign => !Everybodys.Contains(sign)).Distinct();

    public static UnitName Of(string? written)
    {
        var folded = WithDigits(Han.Fold(written ?? ""));
        if (folded.Length == 0)
        {
            return None;
        }

        var (house, inside) = Split(folded);
        var region = "";
        if (house.StartsWith("中国", StringComparison.Ordinal) && house.Length > 3)
        {
            house = house[2..];
        }

        while (Regions.FirstOrDefault(known => house.StartsWith(known, StringComparison.Ordinal)) is { } front)
        {
            region = front[..2];
            house = house[front.Length..];
        }

        if (house.Length > 2 && house[0] is '市' or '省')
        {
            house = house[1..];
        }

        var stem = Without(house, Regions[2..]);
        foreach (var place in Places)
        {
            stem = stem.Replace($"{place}区", place, StringComparison.Ordinal)
                .Replace($"{place}县", place, StringComparison.Ordinal)
                .Replace($"{place}市", place, StringComparison.Ordinal);
        }

        stem = WithoutForms(stem);
        var isBranch = BranchWords.Any(word => inside.Contains(word, StringComparison.Ordinal));
        return new UnitName(
            folded,
            stem,
            region,
            Without(stem, TradeWords),
            isBranch ? Designation(inside) : "",
            isBranch ? "" : inside,
            !isBranch && inside.Length > 3 && InnerHeads.Any(head => inside.EndsWith(head, StringComparison.Ordinal))
                ? inside
                : ""
        );
    }

    /// <summary>第一 and 一 as 1, so that 第一人民医院 and 一院 have something in common; 十二 as 12.</summary>
    private static string WithDigits(string text)
    {
        var written = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var digit = Digits.IndexOf(text[at], StringComparison.Ordinal);
            var isNumber = digit > 0 || text[at] == '十';
            if (
                text[at] == '第'
                && at + 1 < text.Length
                && (Digits.Contains(text[at + 1]) || text[at + 1] == '十' || char.IsAsciiDigit(text[at + 1]))
            )
            {
                continue;
            }

            if (!isNumber)
            {
                written.Append(text[at]);
            }
            else if (text[at] == '十')
            {
                var isAfterDigit = written.Length > 0 && char.IsAsciiDigit(written[^1]);
                var isBeforeDigit = at + 1 < text.Length && Digits.IndexOf(text[at + 1], StringComparison.Ordinal) > 0;
                written.Append(isAfterDigit ? "" : "1").Append(isBeforeDigit ? "" : "0");
            }
            else
            {
                written.Append(digit.ToString(CultureInfo.InvariantCulture));
            }
        }

        return written.ToString();
    }

    private static (string House, string Inside) Split(string folded)
    {
        foreach (var heads in Heads)
        {
            var end = heads
                .Select(head => (head, at: EndOf(folded, head)))
                .Where(found => found.at > 0)
                .Select(found => found.at)
                .DefaultIfEmpty(0)
                .Min();
            if (end > 0)
            {
                return (folded[..end], folded[end..]);
            }
        }

        return SplitDepartment(folded);
    }

    /// <summary>Where a head ends for the first time with something before it, other than in 分公司, and behind the last of 附属 houses.</summary>
    private static int EndOf(string folded, string head)
    {
        var attached = folded.IndexOf("附属", StringComparison.Ordinal);
        var from = attached >= 0 && head != "厂" ? attached : 0;
        for (var at = folded.IndexOf(head, from, StringComparison.Ordinal); at >= 0; )
        {
            if (at > 1 && folded[at - 1] is not ('分' or '支' or '子'))
            {
                return at + head.Length;
            }

            at = folded.IndexOf(head, at + 1, StringComparison.Ordinal);
        }

        return 0;
    }

    /// <summary>
    /// A short name with a department or branch behind it, where nothing tells where the one ends: 杭氧1车间, 解百湖滨门店. What
    /// distinguishes them is a number, a road, or two characters.
    /// </summary>
    private static (string House, string Inside) SplitDepartment(string folded)
    {
        foreach (var word in BranchWords.Concat(DepartmentWords))
        {
            if (!folded.EndsWith(word, StringComparison.Ordinal))
            {
                continue;
            }

            var at = folded.Length - word.Length;
            var from = at;
            while (from > 0 && char.IsAsciiDigit(folded[from - 1]))
            {
                from--;
            }

            if (from == at && HasSeveral(word))
            {
                from -= at > 0 && folded[at - 1] is '路' or '街' ? 3 : 2;
            }

            // 理发店 is no branch of anything.
            if (from < 2 || (word == "店" && TradeWords.Contains(folded[from..at], StringComparer.Ordinal)))
            {
                from = HasSeveral(word) ? folded.Length : at;
            }

            return from < 2 ? (folded, "") : (folded[..from], folded[from..]);
        }

        return (folded, "");
    }

    /// <summary>Of these a house has several: 车间, and branches; there is one 维修部.</summary>
    private static bool HasSeveral(string word) =>
        word is "车间" or "工段" or "班组" || BranchWords.Contains(word, StringComparer.Ordinal);

    /// <summary>What distinguishes a branch, without the word for it and the regions that all have.</summary>
    private static string Designation(string inside)
    {
        var designation = Without(inside, Regions);
        foreach (var word in BranchWords)
        {
            designation = designation.Replace(word, "", StringComparison.Ordinal);
        }

        return Without(designation, DepartmentWords).TrimEnd('区', '县', '市');
    }

    private static string WithoutForms(string stem)
    {
        while (
            Forms.FirstOrDefault(form => stem.Length > form.Length && stem.EndsWith(form, StringComparison.Ordinal))
                is { } form
        )
        {
            stem = stem[..^form.Length];
        }

        // Inside as well: 公交集团第3汽车公司.
        return stem.Length > 4 ? Without(stem, ["有限责任公司", "股份有限公司", "有限公司", "集团"]) : stem;
    }

    private static string Without(string text, IEnumerable<string> words) =>
        words.Aggregate(text, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));
}
