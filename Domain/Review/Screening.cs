using Craftsman.Domain.Applications;

namespace Craftsman.Domain.Review;

/// <summary>Who screens before the municipal union decides (四(一), 层层推荐): the employer, then one of the unions above it.</summary>
public enum ScreeningLevel
{
    Employer,
    DistrictUnion,
    DevelopmentZone,
    IndustrialUnion,
}

/// <summary>A step of the screening as it was recorded.</summary>
/// <param name="IsRecommended">Whether they let the worker go on.</param>
public sealed record ScreeningStep(ScreeningLevel Level, bool IsRecommended);

/// <summary>What is still to be recorded.</summary>
public enum ScreeningNeed
{
    /// <summary>基层单位推荐.</summary>
    Employer,

    /// <summary>区县（市）、开发区（集聚区）或者产业工会筛选、审核.</summary>
    Union,
}

/// <summary>
/// 四(一): an employer recommends, and the union of its district, zone or industry screens. The notice asks this of channel Unit alone;
/// societies, citizens and workers come to the municipal union directly (四(二)–(四)), so for them a screening may be recorded and need not.
/// </summary>
public static class ScreeningRules
{
    public const string Clause = "四(一)";

    /// <summary>The levels in Chinese, for people.</summary>
    public static string InChinese(ScreeningLevel level) =>
        level switch
        {
            ScreeningLevel.Employer => "所在单位",
            ScreeningLevel.DistrictUnion => "区、县（市）总工会",
            ScreeningLevel.DevelopmentZone => "开发区（集聚区）总工会",
            _ => "产业工会",
        };

    /// <summary>Level by level: where the notice asks for both, the union screens who the employer recommended.</summary>
    /// <param name="endorsedBy">The level of the organization that filed the leading application, whose endorsement is its word.</param>
    /// <param name="before">What was recorded in this round, the earliest first.</param>
    public static Decision<ScreeningStep> Record(
        Channel leading,
        ScreeningLevel? endorsedBy,
        IReadOnlyList<ScreeningStep> before,
        ScreeningStep step
    ) =>
        leading == Channel.Unit
        && step.Level != ScreeningLevel.Employer
        && Missing(leading, endorsedBy, before).Contains(ScreeningNeed.Employer)
            ? ReviewRefusals.ScreeningOutOfOrder
            : step;

    /// <summary>What the screening lacks before the municipal union may let the case pass. The last word of a level is the one that counts.</summary>
    public static IReadOnlyList<ScreeningNeed> Missing(
        Channel leading,
        ScreeningLevel? endorsedBy,
        IReadOnlyList<ScreeningStep> steps
    )
    {
        if (leading != Channel.Unit)
        {
            return [];
        }

        ScreeningStep[] all = endorsedBy is { } level ? [new(level, true), .. steps] : [.. steps];
        var last = all.GroupBy(step => step.Level).Select(levels => levels.Last()).ToArray();
        bool Has(bool employer) =>
            last.Any(step => (step.Level == ScreeningLevel.Employer) == employer && step.IsRecommended);
        List<ScreeningNeed> missing = [];
        if (!Has(employer: true))
        {
            missing.Add(ScreeningNeed.Employer);
        }

        if (!Has(employer: false))
        {
            missing.Add(ScreeningNeed.Union);
        }

        return missing;
    }
}
