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

    /// <summary>An organization recommends a worker once.</summary>
    public static readonly Refusal AlreadyRecommended = new(
        RefusalKind.Conflict,
        "already-recommended",
        "贵单位已经推荐过这位师傅，可以在原来的申报中办理。",
        "四"
    );

    public static readonly Refusal OrganizationNotYours = new(
        RefusalKind.NotAllowed,
        "organization-not-yours",
        "只能以自己所在单位的名义推荐。",
        "四"
    );

    /// <summary>No account, or more than one, or the one it has already.</summary>
    public static readonly Refusal AccountNotFound = new(
        RefusalKind.Conflict,
        "account-not-found",
        "没有找到唯一一个绑定了这个手机号的其他微信账号，请申报人先在小程序里绑定手机号。"
    );

    public static readonly Refusal BirthDateInFuture = new(
        RefusalKind.Conflict,
        "birth-date-in-future",
        "出生日期应早于今天，请核对。",
        "附件"
    );

    public static readonly Refusal DatesOutOfOrder = new(
        RefusalKind.Conflict,
        "dates-out-of-order",
        "填写的日期先后不对，请核对。",
        "附件"
    );

    public static readonly Refusal ConditionUnknown = new(
        RefusalKind.Malformed,
        "condition-unknown",
        "认定条件只有 1 至 5 项，请重新选择。",
        "三(二)"
    );

    public static readonly Refusal ContestProofMissing = new(
        RefusalKind.Conflict,
        "contest-proof-missing",
        "请为所填的大赛名次上传获奖证书或其他证明。",
        "三(二)"
    );

    /// <summary>Staff may not file through this channel, or not for their organization.</summary>
    public static Refusal ChannelNotYours(Channel channel) =>
        new(
            RefusalKind.Conflict,
            "channel-not-yours",
            "您不能通过这个渠道申报：单位推荐由用人单位或工会提交，社团推荐由学会、协会提交，个人自荐由工作人员凭本人签字的纸质材料代为录入。",
            ClauseOf(channel)
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
