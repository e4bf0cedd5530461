namespace Craftsman.Domain.Objections;

/// <summary>五(社会公示): who objects to what and when, and who says what becomes of it.</summary>
public static class ObjectionRules
{
    /// <summary>How many files come with an objection, and with what a disqualification is asked for.</summary>
    public const int MostFiles = 9;

    /// <summary>
    /// An objection in time is taken while the case is still in its notice. Of one that arrived before the end and the end itself the first to
    /// hold the entry is first.
    /// </summary>
    /// <param name="arrivedAt">When it arrived, however long it then waited.</param>
    public static Decision<ObjectedEntry> Send(ObjectedEntry? entry, DateTimeOffset arrivedAt) =>
        entry is null || arrivedAt < entry.OpensAt ? RequestRefusals.NotFound
        : arrivedAt >= entry.ClosesAt ? ObjectionRefusals.PeriodOver
        : !entry.IsNamed ? RequestRefusals.NotFound
        : !entry.IsInNotice ? ObjectionRefusals.PeriodOver
        : entry;

    /// <summary>
    /// Grants who examines it from now on. A colleague may take over; who reviewed the qualification of the same case may not (law 6).
    /// </summary>
    public static Decision<Guid> Acknowledge(Objection objection, int version, Guid staffId, bool hasReviewedCase) =>
        objection.Version != version ? RequestRefusals.VersionStale
        : objection.State is not (ObjectionState.Received or ObjectionState.Examining)
        || objection.ExaminerId == staffId
            ? ObjectionRefusals.NotWaiting
        : hasReviewedCase ? ObjectionRefusals.ReviewedByYou
        : staffId;

    /// <summary>Only who examines it decides, and not while another person has yet to decide on the disqualification that was asked for.</summary>
    public static Decision<Objection> Decide(
        Objection objection,
        int version,
        Guid staffId,
        bool isDisqualificationAsked
    ) =>
        objection.Version != version ? RequestRefusals.VersionStale
        : Examine(objection, staffId).IsRefused(out var refusal) ? refusal
        : isDisqualificationAsked ? ObjectionRefusals.DisqualificationAsked
        : objection;

    /// <summary>What only the examiner may do, such as reading who objects.</summary>
    public static Decision<Objection> Examine(Objection objection, Guid staffId) =>
        objection.State != ObjectionState.Examining ? ObjectionRefusals.NotExamined
        : objection.ExaminerId != staffId ? ObjectionRefusals.AnothersToExamine
        : objection;
}
