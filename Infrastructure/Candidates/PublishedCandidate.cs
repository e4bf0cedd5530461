namespace Craftsman.Infrastructure.Candidates;

/// <summary>A candidate as the public sees them: work unit and workplace only where the worker agreed to show them.</summary>
public sealed record PublishedCandidate
{
    public Guid Id { get; init; }
    public string Name { get; init; } = "";
    public string? WorkUnit { get; init; }
    public string? Workplace { get; init; }
    public string? District { get; init; }
    public string Trade { get; init; } = "";

    /// <summary>Null unless the worker agreed to show the work unit; so is the longitude.</summary>
    public decimal? Latitude { get; init; }
    public decimal? Longitude { get; init; }
    public string? Story { get; init; }
    public int TipCount { get; init; }
    public int VoteCount { get; init; }
    public DateTimeOffset PublishedAt { get; init; }
}

/// <summary>The last row seen of the public list.</summary>
public sealed record CandidatePosition(Guid Id, DateTimeOffset PublishedAt, int VoteCount);
