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
                $"您填写的是{Chinese(level)}第{rank}名，未达到条件{claim.Number}。{rule.Text}"
            );
        }

        return claim.HasFiles
            ? Standing.Pass(rule)
            : new Standing(rule, RuleOutcome.NeedsEvidence, $"请上传{Chinese(level)}第{rank}名的获奖证书或其他证明。");
    }

    private static string Chinese(ContestLevel level) =>
        level switch
        {
            ContestLevel.World => "世界技能大赛",
            ContestLevel.National => "国家级技能大赛",
            ContestLevel.Provincial => "省技能大赛",
            ContestLevel.Municipal => "市级职业技能大赛",
            _ => "大赛",
        };
}
