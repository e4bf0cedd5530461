namespace Craftsman.Domain.Voting;

/// <summary>A vote that may be cast. It keeps its slot and its (voter, candidate, day) in every state it ever has.</summary>
/// <param name="CandidateId">The root of the tree that the citizen named.</param>
/// <param name="Day">The day in Hangzhou on which the request arrived.</param>
/// <param name="Slot">1 for the citizen's first vote of the day, at most the quota: a unique key over it keeps the quota when requests race.</param>
/// <param name="VotesLeft">How many votes the citizen has left on that day after this one.</param>
public sealed record Vote(Guid Id, Guid CandidateId, DateOnly Day, int Slot, int VotesLeft, DateTimeOffset CastAt);

/// <summary>What a vote counts for.</summary>
public enum VoteState
{
    Counted,

    /// <summary>暂扣: set aside under suspicion, may be restored.</summary>
    Quarantined,

    /// <summary>剔除: by two persons.</summary>
    Excluded,
}
