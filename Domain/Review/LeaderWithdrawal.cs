namespace Craftsman.Domain.Review;

/// <summary>An application that supports a case, in the order in which it joined.</summary>
public sealed record JoinedApplication(Guid ApplicationId, DateTimeOffset JoinedAt);

/// <summary>What becomes of a case whose leading application is withdrawn.</summary>
/// <param name="NewLeader">The application that leads from now on; null when the case is withdrawn with its leader.</param>
public sealed record LeaderChange(CaseTransition Transition, Guid? NewLeader);

/// <summary>
/// Up to and including Returned, somebody who joined can take the lead, and the review begins anew with what they sent; the
/// leader's supplement is nobody's any more, so Returned goes back to QualificationReview. Later, what experts and public
/// were shown is the leader's own application, so the case goes with it.
/// </summary>
public static class LeaderWithdrawal
{
    public static Decision<LeaderChange> Decide(CaseFacts facts, IEnumerable<JoinedApplication> joined)
    {
        var next = CanBeReplacedIn(facts.Stage)
            ? joined
                .OrderBy(application => application.JoinedAt)
                .ThenBy(application => application.ApplicationId)
                .FirstOrDefault()
            : null;
        var move = next is null ? CaseMove.Withdraw : CaseMove.ReplaceLeader;

        return CaseRules.Move(facts, move).Then(transition => new LeaderChange(transition, next?.ApplicationId));
    }

    private static bool CanBeReplacedIn(Stage stage) =>
        CaseMoves.Of(CaseMove.ReplaceLeader).Steps.Any(step => step.From == stage);
}
