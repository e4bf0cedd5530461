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
