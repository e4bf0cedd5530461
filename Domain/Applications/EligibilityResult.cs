namespace Craftsman.Domain.Applications;

/// <summary>Where a person stands by the rules of 三, rule by rule; stored with each decision that leaned on it.</summary>
/// <param name="RuleVersion">The version of the rules that answered.</param>
/// <param name="AsOfDay">The campaign's eligibility date: ages and years are computed on it, whatever day the question is asked.</param>
public sealed record EligibilityResult(
    EligibilityVerdict Overall,
    int RuleVersion,
    DateOnly AsOfDay,
    IReadOnlyList<RuleResult> Rules
);

/// <summary>The answer to one rule.</summary>
/// <param name="Clause">Of the rule; for the five conditions, of the one that decided.</param>
/// <param name="Quotation">The notice's own words at that clause.</param>
/// <param name="WouldChange">
/// In Chinese, what would change the answer or what it hangs on; null when it is Pass.
/// </param>
/// <param name="Inputs">The fields of the form it was judged from, by their names on the surface; the values are in the form alone.</param>
public sealed record RuleResult(
    string RuleId,
    string Clause,
    string Quotation,
    RuleOutcome Result,
    string? WouldChange,
    IReadOnlyList<string> Inputs
);

/// <summary>One Fail makes Ineligible; else one NeedsEvidence makes NeedsEvidence; else Eligible.</summary>
public enum EligibilityVerdict
{
    Eligible,
    Ineligible,
    NeedsEvidence,
}

public enum RuleOutcome
{
    Pass,
    Fail,

    /// <summary>Not met, and the notice itself says that it need not be.</summary>
    Waived,

    /// <summary>Cannot be answered from what was given: something is missing, unproven, or for staff to decide.</summary>
    NeedsEvidence,
}
