namespace Craftsman.Domain.Voting;

/// <summary>Every way in which a vote is refused. Public votes are not in the notice, so none cites a clause.</summary>
public static class VotingRefusals
{
    public static readonly Refusal VotingClosed = new(
        RefusalKind.Conflict,
        "voting-closed",
        "现在不在投票时间内，请留意活动日程。"
    );

    public static readonly Refusal VotingPaused = new(
        RefusalKind.Conflict,
        "voting-paused",
        "投票暂停中，恢复后请再来投票。"
    );

    public static readonly Refusal AlreadyPaused = new(
        RefusalKind.Conflict,
        "voting-already-paused",
        "投票已经处于暂停状态。"
    );

    public static readonly Refusal NotPaused = new(
        RefusalKind.Conflict,
        "voting-not-paused",
        "投票没有暂停，无需恢复。"
    );

    /// <summary>Nothing is known of the vote yet: the retry with the same key says whether it was stored.</summary>
    public static readonly Refusal VotingBusy = new(
        RefusalKind.Unavailable,
        "voting-busy",
        "现在投票的人很多，请稍候再投，不会重复计票。"
    );

    public static readonly Refusal CandidateNotOpen = new(
        RefusalKind.Conflict,
        "candidate-not-open",
        "这位人选目前不接受投票。"
    );

    public static readonly Refusal DailyQuotaUsed = new(
        RefusalKind.Conflict,
        "daily-quota-used",
        "您今天的票已经投完，欢迎明天再来。"
    );

    /// <summary>Carries the receipt of the vote that stands, so that a retry without a key is answered kindly too.</summary>
    public static Refusal AlreadyVotedToday(string receipt, int votesLeftToday) =>
        new Refusal(RefusalKind.Conflict, "already-voted-today", "您今天已经为这位人选投过票了，这一票已记录在案。")
            .With("receipt", receipt)
            .With("votesLeftToday", votesLeftToday);
}
