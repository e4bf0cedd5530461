using Craftsman.Domain.PublicNotices;

namespace Craftsman.Domain.Review;

/// <summary>
/// What a move is judged by, read under the case's lock. The yes/no facts say no until somebody has read them, so a store
/// that forgets one refuses a move rather than allowing it.
/// </summary>
public sealed record CaseFacts
{
    public required Stage Stage { get; init; }

    public required int Version { get; init; }

    /// <summary>The candidate is merged with one whose case is further on, or older: this one rests until the merge is undone.</summary>
    public required bool IsResting { get; init; }

    /// <summary>For Pass: what screening and checklist lack; null while nobody has read it, which refuses.</summary>
    public ReviewReadiness? Readiness { get; init; }

    /// <summary>For Pass: WeChat passed what the applicants wrote, or staff say that it is fit (law 7).</summary>
    public bool IsContentFit { get; init; }

    /// <summary>For OpenNotice: the panel's secretary marked the case.</summary>
    public bool IsShortlisted { get; init; }

    /// <summary>For EndNotice: the working days of the case's public notice are over.</summary>
    public bool IsNoticeOver { get; init; }

    /// <summary>For EndNotice: in which of 报纸、电视、网络 the notice was not published; null while nobody has read it, which refuses.</summary>
    public IReadOnlyList<PublicationKind>? MissingPublications { get; init; }

    /// <summary>For EndNotice: every objection to the case's entry has been upheld or dismissed.</summary>
    public bool AreObjectionsSettled { get; init; }

    /// <summary>For Decide and Recognise: a meeting said yes, and the place is taken.</summary>
    public bool HasYes { get; init; }

    /// <summary>For DecideYes, read under the campaign's lock: fewer cases have a yes than the campaign has places (二).</summary>
    public bool HasPlaceLeft { get; init; }

    /// <summary>For LapseSupplement: <see cref="Supplement.IsOverdueOn"/>.</summary>
    public bool IsSupplementOverdue { get; init; }
}

/// <summary>How far the qualification review has come (四(一), 五).</summary>
/// <param name="ChecklistFault">Why the checklist keeps the case from passing; null when it does not.</param>
public sealed record ReviewReadiness(IReadOnlyList<ScreeningNeed> MissingScreenings, Refusal? ChecklistFault);

/// <summary>A move that was granted. The store writes it with who, when and why.</summary>
public sealed record CaseTransition(CaseMove Move, Stage From, Stage To, string? Clause)
{
    /// <summary>The candidate is unpublished in the same transaction; votes stay, new ones are refused.</summary>
    public bool UnpublishesCandidate => To is Stage.Disqualified or Stage.Revoked or Stage.Withdrawn;

    /// <summary>What the stage had gathered no longer counts: screening and checklist under a new leader, the short-list mark after an upheld objection.</summary>
    public bool BeginsStageAnew => Move is CaseMove.ReplaceLeader or CaseMove.UpholdToExpertReview;
}

/// <summary>五: one case, no stage skipped.</summary>
public static class CaseRules
{
    /// <param name="expectedVersion">What the caller last saw; null for moves that come with no picture of the case, such as a job's.</param>
    public static Decision<CaseTransition> Move(CaseFacts facts, CaseMove move, int? expectedVersion = null)
    {
        if (expectedVersion is { } expected && expected != facts.Version)
        {
            return RequestRefusals.VersionStale;
        }

        // Withdrawing is the applicant's word about themself, which a merge made by staff cannot take from them.
        if (facts.IsResting && move is not (CaseMove.Withdraw or CaseMove.ReplaceLeader))
        {
            return ReviewRefusals.CandidateMerged;
        }

        var rule = CaseMoves.Of(move);

        foreach (var step in rule.Steps)
        {
            if (step.From == facts.Stage)
            {
                return Missing(facts, move) is { } refusal
                    ? refusal
                    : new CaseTransition(move, step.From, step.To, rule.Clause);
            }
        }

        return facts.Stage.IsClosed()
            ? ReviewRefusals.CaseClosed(facts.Stage, rule)
            : ReviewRefusals.StageNotAllowed(facts.Stage, rule);
    }

    /// <summary>What a move asks for besides the stage.</summary>
    private static Refusal? Missing(CaseFacts facts, CaseMove move) =>
        move switch
        {
            CaseMove.Pass when !facts.IsContentFit => ReviewRefusals.ContentUndecided,
            CaseMove.Pass => NotReady(facts.Readiness),
            CaseMove.LapseSupplement when !facts.IsSupplementOverdue => ReviewRefusals.SupplementNotOverdue,
            CaseMove.OpenNotice when !facts.IsShortlisted => ReviewRefusals.NotShortlisted,
            CaseMove.EndNotice when !facts.IsNoticeOver => ReviewRefusals.NoticeNotOver,
            CaseMove.EndNotice when facts.MissingPublications is not [] => ReviewRefusals.NoticeNotPublished(
                facts.MissingPublications ?? Enum.GetValues<PublicationKind>()
            ),
            CaseMove.EndNotice when !facts.AreObjectionsSettled => ReviewRefusals.ObjectionOpen,
            CaseMove.DecideYes or CaseMove.DecideNo when facts.HasYes => ReviewRefusals.AlreadyDecided,
            CaseMove.DecideYes when !facts.HasPlaceLeft => ReviewRefusals.NoPlaceLeft,
            CaseMove.Recognise when !facts.HasYes => ReviewRefusals.NotDecided,
            _ => null,
        };

    private static Refusal? NotReady(ReviewReadiness? readiness) =>
        readiness switch
        {
            null => ReviewRefusals.ScreeningIncomplete([]),
            { MissingScreenings.Count: > 0 } => ReviewRefusals.ScreeningIncomplete(readiness.MissingScreenings),
            _ => readiness.ChecklistFault,
        };
}
