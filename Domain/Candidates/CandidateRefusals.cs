namespace Craftsman.Domain.Candidates;

/// <summary>Every way in which an act about a candidate or an invitation is refused.</summary>
public static class CandidateRefusals
{
    public static readonly Refusal CandidateMerged = new(
        RefusalKind.Conflict,
        "candidate-merged",
        "这位人选已并入另一位人选，请到合并后的人选上办理。"
    );

    public static readonly Refusal InvitationDeclined = new(
        RefusalKind.Conflict,
        "invitation-declined",
        "本人已经谢绝公开展示，请尊重本人意愿，不再发出邀请。"
    );

    /// <summary>The worker did not answer, and the days for which their name may be kept are over (law 7).</summary>
    public static readonly Refusal NameErased = new(
        RefusalKind.Conflict,
        "candidate-name-erased",
        "本人一直没有答复，姓名和单位已按期删除，不能再次邀请。"
    );

    public static readonly Refusal CandidateAlreadyAgreed = new(
        RefusalKind.Conflict,
        "candidate-already-agreed",
        "本人已经答复同意过，不需要再次邀请。"
    );

    public static readonly Refusal ConsentNotWaiting = new(
        RefusalKind.Conflict,
        "consent-not-waiting",
        "这位人选目前没有等待核实的同意。"
    );

    public static readonly Refusal ConsentMissing = new(
        RefusalKind.Conflict,
        "consent-missing",
        "还没有本人经核实的同意，不能公开展示。"
    );

    /// <summary>The worker withdrew their application, or was disqualified: the case took the candidate from the public, and staff do not bring it back.</summary>
    public static readonly Refusal CaseEnded = new(
        RefusalKind.Conflict,
        "case-closed",
        "这位人选的申报已撤回或被取消，不能再公开展示。",
        "五"
    );

    public static readonly Refusal WorkplaceMissing = new(
        RefusalKind.Conflict,
        "workplace-missing",
        "公开展示前，请先填写工作单位或工作地点。"
    );

    public static readonly Refusal ContentUndecided = new(
        RefusalKind.Conflict,
        "candidate-content-undecided",
        "本人填写的文字没有通过微信内容检查，请您看过后，确认内容合适再公开，或者先修改。"
    );

    public static readonly Refusal CandidateAlreadyPublished = new(
        RefusalKind.Conflict,
        "candidate-already-published",
        "这位人选已经在公开展示。"
    );

    public static readonly Refusal CandidateNotPublished = new(
        RefusalKind.Conflict,
        "candidate-not-published",
        "这位人选目前没有公开展示。"
    );

    public static readonly Refusal InvitationExpired = new(
        RefusalKind.Conflict,
        "invitation-expired",
        "这份邀请已过期或已换发新的邀请码，请联系工会工作人员。"
    );

    public static readonly Refusal InvitationAnswered = new(
        RefusalKind.Conflict,
        "invitation-answered",
        "这份邀请已经答复过了。"
    );

    public static readonly Refusal OwnTip = new(
        RefusalKind.Conflict,
        "own-tip",
        "推荐人不能代替被推荐人接受邀请，请由本人用自己的微信答复。"
    );
}
