namespace Craftsman.Domain.Experts;

/// <summary>What is scored.</summary>
/// <param name="Id">Stands in scores and keeps its meaning for the campaign.</param>
/// <param name="Weight">In hundredths of the whole.</param>
public sealed record Criterion(string Id, string Name, int Weight);

/// <summary>One expert's points for one criterion.</summary>
/// <param name="Score">Whole points, from 0 to the campaign's scale.</param>
/// <param name="Comment">Why; needed once the sheet is submitted.</param>
public sealed record CriterionScore(string CriterionId, int Score, string? Comment);

/// <summary>五(专家评审): what the experts look at and how it is weighed. The notice leaves both to whoever runs the campaign.</summary>
public static class ScoringRules
{
    /// <summary>All weights together.</summary>
    public const int WholeWeight = 100;

    /// <summary>The most criteria a campaign has.</summary>
    public const int MostCriteria = 12;

    /// <summary>The points a criterion is scored up to until an edition says otherwise.</summary>
    public const int UsualScale = 100;

    /// <summary>What holds until an edition says otherwise.</summary>
    public static IReadOnlyList<Criterion> Usual { get; } =
    [
        new("skill", "技艺水平", 40),
        new("innovation", "创新贡献", 30),
        new("influence", "行业影响", 20),
        new("teaching", "传承带徒", 10),
    ];

    /// <summary>Criteria as they may be set: each once, and weights that add up.</summary>
    public static Decision<Criterion[]> Accept(IReadOnlyList<Criterion> criteria)
    {
        if (criteria.Count == 0 || criteria.Select(each => each.Id).Distinct().Count() < criteria.Count)
        {
            return ExpertRefusals.CriterionRepeated;
        }

        var sum = criteria.Sum(each => each.Weight);
        return sum == WholeWeight ? criteria.ToArray() : ExpertRefusals.WeightsDoNotAddUp.With("sum", sum);
    }

    /// <summary>A sheet as it may be stored: known criteria, each once, points on the scale; submitted, all of them with a comment.</summary>
    public static Decision<CriterionScore[]> Accept(
        IReadOnlyList<Criterion> criteria,
        int scale,
        IReadOnlyList<CriterionScore> scores,
        bool isSubmitted
    )
    {
        if (scores.Select(each => each.CriterionId).Distinct().Count() < scores.Count)
        {
            return ExpertRefusals.CriterionScoredTwice;
        }

        if (scores.FirstOrDefault(each => criteria.All(known => known.Id != each.CriterionId)) is not null)
        {
            return ExpertRefusals.CriterionUnknown;
        }

        if (scores.Any(each => each.Score < 0 || each.Score > scale))
        {
            return ExpertRefusals.ScoreOutOfScale(scale);
        }

        string[] missing =
        [
            .. criteria
                .Where(known =>
                    !scores.Any(each => each.CriterionId == known.Id && !string.IsNullOrWhiteSpace(each.Comment))
                )
                .Select(known => known.Id),
        ];
        return isSubmitted && missing.Length > 0 ? ExpertRefusals.ScoreIncomplete(missing) : scores.ToArray();
    }

    /// <summary>
    /// Points times weight, added up: divided by 100 it is the weighted total on the scale. A whole number, so that totals are compared exactly.
    /// </summary>
    public static int RawTotal(IReadOnlyList<Criterion> criteria, IEnumerable<CriterionScore> scores) =>
        scores.Sum(each => each.Score * criteria.Single(known => known.Id == each.CriterionId).Weight);
}
