namespace Craftsman.Domain.Applications;

/// <summary>三(二)1–5: how each claim stands by its own condition.</summary>
internal static class ConditionClaims
{
    /// <summary>All claims of this condition; none for a rule that is no condition. A number no rule carries is nobody's claim.</summary>
    public static IEnumerable<Standing> For(EligibilityRule rule, IEnumerable<ClaimedCondition> claims) =>
        claims.Where(claim => claim.Number == rule.ConditionNumber).Select(claim => Stand(rule, claim));

    private static Standing Stand(EligibilityRule rule, ClaimedCondition claim)
    {
        if (!rule.IsAboutContests)
        {
            return string.IsNullOrWhiteSpace(claim.Text)
                ? new Standing(rule, RuleOutcome.NeedsEvidence, $"请写明您符合条件{claim.Number}的具体情况。")
                : Standing.Pass(rule);
        }

        if (claim.Contest is not { Level: { } level, Rank: { } rank and >= 1 })
        {
            return new Standing(rule, RuleOutcome.NeedsEvidence, $"请填写条件{claim.Number}的大赛级别和名次。");
        }

        if (rule.PlacesAt(level) is not { } places || rank > places)
        {
            return new Standing(
                rule,
                RuleOutcome.Fail,
                $"您填写的是{level.InChinese()}第{rank}名，未达到条件{claim.Number}。{rule.Text}"
            );
        }

        return claim.HasFiles
            ? Standing.Pass(rule)
            : new Standing(
                rule,
                RuleOutcome.NeedsEvidence,
                $"请上传{level.InChinese()}第{rank}名的获奖证书或其他证明。"
            );
    }
}
