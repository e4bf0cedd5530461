namespace Craftsman.Domain.Objections;

/// <summary>Every way in which an objection, or a word about one, is refused.</summary>
public static class ObjectionRefusals
{
    private const string Clause = "五(社会公示)";

    public static readonly Refusal PeriodOver = new(
        RefusalKind.Conflict,
        "objection-period-over",
        "公示期已经结束，不能再提出异议。",
        Clause
    );

    public static readonly Refusal AlreadyObjected = new(
        RefusalKind.Conflict,
        "already-objected",
        "您已经对这位人选提出过异议，请凭查询码了解结果。",
        Clause
    );

    public static readonly Refusal NotWaiting = new(
        RefusalKind.Conflict,
        "objection-not-waiting",
        "这条异议已经由您受理，或者已经处理完毕。",
        Clause
    );

    /// <summary>Law 6: nobody judges their own.</summary>
    public static readonly Refusal ReviewedByYou = new(
        RefusalKind.NotAllowed,
        "objection-reviewed-by-you",
        "您参与过这份案卷的审核或评审，异议需由另一位工作人员核查。",
        Clause
    );

    public static readonly Refusal NotExamined = new(
        RefusalKind.Conflict,
        "objection-not-examined",
        "请先受理这条异议；已经处理完毕的不能再改。",
        Clause
    );

    public static readonly Refusal AnothersToExamine = new(
        RefusalKind.NotAllowed,
        "objection-of-another",
        "这条异议由另一位工作人员核查。",
        Clause
    );

    public static readonly Refusal DisqualificationAsked = new(
        RefusalKind.Conflict,
        "disqualification-asked",
        "已有人申请取消这位申报人的申报资格，正在等待另一位工作人员审批。",
        "九(三)"
    );
}
