using System.Collections.Concurrent;
using Craftsman.Domain.Candidates;

namespace Craftsman.Infrastructure.Voting;

/// <summary>The root of the tree a candidate is in, and whether it is open for votes, as they stand in one epoch of a campaign's fence.</summary>
internal sealed record VotedCandidate(Guid CampaignId, long Epoch, Guid RootId, CandidateState RootState);

/// <summary>
/// What the writers of this instance know of candidates. A copy is good for the epoch it was read in and never after, so nothing has to
/// be told to forget.
/// </summary>
internal sealed class VotedCandidates
{
    /// <summary>About 8 MB; more candidates than a city has.</summary>
    private const int Most = 200_000;

    private readonly ConcurrentDictionary<Guid, VotedCandidate> known = new();

    public VotedCandidate? Of(Guid candidateId, Guid campaignId, long epoch) =>
        known.TryGetValue(candidateId, out var candidate)
        && candidate.CampaignId == campaignId
        && candidate.Epoch == epoch
            ? candidate
            : null;

    public void Keep(Guid candidateId, VotedCandidate candidate)
    {
        if (known.Count >= Most)
        {
            known.Clear();
        }

        known[candidateId] = candidate;
    }
}
