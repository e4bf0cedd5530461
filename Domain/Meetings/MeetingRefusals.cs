namespace Craftsman.Domain.Meetings;

/// <summary>Every way in which an act of the leading group, or of its office, is refused.</summary>
public static class MeetingRefusals
{
    private const string Clause = "五(领导小组审定)";

    public static readonly Refusal AccountTaken = new(
        RefusalKind.Conflict,
        "member-account-taken",
        "这个账号已经对应另一位领导小组成员。"
    );

    public static readonly Refusal NoMembers = new(
        RefusalKind.Conflict,
        "meeting-without-members",
        "请先登记领导小组成员，再开始会议。",
        Clause
    );

    public static readonly Refusal NotPlanned = new(
        RefusalKind.Conflict,
        "meeting-begun",
        "会议已经开始，不能再修改议程。",
        Clause
    );

    public static readonly Refusal NotOpen = new(
        RefusalKind.Conflict,
        "meeting-not-open",
        "会议没有在进行，现在不能办理这一项。",
        Clause
    );

    public static readonly Refusal Closed = new(
        RefusalKind.Conflict,
        "meeting-closed",
        "会议已经结束，不能再修改。",
        Clause
    );

    public static readonly Refusal MinutesMissing = new(
        RefusalKind.Conflict,
        "minutes-missing",
        "请先填写会议纪要，再结束会议。",
        Clause
    );

    public static readonly Refusal SignedMinutesMissing = new(
        RefusalKind.Conflict,
        "signed-minutes-missing",
        "代录表决前，请先上传经签字的会议纪要。",
        Clause
    );

    public static readonly Refusal FileNotUsable = new(
        RefusalKind.Conflict,
        "minutes-file-unusable",
        "没有这份会议纪要文件，或者它已用于别处，请重新上传。"
    );

    public static readonly Refusal CaseNotOnAgenda = new(
        RefusalKind.Conflict,
        "case-not-on-agenda",
        "这份案卷不在本次会议的议程上。",
        Clause
    );

    public static readonly Refusal NotAMember = new(
        RefusalKind.NotAllowed,
        "not-a-member",
        "您不是本次会议的领导小组成员，不能表决。",
        Clause
    );

    public static readonly Refusal MemberVotesThemself = new(
        RefusalKind.Conflict,
        "member-votes-themself",
        "这位成员用自己的账号表决，不能代录。",
        Clause
    );

    public static readonly Refusal MemberAbsent = new(
        RefusalKind.Conflict,
        "member-absent",
        "这位成员没有出席会议，不能表决。",
        Clause
    );

    public static readonly Refusal MemberRecused = new(
        RefusalKind.Conflict,
        "member-recused",
        "这位成员对这份案卷回避，不参与审阅和表决。",
        Clause
    );

    public static readonly Refusal AlreadyCast = new(
        RefusalKind.Conflict,
        "ballot-already-cast",
        "这位成员对这份案卷已经表决，表决后不能更改。",
        Clause
    );

    public static readonly Refusal NoQuorum = new(
        RefusalKind.Conflict,
        "meeting-without-quorum",
        "到会成员人数不足，会议不能作出决定。",
        Clause
    );

    public static readonly Refusal RevocationNotAgreed = new(
        RefusalKind.Conflict,
        "revocation-not-agreed",
        "会议没有同意撤销认定，认定保持不变。"
    );

    public static readonly Refusal PlacesBelowTaken = new(
        RefusalKind.Conflict,
        "places-below-taken",
        "名额不能少于已经审定的人数。",
        "二"
    );

    /// <summary>A case that the meeting cannot be asked about: another stage, or decided already.</summary>
    public static Refusal CaseNotForMeeting(Guid caseId) =>
        new Refusal(
            RefusalKind.Conflict,
            "case-not-for-meeting",
            "议程上有案卷不在相应的阶段：审定的须等待审定，撤销的须已认定。",
            Clause
        ).With("caseId", caseId);

    public static Refusal BallotsMissing(int count) =>
        new Refusal(RefusalKind.Conflict, "ballots-missing", "还有到会成员没有表决，不能作出决定。", Clause).With(
            "missing",
            count
        );

    public static Refusal TieAtLastPlace(Guid[] caseIds) =>
        new Refusal(
            RefusalKind.Conflict,
            "tie-at-last-place",
            "最后的名额上票数相同，请由会议议定先后次序并记录。",
            "二"
        ).With("caseIds", caseIds);
}
