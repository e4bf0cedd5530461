using System.Collections.Frozen;

namespace Craftsman.Domain.Applications;

/// <summary>
/// One requirement of the notice as dated data: staff can change its words, its bounds and the readings open to doubt
/// without a new release, and an answer stored with its <see cref="RuleVersion"/> can be explained for ever.
/// Which of the parameters below a rule uses is said at its id in <see cref="EligibilityRuleIds"/>; the others stay null.
/// </summary>
public sealed record EligibilityRule
{
    /// <summary>One of <see cref="EligibilityRuleIds"/>. An id the code does not know is answered NeedsEvidence: staff decide it.</summary>
    public required string RuleId { get; init; }

    /// <summary>Shared by all rules of one set; a changed set gets the next number.</summary>
    public required int RuleVersion { get; init; }

    /// <summary>The first Hangzhou day on which this version answers.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Where the notice says it, such as “三(二)4”.</summary>
    public required string Clause { get; init; }

    /// <summary>The notice's own words, unchanged.</summary>
    public required string Quotation { get; init; }

    /// <summary>What it means, in plain Chinese for citizens.</summary>
    public required string Text { get; init; }

    /// <summary>The order in which the rules are read and answered, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>Full years: the most (age) or the least (years in the trade).</summary>
    public int? Bound { get; init; }

    /// <summary>Whether “以下” includes its number. In law it does (民法典 1259).</summary>
    public bool? BoundIncluded { get; init; }

    /// <summary>When a year that began on a given day is full.</summary>
    public YearFull? YearFull { get; init; }

    /// <summary>Which day stands for 29 February in a common year.</summary>
    public LeapDay? LeapDay { get; init; }

    /// <summary>Which of the conditions 1 to 5 of 三(二) the rule is.</summary>
    public int? ConditionNumber { get; init; }

    /// <summary>三(二)4, in brackets: whoever meets this condition needs no years in the trade.</summary>
    public bool? WaivesYears { get; init; }

    /// <summary>The last place that meets the condition in a world contest (1 = only the first); null: no place does.</summary>
    public int? WorldPlaces { get; init; }

    /// <summary>The same for a national contest.</summary>
    public int? NationalPlaces { get; init; }

    /// <summary>The same for a provincial contest.</summary>
    public int? ProvincialPlaces { get; init; }

    /// <summary>The same for a municipal contest.</summary>
    public int? MunicipalPlaces { get; init; }

    /// <summary>True when the condition is about a place in a contest, which papers can prove.</summary>
    public bool IsAboutContests =>
        WorldPlaces is not null
        || NationalPlaces is not null
        || ProvincialPlaces is not null
        || MunicipalPlaces is not null;

    /// <summary>The last place of a contest of this level that meets the condition, if any does.</summary>
    public int? PlacesAt(ContestLevel level) =>
        level switch
        {
            ContestLevel.World => WorldPlaces,
            ContestLevel.National => NationalPlaces,
            ContestLevel.Provincial => ProvincialPlaces,
            ContestLevel.Municipal => MunicipalPlaces,
            _ => null,
        };
}

/// <summary>When a year is full: the notice does not say, the two readings differ by one day.</summary>
public enum YearFull
{
    /// <summary>On the anniversary itself: start + 10 years ≤ the day asked about.</summary>
    OnTheAnniversary,

    /// <summary>On the day after: the first day is not counted and the last must have passed (民法典 201, 202).</summary>
    TheDayAfter,
}

/// <summary>Which day is the anniversary of 29 February in a common year.</summary>
public enum LeapDay
{
    /// <summary>28 February: a month without the day ends the period on its last (民法典 202).</summary>
    LastOfFebruary,

    /// <summary>1 March: the year is not full before its 29 February would have been.</summary>
    FirstOfMarch,
}

/// <summary>The ids that the code knows how to judge. They are part of the contract and never change their meaning.</summary>
public static class EligibilityRuleIds
{
    public const string Nationality = "nationality";
    public const string UnionMember = "union-member";
    public const string LawfulAndTruthful = "lawful-and-truthful";

    /// <summary>Uses Bound, BoundIncluded, YearFull, LeapDay.</summary>
    public const string Age = "age";

    /// <summary>Uses Bound, YearFull, LeapDay: “不少于” leaves no doubt about its number.</summary>
    public const string YearsInTrade = "years-in-trade";
    public const string FrontLine = "front-line";

    /// <summary>“并符合下列条件之一”: judged from the rules that carry a ConditionNumber, which have no answer line of their own.</summary>
    public const string OneCondition = "one-condition";

    private static readonly FrozenDictionary<string, string[]> Inputs = new Dictionary<string, string[]>
    {
        [Nationality] = ["isChineseNational"],
        [UnionMember] = ["isUnionMember"],
        [LawfulAndTruthful] = ["declaredTruthful"],
        [Age] = ["birthDate", "outstandingContribution"],
        [YearsInTrade] = ["inTradeInHangzhouSince", "conditions"],
        [FrontLine] = ["isFrontLine"],
        [OneCondition] = ["conditions"],
    }.ToFrozenDictionary();

    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<string> All => Inputs.Keys;

    /// <summary>The fields of the form a rule is judged from, by their names on the surface; none for a rule the code does not know.</summary>
    public static IReadOnlyList<string> InputsOf(string ruleId) => Inputs.GetValueOrDefault(ruleId, []);
}
