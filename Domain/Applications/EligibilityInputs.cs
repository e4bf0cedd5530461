namespace Craftsman.Domain.Applications;

/// <summary>
/// What the rules of 三 are judged from: these fields and no other are asked of a person. All may be absent, because the
/// check answers while a form is half filled; what is absent makes its rule NeedsEvidence, never Fail.
/// </summary>
public sealed record EligibilityInputs
{
    public DateOnly? BirthDate { get; init; }

    public bool? IsChineseNational { get; init; }

    public bool? IsUnionMember { get; init; }

    /// <summary>The applicant's declaration that they keep the law and that all they say is true (三(一), 九(三)).</summary>
    public bool? DeclaredTruthful { get; init; }

    public bool? IsFrontLine { get; init; }

    public DateOnly? InTradeInHangzhouSince { get; init; }

    /// <summary>Null: not asked yet. Empty: asked, and none claimed.</summary>
    public IReadOnlyList<ClaimedCondition>? Conditions { get; init; }

    /// <summary>Present when the applicant claims one; it matters only above the age bound.</summary>
    public OutstandingContribution? OutstandingContribution { get; init; }

    /// <summary>What staff decided about the claim, on record; null while nobody has.</summary>
    public bool? OutstandingContributionRecognised { get; init; }
}

/// <summary>One of the five conditions of 三(二), as the applicant claims it.</summary>
/// <param name="Number">1 to 5.</param>
/// <param name="Text">The applicant's account of it.</param>
/// <param name="Contest">For conditions about a contest: which, and the place won.</param>
/// <param name="HasFiles">Whether proof is attached.</param>
public sealed record ClaimedCondition(int Number, string? Text, ContestPlace? Contest = null, bool HasFiles = false);

/// <summary>A place won in a contest of skill; both parts may be missing while the form is half filled.</summary>
/// <param name="Rank">1 is the first place.</param>
public sealed record ContestPlace(ContestLevel? Level, int? Rank);

/// <summary>三(二)4 names 世界技能大赛, 国家级 and 省技能大赛; 三(二)5 names 市级职业技能大赛.</summary>
public enum ContestLevel
{
    World,
    National,
    Provincial,
    Municipal,
}

public static class ContestLevels
{
    /// <summary>The contest in the words of the notice.</summary>
    public static string InChinese(this ContestLevel level) =>
        level switch
        {
            ContestLevel.World => "世界技能大赛",
            ContestLevel.National => "国家级技能大赛",
            ContestLevel.Provincial => "省技能大赛",
            ContestLevel.Municipal => "市级职业技能大赛",
            _ => "大赛",
        };
}

/// <summary>三(二): 突出贡献, which may lift the age bound.</summary>
public sealed record OutstandingContribution(string? Text, bool HasFiles = false);
