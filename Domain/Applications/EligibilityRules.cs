namespace Craftsman.Domain.Applications;

/// <summary>The rules of the founding notice, 三, with the readings the campaign prints as its defaults.</summary>
public static class EligibilityRules
{
    /// <summary>The day of the notice.</summary>
    private static readonly DateOnly Issued = new(2016, 6, 20);

    /// <summary>Version 1: seeds a campaign's table. From then on the table is what answers.</summary>
    public static IReadOnlyList<EligibilityRule> Default { get; } =
    [
        Rule(1, EligibilityRuleIds.Nationality, "三(一)", "应具有中国国籍", "申报人应具有中国国籍。"),
        Rule(
            2,
            EligibilityRuleIds.UnionMember,
            "三(一)",
            "必须是工会会员",
            "申报人必须是工会会员。还没有入会的，可以先向所在单位或街道工会申请入会。"
        ),
        Rule(
            3,
            EligibilityRuleIds.LawfulAndTruthful,
            "三(一)",
            "热爱祖国、遵纪守法",
            "申报人应遵纪守法，并承诺所提交的材料真实；弄虚作假的，一经查实即取消申报资格。"
        ),
        Rule(
            4,
            EligibilityRuleIds.Age,
            "三(二)",
            "须60周岁以下（有突出贡献的可不受年龄限制）",
            "到资格计算日不超过60周岁（含60周岁）。有突出贡献的，经工作人员审核并记录决定，可以不受年龄限制。"
        ) with
        {
            Bound = 60,
            BoundIncluded = true,
            YearFull = YearFull.OnTheAnniversary,
            LeapDay = LeapDay.LastOfFebruary,
        },
        Rule(
            5,
            EligibilityRuleIds.YearsInTrade,
            "三(二)",
            "在杭从事本专业技能工作不少于10年",
            "到资格计算日，在杭州从事本专业技能工作满10年。符合条件4（大赛名次）的，不受工作年限限制。"
        ) with
        {
            Bound = 10,
            YearFull = YearFull.OnTheAnniversary,
            LeapDay = LeapDay.LastOfFebruary,
        },
        Rule(
            6,
            EligibilityRuleIds.FrontLine,
            "三(二)",
            "目前仍在一线岗位上直接从事生产、技术、研发等工作",
            "现在仍在一线岗位上，直接从事生产、技术、研发等工作。"
        ),
        Rule(
            7,
            EligibilityRuleIds.OneCondition,
            "三(二)",
            "并符合下列条件之一",
            "下面五项条件，符合其中任何一项即可。"
        ),
        Condition(
            1,
            "具有他人不可替代的绝技绝活，或创造了在同行业中公认的先进操作法",
            "有别人替代不了的绝技绝活，或创造了同行公认的先进操作法。"
        ),
        Condition(
            2,
            "在杭州特色、传统工艺等领域刻苦钻研技术，产品追求极致",
            "在杭州特色、传统工艺等领域潜心钻研，作品追求极致，在行业里有较大影响。"
        ),
        Condition(
            3,
            "在技术上有重大创造或革新",
            "在技术上有重大创造或革新，成果国内领先，并取得重大的经济效益或社会效益。"
        ),
        Condition(
            4,
            "获得世界技能大赛和国家级技能大赛的前3名，省技能大赛的第1名。（符合此条，不受工作年限的限制。）",
            "获得世界技能大赛或国家级技能大赛前3名，或省技能大赛第1名。符合这一项的，不受工作年限限制。"
        ) with
        {
            WaivesYears = true,
            WorldPlaces = 3,
            NationalPlaces = 3,
            ProvincialPlaces = 1,
        },
        Condition(
            5,
            "职业技能在同行业中处于拔尖水平，获得过市级职业技能大赛第1名",
            "职业技能在同行中拔尖，获得过市级职业技能大赛第1名。"
        ) with
        {
            MunicipalPlaces = 1,
        },
    ];

    /// <summary>Of all versions of a campaign's rules, the set in force on a day: the highest version whose first day has come.</summary>
    public static IReadOnlyList<EligibilityRule> InForce(IEnumerable<EligibilityRule> rules, DateOnly day)
    {
        var newest = rules
            .Where(rule => rule.EffectiveFrom <= day)
            .GroupBy(rule => rule.RuleVersion)
            .MaxBy(version => version.Key);

        return newest is null ? [] : [.. newest.OrderBy(rule => rule.Position)];
    }

    private static EligibilityRule Rule(int position, string id, string clause, string quotation, string text) =>
        new()
        {
            RuleId = id,
            RuleVersion = 1,
            EffectiveFrom = Issued,
            Clause = clause,
            Quotation = quotation,
            Text = text,
            Position = position,
        };

    private static EligibilityRule Condition(int number, string quotation, string text) =>
        Rule(7 + number, $"condition-{number}", $"三(二){number}", quotation, text) with
        {
            ConditionNumber = number,
        };
}
