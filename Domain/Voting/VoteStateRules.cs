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
}
