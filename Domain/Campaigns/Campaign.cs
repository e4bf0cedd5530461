using Craftsman.Domain.Applications;

namespace Craftsman.Domain.Campaigns;

/// <summary>One edition of 寻找我身边的杭州工匠. Dates, quotas and rules are rows that staff can change; this is how they stood when read.</summary>
public sealed record Campaign
{
    public Guid Id { get; init; }
    public required string Name { get; init; }
    public int Edition { get; init; }

    /// <summary>The day in Hangzhou at which ages and years are computed (三).</summary>
    public DateOnly EligibilityDate { get; init; }

    /// <summary>How many may be recognised (二).</summary>
    public int Places { get; init; }

    /// <summary>Which text of the privacy policy citizens agree to now.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>How many days an invitation stays open.</summary>
    public int InvitationDays { get; init; }

    /// <summary>How many years after the last phase the records of the review are kept of citizens who deleted their account.</summary>
    public int RecordYears { get; init; }

    /// <summary>How many minutes a reviewer holds a claimed tip.</summary>
    public int TipClaimMinutes { get; init; }

    /// <summary>Within how many hours a tip that comes now is to be settled.</summary>
    public int TipTargetHours { get; init; }

    /// <summary>How many minutes a reviewer holds a claimed case.</summary>
    public int CaseClaimMinutes { get; init; }

    /// <summary>By how many days after a case came to its stage a reviewer should have acted.</summary>
    public int CaseReviewDays { get; init; }

    /// <summary>How the review's later stages are run (五, 七).</summary>
    public ReviewTerms Terms { get; init; } = ReviewTerms.Usual;

    public IReadOnlyList<Phase> Phases { get; init; } = [];
    public IReadOnlyList<Quota> Quotas { get; init; } = [];
    public IReadOnlyList<District> Districts { get; init; } = [];
    public IReadOnlyList<Trade> Trades { get; init; } = [];

    /// <summary>All versions of the rules of 三; <see cref="EligibilityRules.InForce"/> picks the one that answers on a day.</summary>
    public IReadOnlyList<EligibilityRule> Rules { get; init; } = [];

    public bool IsOpenAt(PhaseKind kind, DateTimeOffset instant) =>
        Phases.FirstOrDefault(phase => phase.Kind == kind) is { } phase && phase.Contains(instant);

    /// <summary>How many a citizen may send on a day. A changed quota holds from the next day, so the latest row not after the day counts; none at all is a quota of zero.</summary>
    public int QuotaOn(DateOnly day, QuotaKind kind) =>
        Quotas.Where(quota => quota.Kind == kind && quota.FromDay <= day).MaxBy(quota => quota.FromDay)?.PerDay ?? 0;

    public bool HasDistrict(string code) => Districts.Any(district => district.Code == code);

    public bool HasTrade(string code) => Trades.Any(trade => trade.Code == code);

    /// <summary>Which of the codes the campaign does not know, by the client's field names; null stands for a code that was not given.</summary>
    /// <param name="prefix">Where the two fields stand in the request, such as <c>newCandidate.</c>.</param>
    public IReadOnlyDictionary<string, string[]> UnknownCodes(string? district, string? trade, string prefix = "")
    {
        var errors = new Dictionary<string, string[]>();
        if (district is not null && !HasDistrict(district))
        {
            errors[$"{prefix}district"] = ["没有这个区县，请重新选择。"];
        }

        if (trade is not null && !HasTrade(trade))
        {
            errors[$"{prefix}trade"] = ["没有这个专业领域，请重新选择。"];
        }

        return errors;
    }
}

/// <summary>When something may be done; <paramref name="ClosesAt"/> is exclusive.</summary>
public sealed record Phase(PhaseKind Kind, DateTimeOffset OpensAt, DateTimeOffset ClosesAt)
{
    public bool Contains(DateTimeOffset instant) => OpensAt <= instant && instant < ClosesAt;
}

/// <summary>The phases of a campaign. The four channels close on days of their own (四; Unit by the end of September).</summary>
public enum PhaseKind
{
    Tips,
    Voting,
    UnitApplications,
    SocietyApplications,
    PublicTipApplications,
    SelfApplications,
    QualificationReview,
    ExpertReview,
    PublicNotice,
    LeadingGroupDecision,
}

/// <summary>How many of a kind a citizen may send a day, from a day on.</summary>
public sealed record Quota(QuotaKind Kind, DateOnly FromDay, int PerDay);

public enum QuotaKind
{
    Votes,
    Tips,
}

/// <summary>A district of Hangzhou, by GB/T 2260.</summary>
public sealed record District(string Code, string Name);

/// <summary>专业领域.</summary>
public sealed record Trade(string Code, string Name);
