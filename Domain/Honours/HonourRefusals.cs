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

    public static readonly Refusal NotALaureate = new(
        RefusalKind.NotAllowed,
        "not-a-laureate",
        "只有“杭州工匠”本人可以发布带徒或交流的安排。",
        "八(二)"
    );

    public static readonly Refusal OfferDecided = new(
        RefusalKind.Conflict,
        "offer-already-decided",
        "这一项已经办结，请刷新后查看。"
    );

    public static readonly Refusal OfferContentUndecided = new(
        RefusalKind.Conflict,
        "offer-content-undecided",
        "这段文字没有通过微信内容检查，请您看过后，确认内容合适再同意，或者不同意。"
    );

    public static readonly Refusal OwnOffer = new(
        RefusalKind.Conflict,
        "own-offer",
        "这是您自己发布的安排，不需要报名。"
    );

    public static readonly Refusal OfferClosed = new(RefusalKind.Conflict, "offer-closed", "报名已经截止。");

    public static readonly Refusal OfferFull = new(RefusalKind.Conflict, "offer-full", "名额已满，感谢您的关注。");

    public static readonly Refusal AlreadyAsked = new(
        RefusalKind.Conflict,
        "offer-already-requested",
        "您已经报过名，请等待工会确认。"
    );
}
