using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Candidates;

namespace Craftsman.Domain.Voting;

/// <summary>Who may vote for whom: one vote per citizen, worker and day in Hangzhou, and at most the campaign's quota a day.</summary>
public static class VotingRules
{
    /// <param name="arrivedAt">When the request arrived: the day and the closing are judged by it.</param>
    public static Decision<Vote> Cast(VotingFacts facts, DateTimeOffset arrivedAt)
    {
        if (!facts.Campaign.IsOpenAt(PhaseKind.Voting, arrivedAt))
        {
            return VotingRefusals.VotingClosed;
        }

        if (facts.IsPaused)
        {
            return VotingRefusals.VotingPaused;
        }

        if (facts.RootState != CandidateState.Published)
        {
            return VotingRefusals.CandidateNotOpen;
        }

        var day = ChinaDay.Of(arrivedAt);
        var quota = facts.Campaign.QuotaOn(day, QuotaKind.Votes);
        var left = Math.Max(0, quota - facts.VotesOfTheDay.Count);
        if (facts.VotesOfTheDay.FirstOrDefault(vote => vote.RootId == facts.RootId) is { } earlier)
        {
            return VotingRefusals.AlreadyVotedToday(earlier.Receipt, left);
        }

        return left == 0
            ? VotingRefusals.DailyQuotaUsed.With("votesLeftToday", 0)
            : new Vote(
                Guid.CreateVersion7(arrivedAt),
                facts.RootId,
                day,
                facts.VotesOfTheDay.Select(vote => vote.Slot).DefaultIfEmpty(0).Max() + 1,
                left - 1,
                arrivedAt
            );
    }
}
