namespace Craftsman.Domain.Review;

/// <summary>Where a case stands (五). The names are stored and shown as <c>caseState</c>.</summary>
public enum Stage
{
    Submitted,
    QualificationReview,
    Returned,
    ExpertReview,
    PublicNotice,
    LeadingGroupDecision,
    Recognised,
    Withdrawn,
    Rejected,
    NotSelected,
    Disqualified,
    Revoked,
}

public static class Stages
{
    /// <summary>No move leads out of it. Recognised is not closed: it can be revoked.</summary>
    public static bool IsClosed(this Stage stage) =>
        stage is Stage.Withdrawn or Stage.Rejected or Stage.NotSelected or Stage.Disqualified or Stage.Revoked;

    /// <summary>The stage in the words of the notice, for people.</summary>
    public static string InChinese(this Stage stage) =>
        stage switch
        {
            Stage.Submitted => "已提交",
            Stage.QualificationReview => "资格审核",
            Stage.Returned => "退回补正",
            Stage.ExpertReview => "专家评审",
            Stage.PublicNotice => "社会公示",
            Stage.LeadingGroupDecision => "领导小组审定",
            Stage.Recognised => "已认定",
            Stage.Withdrawn => "已撤回",
            Stage.Rejected => "未通过审核",
            Stage.NotSelected => "未入选",
            Stage.Disqualified => "已取消申报资格",
            Stage.Revoked => "已撤销认定",
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage."),
        };
}
