using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Domain.PublicNotices;
using Craftsman.Domain.Review;

namespace Craftsman.Tests.Review;

public sealed class CaseRulesTests
{
    /// <summary>What is allowed, written down a second time and by hand: from, move, to, clause. Everything else must be refused.</summary>
    private const string Allowed = """
        Submitted            StartReview          QualificationReview  五(资格审核)
        Submitted            Disqualify           Disqualified         九(三)
        Submitted            Withdraw             Withdrawn            -
        Submitted            ReplaceLeader        Submitted            -

        QualificationReview  Screen               QualificationReview  四(一)
        QualificationReview  Check                QualificationReview  五(资格审核)
        QualificationReview  Pass                 ExpertReview         五(资格审核)
        QualificationReview  Return               Returned             五(资格审核)
        QualificationReview  Reject               Rejected             五(资格审核)
        QualificationReview  Disqualify           Disqualified         九(三)
        QualificationReview  Withdraw             Withdrawn            -
        QualificationReview  ReplaceLeader        QualificationReview  -

        Returned             Resubmit             QualificationReview  五(资格审核)
        Returned             LapseSupplement      Rejected             五(资格审核)
        Returned             Disqualify           Disqualified         九(三)
        Returned             Withdraw             Withdrawn            -
        Returned             ReplaceLeader        QualificationReview  -

        ExpertReview         Shortlist            ExpertReview         五(专家评审)
        ExpertReview         NotSelect            NotSelected          五(专家评审)
        ExpertReview         OpenNotice           PublicNotice         五(社会公示)
        ExpertReview         Disqualify           Disqualified         九(三)
        ExpertReview         Withdraw             Withdrawn            -

        PublicNotice         EndNotice            LeadingGroupDecision 五(社会公示)
        PublicNotice         UpholdToExpertReview ExpertReview         五(社会公示)
        PublicNotice         UpholdToRejected     Rejected             五(社会公示)
        PublicNotice         Disqualify           Disqualified         九(三)
        PublicNotice         Withdraw             Withdrawn            -

        LeadingGroupDecision DecideYes            LeadingGroupDecision 五(领导小组审定)
        LeadingGroupDecision DecideNo             NotSelected          五(领导小组审定)
        LeadingGroupDecision Recognise            Recognised           五(领导小组审定)
        LeadingGroupDecision Disqualify           Disqualified         九(三)
        LeadingGroupDecision Withdraw             Withdrawn            -

        Recognised           Revoke               Revoked              -
        """;

    private static readonly Dictionary<(Stage, CaseMove), (Stage To, string? Clause)> Table = Allowed
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(
            row => (Enum.Parse<Stage>(row[0]), Enum.Parse<CaseMove>(row[1])),
            row => (Enum.Parse<Stage>(row[2]), row[3] == "-" ? null : row[3])
        );

    private static readonly Stage[] Closed =
    [
        Stage.Withdrawn,
        Stage.Rejected,
        Stage.NotSelected,
        Stage.Disqualified,
        Stage.Revoked,
    ];

    public static MatrixTheoryData<Stage, CaseMove> EveryStageAndMove =>
        new(Enum.GetValues<Stage>(), Enum.GetValues<CaseMove>());

    public static TheoryData<CaseMove> EveryMove => [.. Enum.GetValues<CaseMove>()];

    [Theory]
    [MemberData(nameof(EveryStageAndMove))]
    public void 五_四个环节_A_case_moves_as_the_table_says_and_every_other_move_is_refused_with_code_and_clause(
        Stage stage,
        CaseMove move
    )
    {
        var decision = CaseRules.Move(Ready(stage, move), move, expectedVersion: 7);

        if (Table.TryGetValue((stage, move), out var expected))
        {
            Assert.False(decision.IsRefused(out _, out var transition));
            Assert.Equal(new CaseTransition(move, stage, expected.To, expected.Clause), transition);
            return;
        }

        Assert.True(decision.IsRefused(out var refusal));
        Assert.Equal(RefusalKind.Conflict, refusal.Kind);
        Assert.Equal(Closed.Contains(stage) ? "case-closed" : "stage-not-allowed", refusal.Code);
        Assert.Equal(ClauseOf(move) ?? "五", refusal.Clause);
        Assert.Equal(stage.ToString(), refusal.Extensions!["stage"]);
    }

    [Theory]
    [MemberData(nameof(EveryStageAndMove))]
    public void A_picture_of_the_case_that_has_gone_stale_moves_nothing(Stage stage, CaseMove move) =>
        AssertRefused("version-stale", CaseRules.Move(Ready(stage, move), move, expectedVersion: 6));

    [Theory]
    [MemberData(nameof(EveryStageAndMove))]
    public void A_resting_case_makes_no_move_but_its_applicant_can_still_withdraw(Stage stage, CaseMove move)
    {
        var facts = Ready(stage, move) with { IsResting = true };

        if (move is CaseMove.Withdraw or CaseMove.ReplaceLeader)
        {
            Assert.Equal(Table.ContainsKey((stage, move)), !CaseRules.Move(facts, move).IsRefused(out _));
            return;
        }

        AssertRefused("candidate-merged", CaseRules.Move(facts, move));
    }

    [Fact]
    public void Facts_that_nobody_read_refuse_the_moves_that_ask_for_them()
    {
        AssertRefused("supplement-not-overdue", Unread(Stage.Returned, CaseMove.LapseSupplement));
        AssertRefused("case-not-shortlisted", Unread(Stage.ExpertReview, CaseMove.OpenNotice));
        AssertRefused("notice-not-over", Unread(Stage.PublicNotice, CaseMove.EndNotice));
        AssertRefused("no-place-left", Unread(Stage.LeadingGroupDecision, CaseMove.DecideYes));
        AssertRefused("case-not-decided", Unread(Stage.LeadingGroupDecision, CaseMove.Recognise));
    }

    /// <summary>五(社会公示): 通过本市报纸、电视、网络等渠道进行社会公示，通过后进入下一审核程序.</summary>
    [Fact]
    public void A_notice_ends_when_it_is_over_was_published_and_no_objection_is_open()
    {
        var ready = Ready(Stage.PublicNotice, CaseMove.EndNotice);

        AssertRefused("notice-not-over", CaseRules.Move(ready with { IsNoticeOver = false }, CaseMove.EndNotice));
        AssertRefused(
            "notice-not-published",
            CaseRules.Move(ready with { MissingPublications = [PublicationKind.Network] }, CaseMove.EndNotice)
        );
        AssertRefused(
            "notice-not-published",
            CaseRules.Move(ready with { MissingPublications = null }, CaseMove.EndNotice)
        );
        AssertRefused(
            "objection-open",
            CaseRules.Move(ready with { AreObjectionsSettled = false }, CaseMove.EndNotice)
        );
        Assert.False(CaseRules.Move(ready, CaseMove.EndNotice).IsRefused(out _));
    }

    [Fact]
    public void A_case_whose_screening_or_checklist_is_incomplete_does_not_pass()
    {
        var ready = Ready(Stage.QualificationReview, CaseMove.Pass);

        AssertRefused("screening-incomplete", CaseRules.Move(ready with { Readiness = null }, CaseMove.Pass));
        AssertRefused(
            "screening-incomplete",
            CaseRules.Move(ready with { Readiness = new([ScreeningNeed.Union], null) }, CaseMove.Pass)
        );
        AssertRefused(
            "case-closed",
            CaseRules.Move(
                ready with
                {
                    Readiness = new([], ReviewRefusals.CaseClosed(Stage.Rejected, CaseMoves.Of(CaseMove.Pass))),
                },
                CaseMove.Pass
            )
        );
    }

    [Theory]
    [InlineData(CaseMove.DecideYes)]
    [InlineData(CaseMove.DecideNo)]
    public void A_case_that_has_its_yes_is_not_decided_again(CaseMove move)
    {
        var facts = Ready(Stage.LeadingGroupDecision, move) with { HasYes = true };

        AssertRefused("case-already-decided", CaseRules.Move(facts, move));
    }

    [Fact]
    public void A_case_without_its_yes_is_not_recognised()
    {
        var facts = Ready(Stage.LeadingGroupDecision, CaseMove.Recognise) with { HasYes = false };

        AssertRefused("case-not-decided", CaseRules.Move(facts, CaseMove.Recognise));
    }

    [Theory]
    [MemberData(nameof(EveryStageAndMove))]
    public void The_candidate_is_unpublished_exactly_where_a_case_is_withdrawn_disqualified_or_revoked(
        Stage stage,
        CaseMove move
    )
    {
        if (!CaseRules.Move(Ready(stage, move), move).IsRefused(out _, out var transition))
        {
            Assert.Equal(
                move is CaseMove.Withdraw or CaseMove.Disqualify or CaseMove.Revoke,
                transition.UnpublishesCandidate
            );
            Assert.Equal(move is CaseMove.ReplaceLeader or CaseMove.UpholdToExpertReview, transition.BeginsStageAnew);
        }
    }

    [Theory]
    [MemberData(nameof(EveryMove))]
    public void Nobody_moves_a_case_whose_work_is_not_the_review(CaseMove move)
    {
        StaffRole[] never =
        [
            StaffRole.TipReviewer,
            StaffRole.OrganizationUser,
            StaffRole.Expert,
            StaffRole.LeadingGroupMember,
            StaffRole.FraudReviewer,
            StaffRole.Auditor,
            StaffRole.Administrator,
        ];

        Assert.Empty(CaseMoves.RolesFor(move).Intersect(never));
    }

    [Theory]
    [InlineData(CaseMove.StartReview, StaffRole.QualificationReviewer)]
    [InlineData(CaseMove.Screen, StaffRole.QualificationReviewer)]
    [InlineData(CaseMove.Check, StaffRole.QualificationReviewer)]
    [InlineData(CaseMove.Pass, StaffRole.QualificationReviewer)]
    [InlineData(CaseMove.Return, StaffRole.QualificationReviewer)]
    [InlineData(CaseMove.Reject, StaffRole.QualificationReviewer)]
    [InlineData(CaseMove.Shortlist, StaffRole.PanelSecretary)]
    [InlineData(CaseMove.NotSelect, StaffRole.PanelSecretary)]
    [InlineData(CaseMove.OpenNotice, StaffRole.NoticeOfficer)]
    [InlineData(CaseMove.UpholdToExpertReview, StaffRole.NoticeOfficer)]
    [InlineData(CaseMove.UpholdToRejected, StaffRole.NoticeOfficer)]
    [InlineData(CaseMove.EndNotice, StaffRole.NoticeOfficer)]
    [InlineData(CaseMove.DecideYes, StaffRole.OfficeClerk)]
    [InlineData(CaseMove.DecideNo, StaffRole.OfficeClerk)]
    [InlineData(CaseMove.Recognise, StaffRole.OfficeClerk)]
    [InlineData(CaseMove.Revoke, StaffRole.OfficeClerk)]
    [InlineData(CaseMove.Disqualify, StaffRole.QualificationReviewer, StaffRole.OfficeClerk)]
    [InlineData(CaseMove.Resubmit)]
    [InlineData(CaseMove.LapseSupplement)]
    [InlineData(CaseMove.Withdraw)]
    [InlineData(CaseMove.ReplaceLeader)]
    public void A_move_belongs_to_its_roles_alone(CaseMove move, params StaffRole[] roles) =>
        Assert.Equal(roles, CaseMoves.RolesFor(move));

    [Fact]
    public void Only_disqualifying_takes_a_second_person()
    {
        Assert.Equal(StaffRole.OfficeClerk, CaseMoves.ApproverOf(CaseMove.Disqualify));
        Assert.All(
            Enum.GetValues<CaseMove>().Except([CaseMove.Disqualify]),
            move => Assert.Null(CaseMoves.ApproverOf(move))
        );
    }

    [Fact]
    public void Every_move_is_in_the_table_once_and_every_stage_has_its_name()
    {
        Assert.Equal(Enum.GetValues<CaseMove>().Order(), CaseMoves.All.Select(rule => rule.Move).Order());
        Assert.All(Enum.GetValues<Stage>(), stage => Assert.NotEmpty(stage.InChinese()));
        Assert.Equal(Closed, Enum.GetValues<Stage>().Where(stage => stage.IsClosed()));
    }

    /// <summary>Every fact the move asks for is as it should be, so that only the stage can refuse it.</summary>
    private static CaseFacts Ready(Stage stage, CaseMove move) =>
        new()
        {
            Stage = stage,
            Version = 7,
            IsResting = false,
            IsContentFit = true,
            Readiness = new([], null),
            IsShortlisted = true,
            IsNoticeOver = true,
            MissingPublications = [],
            AreObjectionsSettled = true,
            HasYes = move == CaseMove.Recognise,
            HasPlaceLeft = true,
            IsSupplementOverdue = true,
        };

    private static Decision<CaseTransition> Unread(Stage stage, CaseMove move) =>
        CaseRules.Move(
            new CaseFacts
            {
                Stage = stage,
                Version = 1,
                IsResting = false,
            },
            move
        );

    private static string? ClauseOf(CaseMove move) =>
        Table.Where(row => row.Key.Item2 == move).Select(row => row.Value.Clause).First();

    private static void AssertRefused(string code, Decision<CaseTransition> decision)
    {
        Assert.True(decision.IsRefused(out var refusal));
        Assert.Equal(code, refusal.Code);
    }
}
