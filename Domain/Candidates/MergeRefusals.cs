namespace Craftsman.Domain.Candidates;

/// <summary>Every way in which a merge or its undoing is refused.</summary>
public static class MergeRefusals
{
    /// <summary>Carries the root that the candidate is in already.</summary>
    public static readonly Refusal AlreadyMerged = new(
        RefusalKind.Conflict,
        "already-merged",
        "这位人选已经并入另一位人选，请先撤销原来的合并。"
    );

    public static readonly Refusal SameWorker = new(
        RefusalKind.Conflict,
        "merge-same-worker",
        "这两位人选已经是同一位，不需要合并。"
    );

    public static readonly Refusal TwoCampaigns = new(
        RefusalKind.Conflict,
        "merge-two-campaigns",
        "两位人选不属于同一届活动，不能合并。"
    );

    /// <summary>The worker would be gone from the public, and their votes with them.</summary>
    public static readonly Refusal PublishedIntoUnpublished = new(
        RefusalKind.Conflict,
        "merge-hides-published",
        "公开展示中的人选不能并入未公开的人选，请反过来合并。"
    );

    /// <summary>Two reviews have come to something; one of them would have been for nothing.</summary>
    public static readonly Refusal BothUnderReview = new(
        RefusalKind.Conflict,
        "merge-both-under-review",
        "两位人选的案卷都已进入审核，不能合并，请先办结其中一份。",
        "五"
    );

    public static readonly Refusal AlreadyUndone = new(
        RefusalKind.Conflict,
        "merge-already-undone",
        "这次合并已经撤销过了。"
    );
}
