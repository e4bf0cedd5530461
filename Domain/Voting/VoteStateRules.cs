namespace Craftsman.Domain.Voting;

/// <summary>What is done to votes that were cast. The names are the kinds of the ledger's entries.</summary>
public enum VoteChange
{
    /// <summary>暂扣.</summary>
    Quarantine,

    /// <summary>A vote set aside counts again.</summary>
    Restore,

    /// <summary>剔除: by two persons.</summary>
    Exclude,
}

/// <summary>What a vote's place in the tally depends on.</summary>
public sealed record VoteStanding(Guid Id, DateTimeOffset CastAt, VoteState State);

/// <summary>A vote that does not count because another of the same voter and day came first, seen from a tree that is about to be parted.</summary>
/// <param name="Voter">The voter key, as text.</param>
/// <param name="IsInBranch">It was cast for a candidate of the branch that leaves the tree.</param>
/// <param name="StandsInBranch">The vote that stands for it was.</param>
public sealed record ShadowedVote(
    Guid Id,
    string Voter,
    DateOnly Day,
    DateTimeOffset CastAt,
    bool IsInBranch,
    bool StandsInBranch
);

/// <summary>Which state a vote may take, and which of one voter's votes for one worker stands.</summary>
public static class VoteStateRules
{
    /// <summary>The state after the change; the same where the change is not for votes in this state.</summary>
    /// <remarks>One person restores what is set aside; what two persons excluded no single one brings back.</remarks>
    public static VoteState After(VoteState state, VoteChange change) =>
        (change, state) switch
        {
            (VoteChange.Quarantine, VoteState.Counted) => VoteState.Quarantined,
            (VoteChange.Restore, VoteState.Quarantined) => VoteState.Counted,
            (VoteChange.Exclude, VoteState.Counted or VoteState.Quarantined) => VoteState.Excluded,
            _ => state,
        };

    /// <summary>Of the votes of one voter, day and root the earliest Counted one stands; null when none is.</summary>
    public static Guid? Standing(IEnumerable<VoteStanding> votes) =>
        votes
            .Where(vote => vote.State == VoteState.Counted)
            .OrderBy(vote => vote.CastAt)
            .ThenBy(vote => vote.Id)
            .FirstOrDefault()
            ?.Id;

    /// <summary>
    /// Who stands again when a branch leaves the tree: on the side that loses the vote which stood for both, the earliest of each voter
    /// and day. On the other side nothing changes.
    /// </summary>
    public static IReadOnlySet<Guid> StandingAgain(IEnumerable<ShadowedVote> shadowed) =>
        shadowed
            .Where(vote => vote.IsInBranch != vote.StandsInBranch)
            .GroupBy(vote => (vote.Voter, vote.Day))
            .Select(same => same.OrderBy(vote => vote.CastAt).ThenBy(vote => vote.Id).First().Id)
            .ToHashSet();
}
