namespace Craftsman.Domain.Honours;

/// <summary>Every way in which something about a laureate is refused.</summary>
public static class HonourRefusals
{
    public static readonly Refusal Revoked = new(
        RefusalKind.Conflict,
        "laureate-revoked",
        "这位“杭州工匠”的认定已经撤销，不能再办理。"
    );

    public static readonly Refusal PrizeAlreadyPaid = new(
        RefusalKind.Conflict,
        "prize-already-paid",
        "一次性奖励已经发放并记录在案，不能改动。",
        "七"
    );

    public static readonly Refusal StoryMissing = new(
        RefusalKind.Conflict,
        "story-missing",
        "请先写好“杭州工匠”的事迹，再公开展示。",
        "八(一)"
    );
}
