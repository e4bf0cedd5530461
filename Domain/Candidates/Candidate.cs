namespace Craftsman.Domain.Candidates;

/// <summary>One worker in one campaign, as staff and rules know them.</summary>
public sealed record Candidate
{
    /// <summary>Stands where the name of who said no, or nothing, was erased (law 7).</summary>
    public const string ErasedName = "（姓名已删除）";

    public Guid Id { get; init; }

    /// <summary>The root of the merge tree: the candidate itself while it is linked to nobody.</summary>
    public Guid RootId { get; init; }

    public Guid CampaignId { get; init; }
    public CandidateState State { get; init; }
    public required string Name { get; init; }
    public string? WorkUnit { get; init; }

    /// <summary>Where a worker without an employer works, such as a stall or a street corner.</summary>
    public string? Workplace { get; init; }

    /// <summary>Null while nobody has said in which district the worker works.</summary>
    public string? District { get; init; }

    public required string Trade { get; init; }

    /// <summary>What the public reads; written by staff from what the tips say.</summary>
    public string? Story { get; init; }

    public int Version { get; init; }

    /// <summary>While linked to a root the candidate is shown as that root and its own moves rest.</summary>
    public bool IsMerged => RootId != Id;

    public bool IsNameErased => Name == ErasedName;

    public bool WorksSomewhere => WorkUnit is not null || Workplace is not null;
}

/// <summary>What the worker put right when accepting; null where the record was right.</summary>
public sealed record Corrections(string? Name, string? WorkUnit, string? Workplace, string? Trade, string? District)
{
    /// <summary>Besides codes, the worker wrote something that the public may read.</summary>
    public bool HasWords => (Name ?? WorkUnit ?? Workplace) is not null;
}
