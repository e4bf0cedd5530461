using Craftsman.Domain.Applications;

namespace Craftsman.Domain.Review;

/// <summary>What a reviewer found about one rule of 三, having seen the papers.</summary>
public enum CheckOutcome
{
    Met,

    /// <summary>Not met, and it need not be: outstanding contribution recognised, or a place in a contest proven (三(二)).</summary>
    Waived,
    NotMet,
}

/// <summary>A line of the checklist (五 资格审核: 对照申报条件和要求).</summary>
/// <param name="Note">What was seen; needed where the rule is not simply met.</param>
public sealed record RuleCheck(string RuleId, CheckOutcome Outcome, string? Note);

/// <summary>五(资格审核): the checklist has a line for each rule the form is judged by, and each must be settled before a case passes.</summary>
public static class ChecklistRules
{
    /// <summary>The rules that may be waived: the age by outstanding contribution, the years by condition 4.</summary>
    private static readonly string[] Waivable = [EligibilityRuleIds.Age, EligibilityRuleIds.YearsInTrade];

    /// <summary>The rules that have a line; the five conditions are judged within theirs.</summary>
    public static IEnumerable<EligibilityRule> Lines(IEnumerable<EligibilityRule> rules) =>
        rules.Where(rule => rule.ConditionNumber is null).OrderBy(rule => rule.Position);

    /// <summary>Lines as a reviewer sends them, all faults at once.</summary>
    public static Decision<RuleCheck[]> Accept(IReadOnlyList<EligibilityRule> rules, IReadOnlyList<RuleCheck> checks)
    {
        var known = Lines(rules).Select(rule => rule.RuleId).ToHashSet(StringComparer.Ordinal);
        var errors = new Dictionary<string, string[]>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (check, at) in checks.Select((check, at) => (check, at)))
        {
            if (!known.Contains(check.RuleId))
            {
                errors[$"items[{at}].ruleId"] = ["没有这一条规则。"];
            }
            else if (!seen.Add(check.RuleId))
            {
                errors[$"items[{at}].ruleId"] = ["同一条规则请只填写一次。"];
            }
            else if (check.Outcome == CheckOutcome.Waived && !Waivable.Contains(check.RuleId))
            {
                errors[$"items[{at}].outcome"] = ["通知没有说这一条可以不受限制。"];
            }
            else if (check.Outcome != CheckOutcome.Met && string.IsNullOrWhiteSpace(check.Note))
            {
                errors[$"items[{at}].note"] = ["请写明核对的情况。"];
            }
        }

        return errors.Count > 0 ? ReviewRefusals.ChecklistInvalid.About(errors) : checks.ToArray();
    }

    /// <summary>What the reviewers recognised of an outstanding contribution; null while they have not said.</summary>
    public static bool? IsContributionRecognised(IEnumerable<RuleCheck> checks) =>
        checks.FirstOrDefault(check => check.RuleId == EligibilityRuleIds.Age)?.Outcome switch
        {
            CheckOutcome.Waived => true,
            CheckOutcome.NotMet => false,
            _ => null,
        };

    /// <summary>
    /// What keeps a case from passing, or null. Papers that a program cannot read are the reviewers' word; but dates are computed, and no
    /// word lets somebody pass whom the rules refuse, or whose age is still in doubt.
    /// </summary>
    public static Refusal? Fault(
        IReadOnlyList<EligibilityRule> rules,
        IReadOnlyList<RuleCheck> checks,
        EligibilityResult eligibility
    )
    {
        var byRule = checks.ToDictionary(check => check.RuleId);
        EligibilityRule[] open = [.. Lines(rules).Where(rule => !byRule.ContainsKey(rule.RuleId))];
        if (open.Length > 0)
        {
            return ReviewRefusals.ChecklistIncomplete(open);
        }

        EligibilityRule[] notMet = [.. Lines(rules).Where(rule => byRule[rule.RuleId].Outcome == CheckOutcome.NotMet)];
        if (notMet.Length > 0)
        {
            return ReviewRefusals.ChecklistNotMet(notMet);
        }

        if (eligibility.Overall == EligibilityVerdict.Ineligible)
        {
            return ApplicationRefusals.NotEligible(eligibility);
        }

        return eligibility.Rules.Any(rule =>
            rule.RuleId == EligibilityRuleIds.Age && rule.Result == RuleOutcome.NeedsEvidence
        )
            ? ReviewRefusals.ChecklistIncomplete([.. Lines(rules).Where(rule => rule.RuleId == EligibilityRuleIds.Age)])
            : null;
    }

    /// <summary>The lines that a supplement asks about: what they were judged from may have changed, so they are checked again.</summary>
    public static IReadOnlyList<string> AskedAgain(Supplement supplement) =>
        [.. EligibilityRuleIds.All.Where(ruleId => EligibilityRuleIds.InputsOf(ruleId).Any(supplement.Allows))];
}
