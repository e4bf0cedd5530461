namespace Craftsman.Domain.Applications;

/// <summary>How an application is refused.</summary>
public static class ApplicationRefusals
{
    private static readonly string[] NotAsked = ["这一项没有要求补正，不能修改。"];

    public static readonly Refusal ChannelNotForCitizens = new(
        RefusalKind.Conflict,
        "channel-not-for-citizens",
        "单位推荐和社团推荐由推荐单位提交；他人推荐在接受邀请后自动建立。您可以选择个人自荐。",
        "四"
    );

    public static readonly Refusal AlreadySubmitted = new(
        RefusalKind.Conflict,
        "application-submitted",
        "申报已经提交，内容不能再修改。"
    );

    public static readonly Refusal NotSubmitted = new(
        RefusalKind.Conflict,
        "application-not-submitted",
        "申报还没有提交，可以直接修改或删除。"
    );

    public static readonly Refusal FormBeforeSubmission = new(
        RefusalKind.Conflict,
        "form-before-submission",
        "申报提交之后才能打印申报表：签字盖章的纸质表应与提交的内容一致。",
        "附件"
    );

    public static readonly Refusal PaperComplete = new(
        RefusalKind.Conflict,
        "paper-complete",
        "这一版本的纸质申报表一式两份，不能登记得更多。",
        "附件"
    );

    public static readonly Refusal Withdrawn = new(RefusalKind.Conflict, "application-withdrawn", "申报已经撤回。");

    /// <summary>Another application about the worker led to a case that has ended: there is one case a campaign, and it is not opened again.</summary>
    public static readonly Refusal CaseEnded = new(
        RefusalKind.Conflict,
        "case-closed",
        "这位申报人在本届活动中的案卷已经结束，不能再次申报。",
        "五"
    );

    public static Refusal Closed(Channel channel) =>
        new(RefusalKind.Conflict, "applications-closed", "现在不在申报时间内，请留意活动日程。", ClauseOf(channel));

    /// <summary>Everything that is missing or wrong, all fields at once.</summary>
    public static Refusal Incomplete(IReadOnlyDictionary<string, string[]> errors) =>
        new Refusal(
            RefusalKind.Conflict,
            "application-incomplete",
            "申报表还没有填写完整，请按提示补充。",
            "附件"
        ).About(errors);

    /// <summary>The notice decides: it names the clause, and each rule that fails says what would change it.</summary>
    public static Refusal NotEligible(EligibilityResult eligibility)
    {
        var failed = eligibility.Rules.Where(rule => rule.Result == RuleOutcome.Fail).ToArray();
        return new Refusal(
            RefusalKind.Conflict,
            "not-eligible",
            "按通知的条件，目前还不能申报，请看各条说明。",
            failed[0].Clause
        ).With("rules", failed);
    }

    /// <summary>While a case is returned, only what the reviewer named may change.</summary>
    public static Refusal NotAskedFor(IEnumerable<string> fields) =>
        new Refusal(
            RefusalKind.Conflict,
            "supplement-only",
            "退回补正期间只能修改被要求补正的内容。",
            "五(资格审核)"
        ).About(fields.ToDictionary(field => field, _ => NotAsked));

    private static string ClauseOf(Channel channel) =>
        channel switch
        {
            Channel.Unit => "四(一)",
            Channel.Society => "四(二)",
            Channel.PublicTip => "四(三)",
            _ => "四(四)",
        };
}
