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

    /// <summary>One reviewer at a time holds a case; claiming one's own again extends. Grants until when.</summary>
    /// <param name="claimedBy">Whose claim is stored.</param>
    public static Decision<DateTimeOffset> Claim(
        Stage stage,
        Guid reviewer,
        Guid? claimedBy,
        DateTimeOffset? claimedUntil,
        TimeSpan length,
        DateTimeOffset now
    )
    {
        if (stage is not (Stage.Submitted or Stage.QualificationReview or Stage.Returned))
        {
            return stage.IsClosed()
                ? ReviewRefusals.CaseClosed(stage, CaseMoves.Of(CaseMove.StartReview))
                : ReviewRefusals.StageNotAllowed(stage, CaseMoves.Of(CaseMove.StartReview));
        }

        return HeldByAnother(reviewer, claimedBy, claimedUntil, now) is { } held ? held : now + length;
    }

    /// <summary>Why a reviewer may not touch the case now, or null: another's claim that has not run out.</summary>
    public static Refusal? HeldByAnother(
        Guid reviewer,
        Guid? claimedBy,
        DateTimeOffset? claimedUntil,
        DateTimeOffset now
    ) => claimedBy != reviewer && claimedUntil > now ? ReviewRefusals.ClaimedByAnother(claimedUntil.Value) : null;

    /// <summary>
    /// The day by which somebody should act: that of the supplement while one is asked for, else so many days after the case came to its
    /// stage; null where it is no longer the reviewers' turn.
    /// </summary>
    public static DateOnly? DueOn(Stage stage, DateTimeOffset since, DateOnly? supplementDueOn, int reviewDays) =>
        stage switch
        {
            Stage.Returned => supplementDueOn,
            Stage.Submitted or Stage.QualificationReview => ChinaDay.Of(since).AddDays(reviewDays),
            _ => null,
        };

    /// <summary>District reviewers prepare; the municipal union decides (五: 经由市总工会……进行初审).</summary>
    public static bool MayMake(CaseMove move, bool isMunicipal) =>
        isMunicipal || move is not (CaseMove.Pass or CaseMove.Reject);
}
