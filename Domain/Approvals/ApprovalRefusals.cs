namespace Craftsman.Domain.Approvals;

public static class ApprovalRefusals
{
    public static readonly Refusal AnotherPersonNeeded = new(
        RefusalKind.NotAllowed,
        "approval-needs-another-person",
        "这项申请由您本人提出，需由另一位工作人员审批。"
    );

    public static readonly Refusal Decided = new(
        RefusalKind.Conflict,
        "approval-decided",
        "这项申请已经有了审批结果，请刷新后查看。"
    );

    public static readonly Refusal Lapsed = new(
        RefusalKind.Conflict,
        "approval-lapsed",
        "这项申请已超过七天未审批，自动失效，需要时请重新提出。"
    );
}
