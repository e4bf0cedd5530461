namespace Craftsman.Domain.Honours;

/// <summary>八(二): what a laureate offers.</summary>
public enum OfferKind
{
    /// <summary>带徒.</summary>
    Apprentices,

    /// <summary>交流、展示技艺.</summary>
    Session,
}

/// <summary>Shown while Approved.</summary>
public enum OfferState
{
    Proposed,
    Approved,
    Refused,
    Withdrawn,
}

public enum OfferRequestState
{
    Received,
    Confirmed,
    Declined,
    Withdrawn,
}

/// <summary>八(二): an offer as a rule sees it, read under its lock.</summary>
/// <param name="Places">For how many; null where it is open to all.</param>
/// <param name="Confirmed">How many were confirmed.</param>
public sealed record OfferFacts(OfferState State, DateOnly ClosesOn, int? Places, int Confirmed, int Version);

/// <summary>八(二): who may offer, ask and confirm.</summary>
public static class OfferRules
{
    /// <summary>How many days ahead an offer may close at most.</summary>
    public const int MostDays = 366;

    public static Refusal? Propose(DateOnly closesOn, DateOnly today) =>
        closesOn < today || closesOn > today.AddDays(MostDays)
            ? RequestRefusals.Malformed.About("closesOn", "截止日期应在今天至一年之内。")
            : null;

    public static Refusal? Decide(OfferFacts facts, int version) =>
        facts.Version != version ? RequestRefusals.VersionStale
        : facts.State != OfferState.Proposed ? HonourRefusals.OfferDecided
        : null;

    /// <param name="isOwn">Who asks is who offers.</param>
    public static Refusal? Ask(OfferFacts facts, bool isOwn, DateOnly today) =>
        facts.State != OfferState.Approved ? RequestRefusals.NotFound
        : isOwn ? HonourRefusals.OwnOffer
        : today > facts.ClosesOn ? HonourRefusals.OfferClosed
        : facts.Confirmed >= facts.Places ? HonourRefusals.OfferFull
        : null;

    /// <param name="seen">Of the request.</param>
    public static Refusal? Answer(
        OfferFacts facts,
        OfferRequestState state,
        int requestVersion,
        int seen,
        bool isConfirmed
    ) =>
        requestVersion != seen ? RequestRefusals.VersionStale
        : state != OfferRequestState.Received ? HonourRefusals.OfferDecided
        : isConfirmed && facts.State != OfferState.Approved ? HonourRefusals.OfferClosed
        : isConfirmed && facts.Confirmed >= facts.Places ? HonourRefusals.OfferFull
        : null;
}
