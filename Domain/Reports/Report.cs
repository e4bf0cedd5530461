namespace Craftsman.Domain.Reports;

/// <summary>What a citizen finds unfit about a candidate who is shown.</summary>
public sealed record Report
{
    public Guid Id { get; init; }
    public Guid CandidateId { get; init; }
    public ReportState State { get; init; }
}

public enum ReportState
{
    /// <summary>Nobody has decided yet.</summary>
    Received,
    Upheld,
    Dismissed,
}

public enum ReportReason
{
    Untrue,
    Indecent,
    Advertising,

    /// <summary>Something that is nobody's business, such as a phone number or a bystander.</summary>
    PrivateData,

    /// <summary>Against the law in another way.</summary>
    Unlawful,
    Other,
}

/// <summary>What is taken from the public in the act that upholds a report.</summary>
public enum TakenDown
{
    /// <summary>It has been put right already.</summary>
    Nothing,
    Story,

    /// <summary>One photo.</summary>
    Photo,

    /// <summary>All of the candidate; votes and tips stay.</summary>
    Candidate,
}
