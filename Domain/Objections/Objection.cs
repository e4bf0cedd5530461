namespace Craftsman.Domain.Objections;

/// <summary>五(社会公示): what somebody says against an entry of a notice, as it stands when it is held.</summary>
public sealed record Objection
{
    public Guid Id { get; init; }
    public Guid EntryId { get; init; }
    public Guid CaseId { get; init; }
    public ObjectionState State { get; init; }

    /// <summary>Who acknowledged it and examines it; null until then.</summary>
    public Guid? ExaminerId { get; init; }
    public int Version { get; init; }
}

public enum ObjectionState
{
    Received,
    Examining,
    Upheld,
    Dismissed,
}

/// <summary>How it came to us.</summary>
public enum ObjectionSource
{
    /// <summary>From the mini program.</summary>
    Online,

    /// <summary>Entered by staff, as is a letter.</summary>
    Phone,
    Letter,
}

/// <summary>What becomes of the case when an objection is upheld.</summary>
public enum ObjectionOutcome
{
    /// <summary>The experts look again.</summary>
    ExpertReview,
    Rejected,

    /// <summary>九(三): another person decides, and the objection is upheld only then.</summary>
    Disqualified,
}

/// <summary>The entry that somebody objects to, held so that the notice does not end for it meanwhile.</summary>
public sealed record ObjectedEntry
{
    public Guid EntryId { get; init; }

    /// <summary>The public sees the entry: nobody objects to who is not named.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The case is in its public notice: afterwards nothing holds it there.</summary>
    public bool IsInNotice { get; init; }
    public DateTimeOffset OpensAt { get; init; }
    public DateTimeOffset ClosesAt { get; init; }
}

/// <summary>Who objects by name.</summary>
public sealed record Objector(string Name, string Contact);
