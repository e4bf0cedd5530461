namespace Craftsman.Domain.Applications;

/// <summary>
/// 三: who may be recognised. The same rules, inputs and eligibility date always give the same answer, so a self-check,
/// a submitted application and a reviewer's screen can never disagree.
/// <para>
/// What a program can know and what it cannot: dates and places are computed; that a skill is unique (三(二)1), a product
/// influential (2) or an innovation major (3) is judged by people in the qualification and expert reviews. So a claim of 1 to 3
/// passes here when the applicant says what it is, and needs evidence while they have not. A place in a contest (4, 5) is a
/// plain fact that paper proves: without proof it needs evidence, however good the place.
/// </para>
/// </summary>
public static class Eligibility
{
    /// <param name="rules">One whole version, such as <see cref="EligibilityRules.InForce"/> gives.</param>
    /// <param name="eligibilityDate">The campaign's, in Hangzhou; never the day of asking.</param>
    public static EligibilityResult Evaluate(
        IReadOnlyList<EligibilityRule> rules,
        EligibilityInputs inputs,
        DateOnly eligibilityDate
    )
    {
        if (rules.Count == 0 || rules.Any(rule => rule.RuleVersion != rules[0].RuleVersion))
        {
            throw new ArgumentException("The rules judge as one whole version.", nameof(rules));
        }

        var ordered = rules.OrderBy(rule => rule.Position).ToArray();
        Standing[] claimed = [.. ordered.SelectMany(rule => ConditionClaims.For(rule, inputs.Conditions ?? []))];
        RuleResult[] results =
        [
            .. ordered
                .Where(rule => rule.ConditionNumber is null)
                .Select(rule => Judge(rule, inputs, claimed, eligibilityDate)),
        ];

        return new EligibilityResult(Overall(results), rules[0].RuleVersion, eligibilityDate, results);
    }

    private static EligibilityVerdict Overall(RuleResult[] results) =>
        results.Any(rule => rule.Result == RuleOutcome.Fail) ? EligibilityVerdict.Ineligible
        : results.Any(rule => rule.Result == RuleOutcome.NeedsEvidence) ? EligibilityVerdict.NeedsEvidence
        : EligibilityVerdict.Eligible;

    private static RuleResult Judge(
        EligibilityRule rule,
        EligibilityInputs inputs,
        Standing[] claimed,
        DateOnly eligibilityDate
    )
    {
        var standing = rule.RuleId switch
        {
            EligibilityRuleIds.Nationality => Stated(
                rule,
                inputs.IsChineseNational,
                missing: "请填写您是否具有中国国籍。",
                no: "“杭州工匠”须具有中国国籍；取得中国国籍后欢迎申报。"
            ),
            EligibilityRuleIds.UnionMember => Stated(
                rule,
                inputs.IsUnionMember,
                missing: "请填写您是否是工会会员。",
                no: "请先向所在单位或街道工会申请入会，成为工会会员后即可申报。"
            ),
            EligibilityRuleIds.LawfulAndTruthful => Stated(
                rule,
                inputs.DeclaredTruthful,
                missing: "请阅读并确认承诺：遵纪守法，所提交的材料真实。",
                no: "申报需要您确认承诺：遵纪守法，所提交的材料真实。"
            ),
            EligibilityRuleIds.FrontLine => Stated(
                rule,
                inputs.IsFrontLine,
                missing: "请填写您目前是否仍在一线岗位上工作。",
                no: "认定面向目前仍在一线岗位上直接从事生产、技术、研发等工作的人；回到一线岗位后欢迎申报。"
            ),
            EligibilityRuleIds.Age => Age(rule, inputs, eligibilityDate),
            EligibilityRuleIds.YearsInTrade => YearsInTrade(rule, inputs, claimed, eligibilityDate),
            EligibilityRuleIds.OneCondition => OneCondition(rule, inputs, claimed),
            _ => new Standing(rule, RuleOutcome.NeedsEvidence, "这一条由工作人员审核。"),
        };

        return new RuleResult(
            rule.RuleId,
            standing.Rule.Clause,
            standing.Rule.Quotation,
            standing.Outcome,
            standing.WouldChange,
            EligibilityRuleIds.InputsOf(rule.RuleId)
        );
    }

    private static Standing Stated(EligibilityRule rule, bool? stated, string missing, string no) =>
        stated switch
        {
            true => Standing.Pass(rule),
            false => new Standing(rule, RuleOutcome.Fail, no),
            null => new Standing(rule, RuleOutcome.NeedsEvidence, missing),
        };

    /// <summary>
    /// 三(二): at most sixty full years, unless the contribution is outstanding. Whether it is, staff decide on record; until
    /// then a claim keeps the question open, and no claim means no.
    /// </summary>
    private static Standing Age(EligibilityRule rule, EligibilityInputs inputs, DateOnly eligibilityDate)
    {
        const string recognised = "您的突出贡献已经认可，不受年龄限制。";

        if (inputs.BirthDate is not { } birthDate)
        {
            return inputs.OutstandingContributionRecognised == true
                ? new Standing(rule, RuleOutcome.Waived, recognised)
                : new Standing(rule, RuleOutcome.NeedsEvidence, "请填写出生日期。");
        }

        if (birthDate > eligibilityDate)
        {
            return new Standing(rule, RuleOutcome.NeedsEvidence, "出生日期晚于资格计算日，请核对。");
        }

        var age = Anniversaries.FullYears(birthDate, eligibilityDate, rule);
        var bound = Anniversaries.BoundOf(rule);

        if (age < bound || (age == bound && rule.BoundIncluded == true))
        {
            return Standing.Pass(rule);
        }

        var tooOld = $"到{Chinese(eligibilityDate)}您已满{age}周岁，超出了年龄范围。";

        return (inputs.OutstandingContributionRecognised, inputs.OutstandingContribution) switch
        {
            (true, _) => new Standing(rule, RuleOutcome.Waived, recognised),
            (false, _) => new Standing(
                rule,
                RuleOutcome.Fail,
                $"{tooOld}所报的突出贡献经审核未予认可；如有新的证明材料，请与工作人员联系。"
            ),
            (null, null) => new Standing(
                rule,
                RuleOutcome.Fail,
                $"{tooOld}如果您有突出贡献，请写明并附上证明材料，经审核认可后可以不受年龄限制。"
            ),
            (null, { } contribution) => new Standing(
                rule,
                RuleOutcome.NeedsEvidence,
                (string.IsNullOrWhiteSpace(contribution.Text), contribution.HasFiles) switch
                {
                    (true, _) => $"{tooOld}请写明您的突出贡献，并附上证明材料。",
                    (false, false) => $"{tooOld}请为您的突出贡献附上证明材料。",
                    (false, true) => $"{tooOld}您的突出贡献由工作人员审核，认可后不受年龄限制。",
                }
            ),
        };
    }

    /// <summary>
    /// 三(二): at least ten full years in Hangzhou in the trade, which 三(二)4 waives. While condition 4 lacks its proof, or
    /// the conditions have not been asked yet, too few years leave the question open.
    /// </summary>
    private static Standing YearsInTrade(
        EligibilityRule rule,
        EligibilityInputs inputs,
        Standing[] claimed,
        DateOnly eligibilityDate
    )
    {
        var waiver = claimed.Where(standing => standing.Rule.WaivesYears == true).MinBy(standing => standing.Order);
        var isWaived = waiver?.Outcome == RuleOutcome.Pass;

        if (inputs.InTradeInHangzhouSince is not { } since)
        {
            return isWaived
                ? new Standing(
                    rule,
                    RuleOutcome.Waived,
                    $"您符合条件{waiver!.Rule.ConditionNumber}，不受工作年限限制。"
                )
                : new Standing(rule, RuleOutcome.NeedsEvidence, "请填写您从哪一天起在杭州从事本专业技能工作。");
        }

        if (since < inputs.BirthDate)
        {
            return new Standing(rule, RuleOutcome.NeedsEvidence, "开始工作的日期早于出生日期，请核对。");
        }

        var years = Anniversaries.FullYears(since, eligibilityDate, rule);
        var bound = Anniversaries.BoundOf(rule);

        if (years >= bound)
        {
            return Standing.Pass(rule);
        }

        var tooFew = $"到{Chinese(eligibilityDate)}您在杭从事本专业满{Math.Max(years, 0)}年，不足{bound}年";

        if (isWaived)
        {
            return new Standing(
                rule,
                RuleOutcome.Waived,
                $"{tooFew}；因您符合条件{waiver!.Rule.ConditionNumber}，不受工作年限限制。"
            );
        }

        if (waiver?.Outcome == RuleOutcome.NeedsEvidence)
        {
            return new Standing(
                rule,
                RuleOutcome.NeedsEvidence,
                $"{tooFew}；您所报的条件{waiver.Rule.ConditionNumber}得到证明后，不受工作年限限制。"
            );
        }

        if (inputs.Conditions is null)
        {
            return new Standing(
                rule,
                RuleOutcome.NeedsEvidence,
                $"{tooFew}；如果获得过大赛名次，请填写，可以不受工作年限限制。"
            );
        }

        return new Standing(
            rule,
            RuleOutcome.Fail,
            Anniversaries.FullOn(since, bound, rule) is { } fullOn
                ? $"{tooFew}，到{Chinese(fullOn)}满{bound}年；获得条件4所列大赛名次的，不受工作年限限制。"
                : $"{tooFew}；请核对开始工作的日期。"
        );
    }

    /// <summary>
    /// 三(二): at least one of the five. The line carries the clause and words of the condition that decided: of those claimed,
    /// the one that stands best, the lower number among equals.
    /// </summary>
    private static Standing OneCondition(EligibilityRule rule, EligibilityInputs inputs, Standing[] claimed)
    {
        if (inputs.Conditions is null)
        {
            return new Standing(rule, RuleOutcome.NeedsEvidence, "请从五项条件中选择您符合的，并写明情况。");
        }

        return claimed.MinBy(standing => standing.Order)
            ?? new Standing(rule, RuleOutcome.Fail, "五项条件符合其中一项即可；请选择您符合的一项，并写明情况。");
    }

    internal static string Chinese(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}

/// <summary>How a rule stands, before it becomes a line of the answer; the rule may be a condition that answers for the group.</summary>
internal sealed record Standing(EligibilityRule Rule, RuleOutcome Outcome, string? WouldChange)
{
    /// <summary>Best first.</summary>
    public int Order =>
        Outcome switch
        {
            RuleOutcome.Pass => 0,
            RuleOutcome.NeedsEvidence => 1,
            _ => 2,
        };

    public static Standing Pass(EligibilityRule rule) => new(rule, RuleOutcome.Pass, null);
}
