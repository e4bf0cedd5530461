namespace Craftsman.Domain.Candidates;

/// <summary>The question whether a worker agrees to be named, put to whoever holds its code.</summary>
public sealed record Invitation
{
    public Guid Id { get; init; }
    public Guid CandidateId { get; init; }
    public InvitationState State { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    public Guid? AnsweredBy { get; init; }
}

public enum InvitationState
{
    /// <summary>Waits for the worker's answer.</summary>
    Open,

    /// <summary>Somebody accepted; staff have yet to check that it was the worker.</summary>
    AwaitingConfirmation,

    /// <summary>The worker accepted, and the consent counts.</summary>
    Accepted,

    Declined,

    /// <summary>A newer invitation took its place; its code opens nothing.</summary>
    Replaced,
}
