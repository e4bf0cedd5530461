namespace Craftsman.Domain.Review;

/// <summary>五(资格审核): who decides what in the first stage.</summary>
public static class QualificationReview
{
    /// <summary>Reasons for which an application is turned down; the applicant reads the message beside it.</summary>
    public static IReadOnlyList<string> RejectionReasons { get; } =
    [
        "condition-not-met",
        "evidence-insufficient",
        "not-front-line",
        "years-insufficient",
        "over-age",
        "untruthful",
        "other",
    ];

    /// <summary>The clauses of the notice a rejection can rest on.</summary>
    public static IReadOnlyList<string> RejectionClauses { get; } =
    ["二", "三(一)", "三(二)", "三(二)1", "三(二)2", "三(二)3", "三(二)4", "三(二)5", "九(三)"];

    /// <summary>District reviewers prepare; the municipal union decides (五: 经由市总工会……进行初审).</summary>
    public static bool MayMake(CaseMove move, bool isMunicipal) =>
        isMunicipal || move is not (CaseMove.Pass or CaseMove.Reject);
}
