using Craftsman.Domain.Applications;
using Craftsman.Domain.PublicNotices;

namespace Craftsman.Domain.Review;

/// <summary>How the review says no.</summary>
public static class ReviewRefusals
{
    /// <summary>The order of the four stages; it speaks where a move has no clause of its own.</summary>
    private const string Order = "五";

    public static readonly Refusal CandidateMerged = new(
        RefusalKind.Conflict,
        "candidate-merged",
        "这位人选已与另一位合并，请在合并后的案卷中办理。",
        Order
    );

    public static readonly Refusal MunicipalOnly = new(
        RefusalKind.NotAllowed,
        "municipal-reviewer-needed",
        "通过和不予通过由市总工会的审核人员决定。",
        "五(资格审核)"
    );

    public static readonly Refusal ContentUndecided = new(
        RefusalKind.Conflict,
        "application-content-undecided",
        "申报的文字没有通过微信内容检查，请您看过后，确认内容合适再通过，或者退回。"
    );

    public static readonly Refusal ScreeningOutOfOrder = new(
        RefusalKind.Conflict,
        "screening-out-of-order",
        "请先记录所在单位的推荐，再记录上级工会的筛选。",
        ScreeningRules.Clause
    );

    public static readonly Refusal ChecklistInvalid = new(
        RefusalKind.Malformed,
        "checklist-invalid",
        "核对表填写有误，请检查后重新提交。",
        "五(资格审核)"
    );

    public static readonly Refusal NotClaimed = new(
        RefusalKind.Conflict,
        "case-not-claimed",
        "请先认领这份案卷，再查看联系方式。"
    );

    public static readonly Refusal SupplementInvalid = new(
        RefusalKind.Malformed,
        "supplement-invalid",
        "补正要求填写有误，请检查后重新提交。",
        "五(资格审核)"
    );

    public static readonly Refusal SupplementNotOverdue = new(
        RefusalKind.Conflict,
        "supplement-not-overdue",
        "补正期限还没有到。",
        "五(资格审核)"
    );

    public static readonly Refusal NotShortlisted = new(
        RefusalKind.Conflict,
        "case-not-shortlisted",
        "这份案卷还没有列入专家评审的入围名单，不能公示。",
        "五(社会公示)"
    );

    public static readonly Refusal NoticeNotOver = new(
        RefusalKind.Conflict,
        "notice-not-over",
        "公示期还没有结束。",
        "五(社会公示)"
    );

    public static readonly Refusal ObjectionOpen = new(
        RefusalKind.Conflict,
        "objection-open",
        "还有异议没有处理完，公示不能结束。",
        "五(社会公示)"
    );

    public static readonly Refusal AlreadyDecided = new(
        RefusalKind.Conflict,
        "case-already-decided",
        "领导小组已经审定通过这份案卷。",
        "五(领导小组审定)"
    );

    public static readonly Refusal NotDecided = new(
        RefusalKind.Conflict,
        "case-not-decided",
        "领导小组还没有审定通过这份案卷，不能认定。",
        "五(领导小组审定)"
    );

    public static readonly Refusal NoPlaceLeft = new(RefusalKind.Conflict, "no-place-left", "本届认定名额已满。", "二");

    /// <summary>Another reviewer has the case before them; the claim runs out by itself.</summary>
    public static Refusal ClaimedByAnother(DateTimeOffset until) =>
        new Refusal(RefusalKind.Conflict, "case-claimed", "另一位审核人员正在办理这份案卷，请稍后再试。").With(
            "claimedUntil",
            until
        );

    /// <summary>四(一): the screening is not all on record, or the last word of a level was no.</summary>
    public static Refusal ScreeningIncomplete(IReadOnlyList<ScreeningNeed> missing) =>
        new Refusal(
            RefusalKind.Conflict,
            "screening-incomplete",
            "层层推荐和筛选还没有记录齐全，不能通过资格审核。",
            ScreeningRules.Clause
        ).With("missing", missing.Select(need => need.ToString()).ToArray());

    /// <summary>Rules nobody has checked yet; the clause is that of the first.</summary>
    public static Refusal ChecklistIncomplete(IReadOnlyList<EligibilityRule> rules) =>
        new Refusal(
            RefusalKind.Conflict,
            "checklist-incomplete",
            "还有条件没有核对，不能通过资格审核。",
            rules[0].Clause
        ).With("missing", rules.Select(rule => rule.RuleId).ToArray());

    /// <summary>Rules the reviewers found not met; the clause is that of the first.</summary>
    public static Refusal ChecklistNotMet(IReadOnlyList<EligibilityRule> rules) =>
        new Refusal(
            RefusalKind.Conflict,
            "checklist-not-met",
            "核对表中有条件不符合，不能通过资格审核。",
            rules[0].Clause
        ).With("rules", rules.Select(rule => rule.RuleId).ToArray());

    /// <summary>五(社会公示): 通过本市报纸、电视、网络等渠道; not all three are on record.</summary>
    public static Refusal NoticeNotPublished(IReadOnlyList<PublicationKind> missing) =>
        new Refusal(
            RefusalKind.Conflict,
            "notice-not-published",
            "报纸、电视、网络的刊播还没有登记齐全，公示不能结束。",
            "五(社会公示)"
        ).With("missing", missing.Select(kind => kind.ToString()).ToArray());

    /// <summary>The case has ended and no move will ever be possible: a screen can take its buttons away.</summary>
    public static Refusal CaseClosed(Stage stage, CaseMoveRule rule) =>
        new Refusal(
            RefusalKind.Conflict,
            "case-closed",
            $"案卷已经结束（{stage.InChinese()}），不能再“{rule.Chinese}”。",
            rule.Clause ?? Order
        ).With("stage", stage.ToString());

    /// <summary>The move belongs to another stage: not yet, or no longer.</summary>
    public static Refusal StageNotAllowed(Stage stage, CaseMoveRule rule) =>
        new Refusal(
            RefusalKind.Conflict,
            "stage-not-allowed",
            $"案卷现在处于“{stage.InChinese()}”，不能“{rule.Chinese}”。",
            rule.Clause ?? Order
        )
            .With("stage", stage.ToString())
            .With("allowedIn", rule.Steps.Select(step => step.From.ToString()).ToArray());
}
