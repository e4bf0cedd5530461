namespace Craftsman.Domain.Tips;

/// <summary>Every way in which a tip, or a move of one, is refused.</summary>
public static class TipRefusals
{
    public static readonly Refusal TipsClosed = new(
        RefusalKind.Conflict,
        "tips-closed",
        "现在不在线索征集时间内，请留意活动公布的日期。",
        "四(三)"
    );

    public static readonly Refusal QuotaUsed = new(
        RefusalKind.Conflict,
        "tip-quota-used",
        "今天的推荐次数已用完，谢谢您的热心，明天再来吧。"
    );

    public static readonly Refusal BeingChecked = new(
        RefusalKind.Conflict,
        "tip-being-checked",
        "工作人员正在核实这条线索，暂时不能修改。"
    );

    public static readonly Refusal Settled = new(RefusalKind.Conflict, "tip-settled", "这条线索已经办结，不能再改动。");

    public static readonly Refusal NothingAsked = new(
        RefusalKind.Conflict,
        "tip-nothing-asked",
        "这条线索目前没有等待您回答的问题。"
    );

    public static readonly Refusal ClaimedByAnother = new(
        RefusalKind.Conflict,
        "tip-claimed-by-another",
        "这条线索正由另一位同事核实。"
    );

    public static readonly Refusal EnteredByYou = new(
        RefusalKind.Conflict,
        "tip-entered-by-you",
        "这条线索由您代录，请交由另一位同事核实。"
    );

    public static readonly Refusal NotClaimed = new(
        RefusalKind.Conflict,
        "tip-not-claimed",
        "请先认领这条线索；认领可能已经到期。"
    );

    public static readonly Refusal ContentUndecided = new(
        RefusalKind.Conflict,
        "tip-content-undecided",
        "这条线索的文字没有通过微信内容检查，请您看过后，确认内容合适再核实，或者退回。"
    );

    public static readonly Refusal NotJoined = new(
        RefusalKind.Conflict,
        "tip-not-joined",
        "这条线索还没有归入人选，请先核实。"
    );

    public static readonly Refusal AlreadyThere = new(
        RefusalKind.Conflict,
        "tip-already-there",
        "这条线索已经归在这位人选名下。"
    );

    public static readonly Refusal NamedTwice = new(
        RefusalKind.Conflict,
        "tip-named-twice",
        "这条线索在这一批里出现了不止一次，只办理了前面的一次。"
    );

    public static readonly Refusal ReplyTitleTaken = new(
        RefusalKind.Conflict,
        "saved-reply-title-taken",
        "已经有一条同名的常用回复，请换一个标题。"
    );

    public static readonly Refusal UnitAliasKnown = new(
        RefusalKind.Conflict,
        "unit-alias-known",
        "这两个单位名称已经确认为同一单位。"
    );

    public static readonly Refusal UnitAliasSame = new(
        RefusalKind.Conflict,
        "unit-alias-same",
        "这两个名称本来就算同一单位，不用另外登记。"
    );

    public static readonly Refusal DistrictNotYours = new(
        RefusalKind.NotAllowed,
        "district-not-yours",
        "您不负责这个区县，请交由市级审核员办理。"
    );
}
