using Craftsman.Domain.Review;

namespace Craftsman.Domain.Tips;

/// <summary>
/// What tipsters are told of the case their tips lead to, in the thread and outside the mini program. It names nobody and gives no reasons:
/// those are for the applicant.
/// </summary>
/// <param name="Kind">As the thread has it: <c>Applied</c>, or <c>Case</c> and the stage.</param>
/// <param name="Status">For a message, at most five characters. Null keeps it to the thread, for an accept is good for one message only.</param>
public sealed record CaseNews(string Kind, string Text, string? Status)
{
    /// <summary>A case of a merged worker ended, and another that rested behind it goes on.</summary>
    public static readonly CaseNews AnotherGoesOn = new(
        "CaseGoesOn",
        "这位师傅的一份申报已经结束，另一份申报继续审核。",
        null
    );

    /// <summary>What is told when a case comes to a stage. Everything there is to say about a stage is said here.</summary>
    /// <param name="from">Null when the case is opened.</param>
    public static CaseNews Of(Stage? from, Stage to) =>
        to switch
        {
            Stage.Submitted => new("Applied", "您推荐的师傅已提交申报，等待资格审核。", "已经申报"),
            Stage.QualificationReview when from == Stage.Returned => At(to, "资格审核继续进行。", null),
            Stage.QualificationReview => At(to, "您推荐的师傅进入资格审核。", "资格审核"),
            Stage.Returned => At(to, "资格审核需要补充材料，正在等待申报人补正。", null),
            Stage.ExpertReview => At(to, "您推荐的师傅由专家评审组评审。", "专家评审"),
            Stage.PublicNotice => At(to, "您推荐的师傅进入社会公示。", "社会公示"),
            Stage.LeadingGroupDecision => At(to, "社会公示结束，等待领导小组审定。", "等待审定"),
            Stage.Recognised => At(to, "您推荐的师傅被认定为“杭州工匠”。感谢您的推荐！", "已经认定"),
            Stage.Withdrawn => At(to, "申报已撤回，评审到此结束，不再公开展示，已投的票保留不变。", "申报撤回"),
            Stage.Rejected => At(to, "资格审核没有通过，评审到此结束。感谢您的推荐。", "未获通过"),
            Stage.NotSelected => At(to, "这一届没有入选，评审到此结束。感谢您的推荐。", "未能入选"),
            Stage.Disqualified => At(to, "申报资格已取消，不再公开展示，已投的票保留不变。", "资格取消"),
            Stage.Revoked => At(to, "“杭州工匠”的认定已撤销，不再公开展示。", "认定撤销"),
            _ => throw new ArgumentOutOfRangeException(nameof(to)),
        };

    private static CaseNews At(Stage stage, string text, string? status) => new($"Case{stage}", text, status);
}
