using System.Collections.Frozen;
using Craftsman.Domain.Identity;

namespace Craftsman.Domain.Review;

/// <summary>One legal step of a move; from and to are the same where the move only records something.</summary>
public sealed record CaseStep(Stage From, Stage To);

/// <summary>A move as data: its clause, its name for people, its steps, and who makes it.</summary>
/// <param name="Clause">Null where the notice has none: revocation is a rule of the campaign, withdrawal the applicant's right.</param>
/// <param name="Roles">Empty where no staff role makes the move: the applicant does, or a job.</param>
public sealed record CaseMoveRule(
    CaseMove Move,
    string? Clause,
    string Chinese,
    IReadOnlyList<CaseStep> Steps,
    IReadOnlyList<StaffRole> Roles
);

/// <summary>五: the moves of a case and their roles, the whole of them. What is not here is refused.</summary>
public static class CaseMoves
{
    private const string QualificationReview = "五(资格审核)";
    private const string ExpertReview = "五(专家评审)";
    private const string PublicNotice = "五(社会公示)";
    private const string LeadingGroup = "五(领导小组审定)";

    public static IReadOnlyList<CaseMoveRule> All { get; } =
    [
        new(
            CaseMove.StartReview,
            QualificationReview,
            "开始审核",
            [new(Stage.Submitted, Stage.QualificationReview)],
            [StaffRole.QualificationReviewer]
        ),
        new(
            CaseMove.Screen,
            "四(一)",
            "记录筛选",
            [Stay(Stage.QualificationReview)],
            [StaffRole.QualificationReviewer]
        ),
        new(
            CaseMove.Check,
            QualificationReview,
            "核对条件",
            [Stay(Stage.QualificationReview)],
            [StaffRole.QualificationReviewer]
        ),
        new(
            CaseMove.Pass,
            QualificationReview,
            "通过资格审核",
            [new(Stage.QualificationReview, Stage.ExpertReview)],
            [StaffRole.QualificationReviewer]
        ),
        new(
            CaseMove.Return,
            QualificationReview,
            "退回补正",
            [new(Stage.QualificationReview, Stage.Returned)],
            [StaffRole.QualificationReviewer]
        ),
        new(
            CaseMove.Resubmit,
            QualificationReview,
            "提交补正材料",
            [new(Stage.Returned, Stage.QualificationReview)],
            []
        ),
        new(
            CaseMove.Reject,
            QualificationReview,
            "审核不通过",
            [new(Stage.QualificationReview, Stage.Rejected)],
            [StaffRole.QualificationReviewer]
        ),
        new(CaseMove.LapseSupplement, QualificationReview, "补正逾期", [new(Stage.Returned, Stage.Rejected)], []),
        new(CaseMove.Shortlist, ExpertReview, "列入入围名单", [Stay(Stage.ExpertReview)], [StaffRole.PanelSecretary]),
        new(
            CaseMove.NotSelect,
            ExpertReview,
            "评审未入选",
            [new(Stage.ExpertReview, Stage.NotSelected)],
            [StaffRole.PanelSecretary]
        ),
        new(
            CaseMove.OpenNotice,
            PublicNotice,
            "开始公示",
            [new(Stage.ExpertReview, Stage.PublicNotice)],
            [StaffRole.NoticeOfficer]
        ),
        new(
            CaseMove.UpholdToExpertReview,
            PublicNotice,
            "异议成立，重新评审",
            [new(Stage.PublicNotice, Stage.ExpertReview)],
            [StaffRole.NoticeOfficer]
        ),
        new(
            CaseMove.UpholdToRejected,
            PublicNotice,
            "异议成立，不予通过",
            [new(Stage.PublicNotice, Stage.Rejected)],
            [StaffRole.NoticeOfficer]
        ),
        new(
            CaseMove.EndNotice,
            PublicNotice,
            "公示结束",
            [new(Stage.PublicNotice, Stage.LeadingGroupDecision)],
            [StaffRole.NoticeOfficer]
        ),
        new(
            CaseMove.DecideYes,
            LeadingGroup,
            "记录审定结果",
            [Stay(Stage.LeadingGroupDecision)],
            [StaffRole.OfficeClerk]
        ),
        new(
            CaseMove.DecideNo,
            LeadingGroup,
            "记录审定结果",
            [new(Stage.LeadingGroupDecision, Stage.NotSelected)],
            [StaffRole.OfficeClerk]
        ),
        new(
            CaseMove.Recognise,
            LeadingGroup,
            "认定",
            [new(Stage.LeadingGroupDecision, Stage.Recognised)],
            [StaffRole.OfficeClerk]
        ),
        new(
            CaseMove.Disqualify,
            "九(三)",
            "取消申报资格",
            [.. BeforeRecognised.Select(stage => new CaseStep(stage, Stage.Disqualified))],
            [StaffRole.QualificationReviewer, StaffRole.OfficeClerk]
        ),
        new(CaseMove.Revoke, null, "撤销认定", [new(Stage.Recognised, Stage.Revoked)], [StaffRole.OfficeClerk]),
        new(
            CaseMove.Withdraw,
            null,
            "撤回申报",
            [.. BeforeRecognised.Select(stage => new CaseStep(stage, Stage.Withdrawn))],
            []
        ),
        new(
            CaseMove.ReplaceLeader,
            null,
            "更换主申报",
            [Stay(Stage.Submitted), Stay(Stage.QualificationReview), new(Stage.Returned, Stage.QualificationReview)],
            []
        ),
    ];

    private static readonly FrozenDictionary<CaseMove, CaseMoveRule> ByMove = All.ToFrozenDictionary(rule => rule.Move);

    /// <summary>The stages a case can still be disqualified in or withdrawn from: all before Recognised.</summary>
    private static Stage[] BeforeRecognised =>
        [
            Stage.Submitted,
            Stage.QualificationReview,
            Stage.Returned,
            Stage.ExpertReview,
            Stage.PublicNotice,
            Stage.LeadingGroupDecision,
        ];

    public static CaseMoveRule Of(CaseMove move) => ByMove[move];

    /// <summary>The roles that may make a move, or for <see cref="CaseMove.Disqualify"/> ask for it; empty where it is not staff who move.</summary>
    public static IReadOnlyList<StaffRole> RolesFor(CaseMove move) => Of(move).Roles;

    /// <summary>九(三), by two persons: who decides what another asked for; null where one person is enough.</summary>
    public static StaffRole? ApproverOf(CaseMove move) => move == CaseMove.Disqualify ? StaffRole.OfficeClerk : null;

    private static CaseStep Stay(Stage stage) => new(stage, stage);
}
