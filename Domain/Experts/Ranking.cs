using System.Globalization;

namespace Craftsman.Domain.Experts;

/// <summary>How the sheets of a case become one number.</summary>
public enum RankingMethod
{
    /// <summary>The mean of the weighted totals.</summary>
    Mean,

    /// <summary>The mean without the highest and the lowest total, where there are three or more.</summary>
    TrimmedMean,

    /// <summary>The mean of how far each total is from what its expert gives on average, in that expert's standard deviations.</summary>
    ZScore,
}

/// <summary>A submitted sheet.</summary>
/// <param name="RawTotal"><see cref="ScoringRules.RawTotal"/>: the weighted total times 100.</param>
public sealed record Sheet(Guid CaseId, Guid StaffId, int RawTotal)
{
    /// <summary>The weighted total on the campaign's scale, exact.</summary>
    public decimal Total => RawTotal / 100m;
}

/// <summary>A value and its place; equal values share a place, and the next one is as many further.</summary>
public sealed record Placed(decimal Value, int Rank, bool IsTied);

/// <summary>A case among the others of its panel.</summary>
public sealed record RankedCase(
    Guid CaseId,
    IReadOnlyList<Sheet> Sheets,
    Placed Mean,
    Placed TrimmedMean,
    Placed ZScore
)
{
    /// <summary>The place by a method.</summary>
    public Placed By(RankingMethod method) =>
        method switch
        {
            RankingMethod.Mean => Mean,
            RankingMethod.TrimmedMean => TrimmedMean,
            _ => ZScore,
        };
}

/// <summary>
/// 五(专家评审): what the sheets say, by three methods side by side. Totals are whole numbers and means decimals, so equal is equal; the
/// order in which sheets came plays no part. It decides nothing: the secretary marks the short-list.
/// </summary>
public static class Ranking
{
    /// <summary>How many decimals of a z-score count; what differs less is a tie.</summary>
    public const int ZDecimals = 9;

    /// <summary>From how many sheets on the highest and the lowest are dropped.</summary>
    public const int LeastToTrim = 3;

    /// <summary>The cases by the deciding method, the best first; of equals by id.</summary>
    public static IReadOnlyList<RankedCase> Of(IReadOnlyCollection<Sheet> sheets, RankingMethod deciding)
    {
        var deviations = sheets
            .GroupBy(sheet => sheet.StaffId)
            .ToDictionary(own => own.Key, own => new Habit([.. own.Select(sheet => sheet.RawTotal)]));
        var cases = sheets
            .GroupBy(sheet => sheet.CaseId)
            .Select(own =>
            {
                Sheet[] ordered = [.. own.OrderBy(sheet => sheet.RawTotal).ThenBy(sheet => sheet.StaffId)];
                return (
                    CaseId: own.Key,
                    Sheets: ordered,
                    Mean: MeanOf(ordered),
                    Trimmed: MeanOf(ordered.Length < LeastToTrim ? ordered : ordered[1..^1]),
                    Z: ZOf(ordered, deviations)
                );
            })
            .ToList();
        var (means, trimmed, zs) = (
            Places([.. cases.Select(each => each.Mean)]),
            Places([.. cases.Select(each => each.Trimmed)]),
            Places([.. cases.Select(each => each.Z)])
        );
        return
        [
            .. cases
                .Select(each => new RankedCase(
                    each.CaseId,
                    each.Sheets,
                    means[each.Mean],
                    trimmed[each.Trimmed],
                    zs[each.Z]
                ))
                .OrderBy(each => each.By(deciding).Rank)
                .ThenBy(each => each.CaseId),
        ];
    }

    /// <summary>Says in plain Chinese whether those within the cut would be others by another method, and whether a tie stands across it.</summary>
    /// <param name="cut">How many places there are.</param>
    public static string AtTheCut(
        IReadOnlyList<RankedCase> ranked,
        int cut,
        RankingMethod deciding,
        IReadOnlyDictionary<Guid, string> names
    )
    {
        if (ranked.Count <= cut)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"有评分的案卷共 {ranked.Count} 份，不多于 {cut} 个名额，用哪种方法都不影响。"
            );
        }

        var within = Within(deciding);
        List<string> said = [];
        foreach (var method in Enum.GetValues<RankingMethod>().Where(each => each != deciding))
        {
            var others = Within(method);
            string[] gained = Names(others.Except(within));
            string[] lost = Names(within.Except(others));
            if (gained.Length + lost.Length > 0)
            {
                var changes = new[]
                {
                    lost.Length > 0 ? $"{string.Join('、', lost)}不在其内" : null,
                    gained.Length > 0 ? $"{string.Join('、', gained)}在其内" : null,
                };
                said.Add(
                    $"改用{InChinese(method)}，前 {cut} 名会有变化：{string.Join("，", changes.Where(each => each is not null))}。"
                );
            }
        }

        if (said.Count == 0)
        {
            said.Add($"三种方法的前 {cut} 名相同。");
        }

        if (within.Count > cut)
        {
            said.Add($"按{InChinese(deciding)}，第 {cut} 名处有并列，前 {cut} 名共 {within.Count} 份案卷。");
        }

        return string.Concat(said);

        HashSet<Guid> Within(RankingMethod method) =>
            [.. ranked.Where(each => each.By(method).Rank <= cut).Select(each => each.CaseId)];

        string[] Names(IEnumerable<Guid> cases) => [.. cases.Order().Select(id => names[id])];
    }

    /// <summary>The method by its Chinese name.</summary>
    public static string InChinese(RankingMethod method) =>
        method switch
        {
            RankingMethod.Mean => "平均分",
            RankingMethod.TrimmedMean => "去掉最高分和最低分的平均分",
            _ => "标准化分（Z 分数）",
        };

    private static decimal MeanOf(Sheet[] sheets) => sheets.Sum(sheet => sheet.RawTotal) / (100m * sheets.Length);

    /// <summary>
    /// An expert who gives everybody the same says nothing about who is better, so they neither add to the sum nor count among those it is
    /// divided by: else their sheet would draw a case towards the middle.
    /// </summary>
    private static decimal ZOf(Sheet[] sheets, Dictionary<Guid, Habit> habits)
    {
        Sheet[] telling = [.. sheets.Where(sheet => habits[sheet.StaffId].Tells)];
        return telling.Length == 0
            ? 0
            : decimal.Round(
                telling.Sum(sheet => habits[sheet.StaffId].ZOf(sheet.RawTotal)) / telling.Length,
                ZDecimals
            );
    }

    private static Dictionary<decimal, Placed> Places(IReadOnlyCollection<decimal> values)
    {
        var places = new Dictionary<decimal, Placed>();
        var before = 0;
        foreach (var same in values.GroupBy(value => value).OrderByDescending(group => group.Key))
        {
            var count = same.Count();
            places[same.Key] = new Placed(same.Key, before + 1, count > 1);
            before += count;
        }

        return places;
    }

    /// <summary>How an expert scores, from whole numbers alone, so that the order of their sheets cannot show.</summary>
    private sealed class Habit
    {
        private readonly long count;
        private readonly long sum;

        /// <summary>The variance times the square of the count.</summary>
        private readonly long spread;

        public Habit(IReadOnlyCollection<int> totals)
        {
            count = totals.Count;
            sum = totals.Sum(total => (long)total);
            spread = (count * totals.Sum(total => (long)total * total)) - (sum * sum);
        }

        public bool Tells => spread > 0;

        public decimal ZOf(int total) =>
            decimal.Round((decimal)(((count * total) - sum) / Math.Sqrt(spread)), ZDecimals + 2);
    }
}
