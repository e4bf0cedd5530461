namespace Craftsman.Domain.Approvals;

/// <summary>What one person asked for and another decides.</summary>
public sealed record Approval
{
    public Guid Id { get; init; }
    public Guid CampaignId { get; init; }
    public ApprovalKind Kind { get; init; }
    public string ReasonCode { get; init; } = "";
    public ApprovalState State { get; init; }
    public Guid AskedBy { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public DateTimeOffset LapsesAt { get; init; }
}

public enum ApprovalKind
{
    /// <summary>剔除 of votes.</summary>
    ExcludeVotes,

    /// <summary>九(三): 取消申报资格.</summary>
    DisqualifyCase,
}

public enum ApprovalState
{
    Waiting,
    Approved,
    Refused,
}
