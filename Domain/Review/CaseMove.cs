namespace Craftsman.Domain.Review;

/// <summary>
/// Everything that can happen to a case, named after its route where it has one. Some moves change no stage: they record
/// a step or a mark that later moves ask for, and are legal only in their stage all the same.
/// </summary>
public enum CaseMove
{
    StartReview,

    /// <summary>A step of the screening by employer and district (层层推荐) is recorded.</summary>
    Screen,

    /// <summary>Lines of the checklist are written: what was found about each rule of 三.</summary>
    Check,
    Pass,
    Return,

    /// <summary>The applicant submits what was asked for; the route is the application's submit.</summary>
    Resubmit,
    Reject,

    /// <summary>The day for the supplement has passed; a job decides it, on record.</summary>
    LapseSupplement,

    /// <summary>Marks the case for the public notice.</summary>
    Shortlist,
    NotSelect,

    /// <summary>A public notice is opened, and its cases move there.</summary>
    OpenNotice,

    /// <summary>An objection is upheld: experts look again.</summary>
    UpholdToExpertReview,

    /// <summary>An objection is upheld: the case ends. (Upheld with Disqualified it is the first of the two persons of <see cref="Disqualify"/>, no move yet.)</summary>
    UpholdToRejected,
    EndNotice,

    /// <summary>The route decide, where the meeting said yes: the result is recorded and takes a place.</summary>
    DecideYes,

    /// <summary>The route decide, where the meeting said no.</summary>
    DecideNo,
    Recognise,

    /// <summary>Two persons: one asks, another decides, and the move is judged when it is decided.</summary>
    Disqualify,
    Revoke,

    /// <summary>The applicant withdraws, or their consent or account goes, and nobody joined can lead.</summary>
    Withdraw,

    /// <summary>The leading application is withdrawn and the earliest joined one leads from now on.</summary>
    ReplaceLeader,
}
