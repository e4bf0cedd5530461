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

    /// <summary>By who asked, with their account.</summary>
    Withdrawn,

    /// <summary>The offer was withdrawn.</summary>
    Cancelled,
}

/// <summary>八(二): an offer as a rule sees it, read under its lock.</summary>
/// <param name="Places">For how many; null where it is open to all.</param>
/// <param name="Confirmed">How many were confirmed.</param>
/// <param name="Stands">The recognition of who offers was not taken back.</param>
public sealed record OfferFacts(
    OfferState State,
    DateOnly ClosesOn,
    int? Places,
    int Confirmed,
    int Version,
    bool Stands
);

/// <summary>八(二): who may offer, ask and confirm.</summary>
public static class OfferRules
{
    /// <summary>How many days ahead an offer may close at most.</summary>
    public const int MostDays = 366;

    /// <summary>字 of the word that goes with a withdrawal, so that it fits with our own words around it.</summary>
    public const int LongestReason = 300;

    public static Refusal? Propose(DateOnly closesOn, DateOnly today) =>
        closesOn < today || closesOn > today.AddDays(MostDays)
            ? RequestRefusals.Malformed.About("closesOn", "截止日期应在今天至一年之内。")
            : null;

    public static Refusal? Decide(OfferFacts facts, int version, bool isApproved) =>
        facts.Version != version ? RequestRefusals.VersionStale
        : facts.State != OfferState.Proposed ? HonourRefusals.OfferDecided
        : isApproved && !facts.Stands ? HonourRefusals.Revoked
        : null;

    /// <summary>By who offers or by the union, also after somebody was confirmed.</summary>
    public static Refusal? Withdraw(OfferFacts facts, int version) =>
        facts.Version != version ? RequestRefusals.VersionStale
        : facts.State is not (OfferState.Proposed or OfferState.Approved) ? HonourRefusals.OfferDecided
        : null;

    /// <summary>What whoever asked reads when the offer is withdrawn.</summary>
    /// <param name="isByUnion">Else who offers took it back.</param>
    /// <param name="reason">Null where none was given.</param>
    public static string WordOfWithdrawal(bool isByUnion, string? reason) =>
        $"{(isByUnion ? "工会已取消这项安排" : "“杭州工匠”本人撤回了这项安排")}，您的报名随之取消。"
        + (reason is null ? "" : $"说明：{reason}");

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
        : isConfirmed && !facts.Stands ? HonourRefusals.Revoked
        : isConfirmed && facts.Confirmed >= facts.Places ? HonourRefusals.OfferFull
        : null;
}
