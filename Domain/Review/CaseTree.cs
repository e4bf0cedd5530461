namespace Craftsman.Domain.Review;

/// <summary>A case in a merge tree.</summary>
public sealed record CaseInTree(Guid CaseId, Stage Stage, DateTimeOffset OpenedAt);

/// <summary>While candidates are linked, one of their cases goes on and the others rest.</summary>
public static class CaseTree
{
    /// <summary>The less advanced case rests, of equals the younger. Cases that have ended hold nobody up.</summary>
    public static bool IsResting(Guid caseId, IReadOnlyList<CaseInTree> tree)
    {
        var leading = tree.Where(each => !each.Stage.IsClosed())
            .OrderByDescending(each => Progress(each.Stage))
            .ThenBy(each => each.OpenedAt)
            .ThenBy(each => each.CaseId)
            .FirstOrDefault();
        return leading is not null && leading.CaseId != caseId;
    }

    /// <summary>Returned is a pause inside the qualification review, so the two are equally far.</summary>
    private static int Progress(Stage stage) => stage == Stage.Returned ? (int)Stage.QualificationReview : (int)stage;
}
