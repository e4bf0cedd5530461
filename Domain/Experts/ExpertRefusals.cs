namespace Craftsman.Domain.Experts;

/// <summary>How the experts' review says no.</summary>
public static class ExpertRefusals
{
    private const string Clause = "五(专家评审)";

    public static readonly Refusal PanelNameTaken = new(
        RefusalKind.Conflict,
        "panel-name-taken",
        "已有同名的评审组，请换一个名称。"
    );

    public static readonly Refusal PanelTradeTaken = new(
        RefusalKind.Conflict,
        "panel-trade-taken",
        "这个专业领域已经由另一个评审组负责。"
    );

    public static readonly Refusal PanelTradeInUse = new(
        RefusalKind.Conflict,
        "panel-trade-in-use",
        "这个专业领域的案卷已经分给评审组的专家，不能移出。"
    );

    public static readonly Refusal PanelClosed = new(
        RefusalKind.Conflict,
        "panel-closed",
        "评审组已经结束评分。",
        Clause
    );

    public static readonly Refusal PanelOpen = new(
        RefusalKind.Conflict,
        "panel-open",
        "评审组还没有结束评分。",
        Clause
    );

    public static readonly Refusal NotAnExpert = new(
        RefusalKind.Conflict,
        "panel-member-not-expert",
        "这位工作人员没有专家的职责，不能加入评审组。"
    );

    public static readonly Refusal AlreadyMember = new(
        RefusalKind.Conflict,
        "panel-member-known",
        "这位专家已经在评审组里。"
    );

    public static readonly Refusal MemberHasCases = new(
        RefusalKind.Conflict,
        "panel-member-has-cases",
        "这位专家名下还有案卷，请先调整分派，再移出评审组。"
    );

    public static readonly Refusal CriterionRepeated = new(
        RefusalKind.Malformed,
        "criterion-repeated",
        "评分指标不能为空，也不能重复。"
    );

    public static readonly Refusal WeightsDoNotAddUp = new(
        RefusalKind.Conflict,
        "weights-do-not-add-up",
        "各项指标的权重之和应为 100。"
    );

    public static readonly Refusal CriteriaInUse = new(
        RefusalKind.Conflict,
        "criteria-in-use",
        "已经有专家提交评分，评分指标不能再改。"
    );

    public static readonly Refusal CriterionScoredTwice = new(
        RefusalKind.Malformed,
        "criterion-scored-twice",
        "同一项指标只能评一次分。"
    );

    public static readonly Refusal CriterionUnknown = new(
        RefusalKind.Malformed,
        "criterion-unknown",
        "没有这项评分指标，请刷新后再评。"
    );

    public static readonly Refusal AlreadySubmitted = new(
        RefusalKind.Conflict,
        "score-already-submitted",
        "您已经提交过对这份案卷的评分。如需修改，请联系评审组秘书。"
    );

    public static readonly Refusal NotSubmitted = new(
        RefusalKind.Conflict,
        "score-not-submitted",
        "这位专家还没有提交评分。"
    );

    public static readonly Refusal ScoreWaived = new(
        RefusalKind.Conflict,
        "score-waived",
        "评审组秘书已经记录不再等待这份评分。"
    );

    public static readonly Refusal AlreadyAssigned = new(
        RefusalKind.Conflict,
        "expert-already-assigned",
        "这份案卷已经分给这位专家。"
    );

    public static readonly Refusal HasScored = new(
        RefusalKind.Conflict,
        "expert-has-scored",
        "这位专家已经提交评分，不能取消分派。"
    );

    public static readonly Refusal Conflicted = new(
        RefusalKind.Conflict,
        "expert-recused",
        "这位专家与这份案卷需要回避，不能分派。",
        Clause
    );

    public static readonly Refusal ConflictKnown = new(
        RefusalKind.Conflict,
        "conflict-known",
        "这位专家对这份案卷的回避已经记录。"
    );

    public static readonly Refusal Undeclared = new(
        RefusalKind.Conflict,
        "expert-not-declared",
        "这位专家还没有对这份案卷申明是否需要回避，不能分派。",
        Clause
    );

    public static readonly Refusal ExpertFull = new(
        RefusalKind.Conflict,
        "expert-full",
        "这位专家名下的案卷已经达到上限。"
    );

    public static readonly Refusal NotScored = new(
        RefusalKind.Conflict,
        "case-not-scored",
        "这份案卷还没有专家提交的评分。重新评审的案卷，请写明理由。",
        Clause
    );

    public static readonly Refusal AlreadyShortlisted = new(
        RefusalKind.Conflict,
        "case-already-shortlisted",
        "这份案卷已经列入入围名单。",
        Clause
    );

    public static readonly Refusal NoPanel = new(
        RefusalKind.Conflict,
        "case-without-panel",
        "还没有评审组负责这份案卷的专业领域。",
        Clause
    );

    /// <summary>五: the panel lacks kinds of people, or members.</summary>
    public static Refusal PanelIncomplete(IReadOnlyList<PanelKind> missing, int membersNeeded) =>
        new Refusal(
            RefusalKind.Conflict,
            "panel-incomplete",
            missing.Count > 0
                ? $"评审组还缺少：{string.Join('、', missing.Select(PanelRules.InChinese))}。"
                : $"评审组还缺少 {membersNeeded} 位成员。",
            Clause
        )
            .With("missing", missing.Select(kind => kind.ToString()).ToArray())
            .With("membersNeeded", membersNeeded);

    /// <summary>Points outside the campaign's scale.</summary>
    public static Refusal ScoreOutOfScale(int scale) =>
        new Refusal(RefusalKind.Malformed, "score-out-of-scale", $"每项评分应为 0 到 {scale} 的整数。").With(
            "scale",
            scale
        );

    /// <summary>A sheet that is to be submitted lacks criteria or comments.</summary>
    public static Refusal ScoreIncomplete(IReadOnlyList<string> missing) =>
        new Refusal(RefusalKind.Conflict, "score-incomplete", "提交前请为每一项指标评分并写明意见。").With(
            "missing",
            missing
        );

    /// <summary>Not every case can have its experts: which ones lack how many, and why.</summary>
    public static Refusal AssignmentInfeasible(IReadOnlyList<Shortfall> cases) =>
        new Refusal(
            RefusalKind.Conflict,
            "assignment-infeasible",
            $"有 {cases.Count} 份案卷分不到足够的专家，请增加专家或者放宽上限。",
            Clause
        ).With("cases", cases);

    /// <summary>Some sheets are neither submitted nor waived.</summary>
    public static Refusal ScoresOpen(int count) =>
        new Refusal(
            RefusalKind.Conflict,
            "scores-open",
            $"还有 {count} 份评分没有提交，评审组不能结束评分。",
            Clause
        ).With("open", count);
}
