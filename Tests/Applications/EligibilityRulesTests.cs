using Craftsman.Domain.Applications;

namespace Craftsman.Tests.Applications;

public sealed class EligibilityRulesTests
{
    /// <summary>The notice itself, 杭总工〔2016〕34号, section 三.</summary>
    private const string Notice = """
        三、基本要求及条件
        （一）“杭州工匠”的基本要求
        “杭州工匠”应具有中国国籍，必须是工会会员；热爱祖国、遵纪守法；有良好的职业道德，爱岗敬业，耐心、专注；工作精益求精、一丝不苟，严谨、专业；具有高超的技能水平、丰富的实践经验；勇于创新、甘于奉献，贡献特别突出。
        （二）认定条件
        “杭州工匠”须60周岁以下（有突出贡献的可不受年龄限制），在杭从事本专业技能工作不少于10年，目前仍在一线岗位上直接从事生产、技术、研发等工作，并符合下列条件之一：
        1、具有他人不可替代的绝技绝活，或创造了在同行业中公认的先进操作法，提高了劳动生产率、产品质量创造了同行业最高水平。
        2、在杭州特色、传统工艺等领域刻苦钻研技术，产品追求极致，在同行业、领域中具有较大影响力。
        3、在技术上有重大创造或革新，有得到国内领先的成果并取得重大经济或社会效益。
        4、获得世界技能大赛和国家级技能大赛的前3名，省技能大赛的第1名。（符合此条，不受工作年限的限制。）
        5、职业技能在同行业中处于拔尖水平，获得过市级职业技能大赛第1名。
        """;

    [Fact]
    public void Every_quotation_stands_in_the_notice_word_for_word()
    {
        Assert.All(EligibilityRules.Default, rule => Assert.Contains(rule.Quotation, Notice, StringComparison.Ordinal));
    }

    [Fact]
    public void A_condition_is_quoted_from_its_own_number()
    {
        Assert.All(
            EligibilityRules.Default.Where(rule => rule.ConditionNumber is not null),
            rule =>
            {
                Assert.Equal($"三(二){rule.ConditionNumber}", rule.Clause);
                Assert.Contains($"{rule.ConditionNumber}、{rule.Quotation}", Notice, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Ids_and_positions_are_unique_and_positions_run_from_one()
    {
        var rules = EligibilityRules.Default;

        Assert.Equal(rules.Count, rules.Select(rule => rule.RuleId).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, rules.Count), rules.Select(rule => rule.Position));
        Assert.Equal([1, 2, 3, 4, 5], rules.Select(rule => rule.ConditionNumber).OfType<int>());
    }

    [Fact]
    public void A_later_version_answers_from_its_first_day_and_the_earlier_one_until_then()
    {
        EligibilityRule[] both =
        [
            .. EligibilityRules.Default,
            .. EligibilityRules.Default.Select(rule =>
                rule with
                {
                    RuleVersion = 2,
                    EffectiveFrom = new DateOnly(2026, 3, 1),
                }
            ),
        ];

        Assert.All(EligibilityRules.InForce(both, new(2026, 2, 28)), rule => Assert.Equal(1, rule.RuleVersion));
        Assert.All(EligibilityRules.InForce(both, new(2026, 3, 1)), rule => Assert.Equal(2, rule.RuleVersion));
        Assert.Equal(EligibilityRules.Default.Count, EligibilityRules.InForce(both, new(2026, 3, 1)).Count);
        Assert.Empty(EligibilityRules.InForce(both, new(2016, 6, 19)));
    }
}
