namespace Craftsman.Domain.Review;

/// <summary>A case in a merge tree.</summary>
public sealed record CaseInTree(Guid CaseId, Stage Stage, DateTimeOffset OpenedAt);

/// <summary>While candidates are linked, one of their cases goes on and the others rest. Cases that have ended hold nobody up.</summary>
public static class CaseTree
{
    /// <summary>The case that goes on: the most advanced, of equals the oldest; null when all have ended.</summary>
    public static CaseInTree? GoingOn(IEnumerable<CaseInTree> tree) =>
        tree.Where(each => !each.Stage.IsClosed())
            .OrderByDescending(each => Progress(each.Stage))
            .ThenBy(each => each.OpenedAt)
            .ThenBy(each => each.CaseId)
            .FirstOrDefault();

    /// <summary>The less advanced case rests, of equals the younger.</summary>
    public static bool IsResting(Guid caseId, IReadOnlyList<CaseInTree> tree) =>
        GoingOn(tree) is { } goingOn && goingOn.CaseId != caseId;

    /// <summary>The case that goes on while this one rests, which its applications support meanwhile; null when it goes on itself, or has ended.</summary>
    public static CaseInTree? InsteadOf(Guid caseId, IReadOnlyList<CaseInTree> tree) =>
        IsResting(caseId, tree) && tree.Any(each => each.CaseId == caseId && !each.Stage.IsClosed())
            ? GoingOn(tree)
            : null;

    /// <summary>Somebody has begun to review a case that has not ended.</summary>
    public static bool IsUnderReview(IEnumerable<CaseInTree> tree) =>
        tree.Any(each => !each.Stage.IsClosed() && each.Stage != Stage.Submitted);

    /// <summary>The worker had cases, and none of them goes on.</summary>
    public static bool HasEnded(IReadOnlyList<CaseInTree> tree) => tree.Count > 0 && GoingOn(tree) is null;

    /// <summary>Nothing goes on, and a case ended so that it took the worker from the public.</summary>
    public static bool TakesBack(IReadOnlyList<CaseInTree> tree) =>
        HasEnded(tree) && tree.Any(each => each.Stage is Stage.Withdrawn or Stage.Disqualified or Stage.Revoked);

    /// <summary>Returned is a pause inside the qualification review, so the two are equally far.</summary>
    private static int Progress(Stage stage) => stage == Stage.Returned ? (int)Stage.QualificationReview : (int)stage;
}
