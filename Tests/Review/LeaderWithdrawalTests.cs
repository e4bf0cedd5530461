using Craftsman.Domain.Review;

namespace Craftsman.Tests.Review;

public sealed class LeaderWithdrawalTests
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly JoinedApplication Second = new(Guid.CreateVersion7(Noon), Noon);
    private static readonly JoinedApplication Third = new(Guid.CreateVersion7(Noon.AddHours(1)), Noon.AddHours(1));

    [Theory]
    [InlineData(Stage.Submitted, Stage.Submitted)]
    [InlineData(Stage.QualificationReview, Stage.QualificationReview)]
    [InlineData(Stage.Returned, Stage.QualificationReview)]
    public void The_earliest_that_joined_leads_while_the_qualification_is_not_passed(Stage from, Stage to)
    {
        Assert.False(LeaderWithdrawal.Decide(At(from), [Third, Second]).IsRefused(out _, out var change));

        Assert.Equal(Second.ApplicationId, change.NewLeader);
        Assert.Equal(CaseMove.ReplaceLeader, change.Transition.Move);
        Assert.Equal(to, change.Transition.To);
        Assert.True(change.Transition.BeginsStageAnew);
        Assert.False(change.Transition.UnpublishesCandidate);
    }

    [Theory]
    [InlineData(Stage.Submitted)]
    [InlineData(Stage.QualificationReview)]
    [InlineData(Stage.Returned)]
    public void With_nobody_joined_the_case_is_withdrawn(Stage from)
    {
        Assert.False(LeaderWithdrawal.Decide(At(from), []).IsRefused(out _, out var change));

        Assert.Null(change.NewLeader);
        Assert.Equal(Stage.Withdrawn, change.Transition.To);
    }

    [Theory]
    [InlineData(Stage.ExpertReview)]
    [InlineData(Stage.PublicNotice)]
    [InlineData(Stage.LeadingGroupDecision)]
    public void Later_the_case_goes_with_its_leader_whoever_joined(Stage from)
    {
        Assert.False(LeaderWithdrawal.Decide(At(from), [Second, Third]).IsRefused(out _, out var change));

        Assert.Null(change.NewLeader);
        Assert.Equal(Stage.Withdrawn, change.Transition.To);
    }

    [Theory]
    [InlineData(Stage.Recognised, "stage-not-allowed")]
    [InlineData(Stage.Withdrawn, "case-closed")]
    [InlineData(Stage.Rejected, "case-closed")]
    [InlineData(Stage.NotSelected, "case-closed")]
    [InlineData(Stage.Disqualified, "case-closed")]
    [InlineData(Stage.Revoked, "case-closed")]
    public void A_leader_cannot_leave_a_case_that_is_decided(Stage stage, string code)
    {
        Assert.True(LeaderWithdrawal.Decide(At(stage), [Second]).IsRefused(out var refusal));
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public void Of_two_that_joined_at_the_same_instant_the_lower_id_leads()
    {
        JoinedApplication[] joined =
        [
            new(Guid.Parse("01990000-0000-7000-8000-000000000002"), Noon),
            new(Guid.Parse("01990000-0000-7000-8000-000000000001"), Noon),
        ];

        Assert.False(LeaderWithdrawal.Decide(At(Stage.Submitted), joined).IsRefused(out _, out var change));
        Assert.Equal(joined[1].ApplicationId, change.NewLeader);
    }

    private static CaseFacts At(Stage stage) =>
        new()
        {
            Stage = stage,
            Version = 3,
            IsResting = false,
        };
}
