using Craftsman.Domain.Review;

namespace Craftsman.Domain.Messages;

/// <summary>The words of messages: they pass through WeChat, so they say what kind of thing moved and where to, and name nobody. At most five characters a status, so that it fits a phrase.</summary>
public static class MessageWords
{
    public const string Asked = "需要补充";
    public const string Joined = "已经核实";
    public const string Rejected = "未予采用";
    public const string Relinked = "重新归入";

    public static string SubjectOf(MessageKind kind) =>
        kind == MessageKind.CaseMoved ? "杭州工匠申报进展" : "您推荐的工匠线索";

    /// <summary>What happened to the candidate that tips lead to; null for what is told in the thread only, such as that a worker said no.</summary>
    public static string? OfCandidate(string threadKind) =>
        threadKind switch
        {
            "Invited" => "已发邀请",
            "Agreed" => "本人同意",
            "Published" => "公开展示",
            "Unpublished" => "暂停展示",
            "Merged" => "已经合并",
            "MergeUndone" => "合并撤销",
            _ => null,
        };

    public static string Of(Stage stage) =>
        stage switch
        {
            Stage.Submitted => "已经提交",
            Stage.QualificationReview => "资格审核",
            Stage.Returned => "退回补正",
            Stage.ExpertReview => "专家评审",
            Stage.PublicNotice => "社会公示",
            Stage.LeadingGroupDecision => "等待审定",
            Stage.Recognised => "已经认定",
            Stage.Withdrawn => "已经撤回",
            Stage.Rejected => "未获通过",
            Stage.NotSelected => "未能入选",
            Stage.Disqualified => "资格取消",
            Stage.Revoked => "认定撤销",
            _ => throw new ArgumentOutOfRangeException(nameof(stage)),
        };
}
