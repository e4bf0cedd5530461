using System.Globalization;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Campaigns;

namespace Craftsman.Api.Applications;

/// <summary>The columns of a union's list, in the words of the 申报表, and how each is read.</summary>
internal static class ListColumns
{
    /// <summary>Header, the field it fills, and whether the list must have it.</summary>
    private static readonly (string Header, string Field, bool IsNeeded)[] All =
    [
        ("姓名", "name", true),
        ("出生日期", "birthDate", true),
        ("民族", "ethnicGroup", true),
        ("区县", "district", true),
        ("专业领域", "trade", true),
        ("职称（技能等级）", "titleOrSkillLevel", true),
        ("联系电话", "phone", false),
        ("手机", "mobile", true),
        ("联系地址", "address", true),
        ("工作单位", "workUnit", true),
        ("主要事迹简介", "deedsSummary", true),
        ("中国国籍", "isChineseNational", true),
        ("工会会员", "isUnionMember", true),
        ("一线岗位", "isFrontLine", true),
        ("在杭从业起始日期", "inTradeInHangzhouSince", true),
        ("认定条件", "conditions", true),
        ("条件说明", "conditions[0].text", true),
        ("大赛级别", "conditions[0].contest.level", false),
        ("大赛名次", "conditions[0].contest.rank", false),
        ("承诺材料真实", "declaredTruthful", true),
    ];

    private static readonly Dictionary<string, ContestLevel> Levels = new()
    {
        ["世界"] = ContestLevel.World,
        ["国家"] = ContestLevel.National,
        ["省"] = ContestLevel.Provincial,
        ["市"] = ContestLevel.Municipal,
    };

    /// <summary>Whether the headers are those of the template; their order does not matter.</summary>
    public static bool Fit(IReadOnlyCollection<string> headers) =>
        headers.All(header => All.Any(column => column.Header == header))
        && All.All(column => !column.IsNeeded || headers.Contains(column.Header));

    /// <summary>A row as a form, with what could not be read by field.</summary>
    public static FiledForm Read(SheetRow row, Campaign campaign, Dictionary<string, string[]> faults)
    {
        string? Text(string field) => row.Cells.GetValueOrDefault(All.Single(column => column.Field == field).Header);
        bool? Yes(string field) =>
            Text(field) switch
            {
                null => null,
                "是" => true,
                "否" => false,
                _ => Fault<bool?>(field, "请填写“是”或“否”。"),
            };
        DateOnly? Day(string field) =>
            Text(field) is not { } text
                ? null
                : DayOf(text) ?? Fault<DateOnly?>(field, "请填写日期，例如 1980-05-12。");
        T? Fault<T>(string field, string text)
        {
            faults[field] = [text];
            return default;
        }

        var (district, trade) = (Text("district"), Text("trade"));
        return new FiledForm
        {
            Name = Text("name"),
            BirthDate = Day("birthDate"),
            EthnicGroup = Text("ethnicGroup"),
            District = campaign.Districts.FirstOrDefault(each => each.Name == district)?.Code ?? district,
            Trade = campaign.Trades.FirstOrDefault(each => each.Name == trade)?.Code ?? trade,
            TitleOrSkillLevel = Text("titleOrSkillLevel"),
            Phone = Text("phone"),
            Mobile = Text("mobile"),
            Address = Text("address"),
            WorkUnit = Text("workUnit"),
            DeedsSummary = Text("deedsSummary"),
            IsChineseNational = Yes("isChineseNational"),
            IsUnionMember = Yes("isUnionMember"),
            IsFrontLine = Yes("isFrontLine"),
            InTradeInHangzhouSince = Day("inTradeInHangzhouSince"),
            Conditions = Condition(),
            DeclaredTruthful = Yes("declaredTruthful"),
        };

        IReadOnlyList<ApplicationForm.ConditionForm>? Condition()
        {
            if (Text("conditions") is not { } text)
            {
                return null;
            }

            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return Fault<IReadOnlyList<ApplicationForm.ConditionForm>>(
                    "conditions",
                    "请填写 1 至 5 中的一个数字。"
                );
            }

            return [new ApplicationForm.ConditionForm(number, Text("conditions[0].text"), Contest(), [])];
        }

        ApplicationForm.ContestForm? Contest()
        {
            const string level = "conditions[0].contest.level";
            const string rank = "conditions[0].contest.rank";
            if (Text(level) is null && Text(rank) is null)
            {
                return null;
            }

            ContestLevel? known = null;
            if (Text(level) is { } named)
            {
                known = Levels.TryGetValue(named, out var found)
                    ? found
                    : Fault<ContestLevel?>(level, "请填写世界、国家、省或者市。");
            }

            int? place = null;
            if (Text(rank) is { } told)
            {
                place =
                    int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var won)
                    && won is >= 1 and <= 1000
                        ? won
                        : Fault<int?>(rank, "请填写名次的数字。");
            }

            return new ApplicationForm.ContestForm(known, place);
        }
    }

    /// <summary>A day as people write it, or as the number of days that a spreadsheet keeps.</summary>
    private static DateOnly? DayOf(string text)
    {
        string[] formats = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];
        if (DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            && serial is > 60 and < 100_000
            ? new DateOnly(1899, 12, 30).AddDays(serial)
            : null;
    }
}
