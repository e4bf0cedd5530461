using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Candidates;

namespace Craftsman.Domain.Voting;

/// <summary>What has to be known to judge a vote, read while neither the candidate's links nor its state can change.</summary>
/// <param name="IsPaused">Whether staff have paused voting.</param>
/// <param name="RootId">The root of the tree that the named candidate is in.</param>
/// <param name="RootState">Whether the root is open for votes.</param>
/// <param name="VotesOfTheDay">All votes of the citizen on the day, in any state.</param>
public sealed record VotingFacts(
    Campaign Campaign,
    bool IsPaused,
    Guid RootId,
    CandidateState RootState,
    IReadOnlyList<VoteOfTheDay> VotesOfTheDay
);

/// <summary>A vote the citizen cast earlier on the same day.</summary>
/// <param name="RootId">The root of the tree that its candidate is in now.</param>
public sealed record VoteOfTheDay(Guid RootId, int Slot, string Receipt);
