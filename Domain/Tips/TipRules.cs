using Craftsman.Domain.Campaigns;
using Craftsman.Domain.ContentChecks;

namespace Craftsman.Domain.Tips;

/// <summary>What may happen to a tip: 他人推荐 by a citizen (四(三)), and its verification by staff.</summary>
public static class TipRules
{
    /// <summary>A tip may be sent while tips are open; grants how many the citizen may send on that day.</summary>
    public static Decision<int> Send(Campaign campaign, DateTimeOffset now) =>
        campaign.IsOpenAt(PhaseKind.Tips, now)
            ? campaign.QuotaOn(ChinaDay.Of(now), QuotaKind.Tips)
            : TipRefusals.TipsClosed;

    /// <summary>
    /// Staff may enter what came on paper on a day on which tips were open, also once they are closed; grants the day. Tips open and close
    /// at any hour, so a day with an open hour will do.
    /// </summary>
    public static Decision<DateOnly> Enter(Campaign campaign, DateOnly receivedOn, DateTimeOffset now)
    {
        if (receivedOn > ChinaDay.Of(now))
        {
            return RequestRefusals.Malformed.About("receivedOn", "这一天还没有到。");
        }

        return campaign.Phases.Any(phase =>
            phase.Kind == PhaseKind.Tips
            && ChinaDay.Of(phase.OpensAt) <= receivedOn
            && phase.ClosesAt > ChinaDay.StartOf(receivedOn)
        )
            ? receivedOn
            : TipRefusals.TipsClosed;
    }

    /// <summary>The number of the next tip of a day. The schema's unique key decides when two take the same one.</summary>
    public static Decision<int> NextSlot(int taken, int quota) => taken < quota ? taken + 1 : TipRefusals.QuotaUsed;

    /// <summary>
    /// The citizen may change a tip that nobody holds and nobody settled; grants the state it then waits in. An answer needs an open
    /// question, but the one already given may come back with the form.
    /// </summary>
    public static Decision<TipState> Change(Tip tip, string? answer, int version, DateTimeOffset now)
    {
        var state = tip.StateAt(now);
        if (state == TipState.Claimed)
        {
            return TipRefusals.BeingChecked;
        }

        if (state is not (TipState.Received or TipState.InfoRequested))
        {
            return TipRefusals.Settled;
        }

        if (tip.Version != version)
        {
            return RequestRefusals.VersionStale;
        }

        var isNewAnswer = answer is not null && answer != tip.Answer;
        return isNewAnswer && state != TipState.InfoRequested
            ? TipRefusals.NothingAsked
            : Tip.Waiting(tip.Question, answer ?? tip.Answer);
    }

    /// <summary>The citizen may take a tip back at any time, even from a candidate; only a rejection stands. Grants whether there is anything to do.</summary>
    public static Decision<bool> Withdraw(Tip tip) =>
        tip.State == TipState.Rejected ? TipRefusals.Settled : tip.State != TipState.Withdrawn;

    /// <summary>
    /// One reviewer at a time holds a tip, for so many minutes; claiming one's own again extends. Nobody judges their own: what somebody
    /// entered for a citizen another decides. Grants until when.
    /// </summary>
    public static Decision<DateTimeOffset> Claim(
        Tip tip,
        Guid reviewer,
        int? version,
        Campaign campaign,
        DateTimeOffset now
    )
    {
        var state = tip.StateAt(now);
        if (IsSettled(state))
        {
            return TipRefusals.Settled;
        }

        if (tip.EnteredBy == reviewer)
        {
            return TipRefusals.EnteredByYou;
        }

        if (state == TipState.Claimed && tip.ClaimedBy != reviewer)
        {
            return TipRefusals.ClaimedByAnother;
        }

        return version is not null && version != tip.Version
            ? RequestRefusals.VersionStale
            : now.AddMinutes(campaign.TipClaimMinutes);
    }

    /// <summary>Who holds a tip may put it back; grants the state in which it waits again.</summary>
    /// <param name="version">Null releases the tip whatever became of it.</param>
    public static Decision<TipState> Release(Tip tip, Guid reviewer, int? version, DateTimeOffset now) =>
        IsSettled(tip.State) ? TipRefusals.Settled
        : !IsHeldBy(tip, reviewer, now) ? TipRefusals.NotClaimed
        : version is not null && version != tip.Version ? RequestRefusals.VersionStale
        : Tip.Waiting(tip.Question, tip.Answer);

    /// <summary>Only who holds the tip under an unexpired claim verifies it, rejects it or asks; grants the tip to act on.</summary>
    public static Decision<Tip> Decide(Tip tip, Guid reviewer, int version, DateTimeOffset now)
    {
        if (IsSettled(tip.State))
        {
            return TipRefusals.Settled;
        }

        if (!IsHeldBy(tip, reviewer, now))
        {
            return TipRefusals.NotClaimed;
        }

        return tip.Version == version ? tip : RequestRefusals.VersionStale;
    }

    /// <summary>
    /// A tip whose text WeChat did not pass goes on only by the recorded word of the reviewer who holds it (law 7); grants whether that
    /// word was needed.
    /// </summary>
    public static Decision<bool> Verify(
        Tip tip,
        Guid reviewer,
        int version,
        ContentCheck check,
        bool isContentFit,
        DateTimeOffset now
    ) =>
        Decide(tip, reviewer, version, now).IsRefused(out var refusal) ? refusal
        : check.IsFit() ? false
        : isContentFit ? true
        : TipRefusals.ContentUndecided;

    /// <summary>A wrong verification is mended, or a candidate split: only a joined tip has a candidate to leave. Grants the one it leaves.</summary>
    public static Decision<Guid> Relink(Tip tip, int version) =>
        tip is not { State: TipState.Joined, CandidateId: { } from } ? TipRefusals.NotJoined
        : tip.Version != version ? RequestRefusals.VersionStale
        : from;

    private static bool IsHeldBy(Tip tip, Guid reviewer, DateTimeOffset now) =>
        tip.StateAt(now) == TipState.Claimed && tip.ClaimedBy == reviewer;

    /// <summary>Nothing is left for a reviewer to do.</summary>
    public static bool IsSettled(TipState state) => state is TipState.Joined or TipState.Rejected or TipState.Withdrawn;
}
