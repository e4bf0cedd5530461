namespace Craftsman.Domain.Tips;

/// <summary>What a citizen says about a worker (四(三)), without the contact.</summary>
/// <param name="WorkUnit">The employer; at least one of it and <paramref name="Workplace"/> is there.</param>
/// <param name="Workplace">Where to find somebody without an employer: a stall, a shop, a corner.</param>
/// <param name="ThanksName">By which name the tipster agreed to be thanked in public when the worker is recognised; null for who did not.</param>
public sealed record TipContent(
    string Name,
    string? WorkUnit,
    string? Workplace,
    string District,
    string Trade,
    string Story,
    string Relation,
    string? ThanksName = null
);

/// <summary>A tip as the rules see it, read under its lock.</summary>
public sealed record Tip
{
    public Guid Id { get; init; }
    public Guid CampaignId { get; init; }

    /// <summary>As stored; an expired claim is still Claimed here, so ask <c>StateAt</c>.</summary>
    public TipState State { get; init; }

    public string Name { get; init; } = "";
    public string? WorkUnit { get; init; }
    public string? Workplace { get; init; }
    public required string District { get; init; }

    /// <summary>Whom the tip is about, once that is verified.</summary>
    public Guid? CandidateId { get; init; }

    /// <summary>The latest question of a reviewer.</summary>
    public string? Question { get; init; }

    /// <summary>The citizen's answer to <see cref="Question"/>.</summary>
    public string? Answer { get; init; }

    /// <summary>Who holds the tip, or who asked while it waits for an answer.</summary>
    public Guid? ClaimedBy { get; init; }

    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>Who entered it for a citizen without WeChat; null for what a citizen sent.</summary>
    public Guid? EnteredBy { get; init; }

    public int Version { get; init; }

    public TipState StateAt(DateTimeOffset now) => StateAt(State, ClaimedUntil, Question, Answer, now);

    /// <summary>The state at an instant. Nothing runs when a claim expires: from that instant the tip simply waits again.</summary>
    public static TipState StateAt(
        TipState stored,
        DateTimeOffset? claimedUntil,
        string? question,
        string? answer,
        DateTimeOffset now
    ) => stored == TipState.Claimed && claimedUntil <= now ? Waiting(question, answer) : stored;

    /// <summary>What a tip that nobody holds waits for: the answer to an open question, else a reviewer.</summary>
    public static TipState Waiting(string? question, string? answer) =>
        question is not null && answer is null ? TipState.InfoRequested : TipState.Received;
}
