using Craftsman.Domain.Experts;

namespace Craftsman.Tests.Experts;

/// <summary>What sheets say, by three methods; checked against a naive computation of the test's own.</summary>
public sealed class RankingTests
{
    private const int Worlds = 200;

    /// <summary>How far a naive computation in binary fractions may be off.</summary>
    private const double Within = 1e-8;

    [Fact]
    public void The_order_in_which_sheets_come_never_changes_a_ranking()
    {
        for (var seed = 1; seed <= Worlds; seed++)
        {
            var random = new Random(seed);
            var sheets = SomeSheets(random);
            var ranked = Ranking.Of(sheets, RankingMethod.ZScore);
            var shuffled = sheets.ToArray();
            random.Shuffle(shuffled);

            var again = Ranking.Of(shuffled, RankingMethod.ZScore);

            Assert.Equal(ranked.Select(Told), again.Select(Told));
        }
    }

    [Fact]
    public void Means_dropping_and_z_scores_agree_with_a_naive_computation()
    {
        for (var seed = 1; seed <= Worlds; seed++)
        {
            var sheets = SomeSheets(new Random(seed));

            foreach (var ranked in Ranking.Of(sheets, RankingMethod.Mean))
            {
                var own = sheets.Where(sheet => sheet.CaseId == ranked.CaseId).ToList();
                var totals = own.Select(sheet => sheet.RawTotal / 100.0).Order().ToList();
                var kept = totals.Count >= 3 ? totals.GetRange(1, totals.Count - 2) : totals;
                Assert.Equal(totals.Average(), (double)ranked.Mean.Value, Within);
                Assert.Equal(kept.Average(), (double)ranked.TrimmedMean.Value, Within);
                Assert.Equal(NaiveZ(sheets, own), (double)ranked.ZScore.Value, Within);
            }
        }
    }

    [Fact]
    public void Places_are_one_more_than_the_number_of_better_cases_and_ties_are_said()
    {
        for (var seed = 1; seed <= Worlds; seed++)
        {
            var ranked = Ranking.Of(SomeSheets(new Random(seed)), RankingMethod.TrimmedMean);

            foreach (var method in Enum.GetValues<RankingMethod>())
            {
                foreach (var each in ranked.Select(one => one.By(method)))
                {
                    Assert.Equal(1 + ranked.Count(other => other.By(method).Value > each.Value), each.Rank);
                    Assert.Equal(ranked.Count(other => other.By(method).Value == each.Value) > 1, each.IsTied);
                }
            }
        }
    }

    [Fact]
    public void An_expert_who_gives_everybody_the_same_does_not_move_the_ranks_by_z_score()
    {
        for (var seed = 1; seed <= Worlds; seed++)
        {
            var random = new Random(seed);
            var sheets = SomeSheets(random);
            var before = ZRanks(sheets);
            var constant = Id(999);
            var some = sheets.Select(sheet => sheet.CaseId).Distinct().Where(_ => random.Next(3) > 0);

            var after = ZRanks([.. sheets, .. some.Select(caseId => new Sheet(caseId, constant, 7_000))]);

            Assert.Equal(before, after);
        }
    }

    [Fact]
    public void It_is_said_plainly_when_the_method_matters_at_the_cut()
    {
        // One harsh voice against two: the mean hears it, the trimmed mean does not.
        var names = new Dictionary<Guid, string> { [Id(1)] = "沈阿根", [Id(2)] = "周水生" };
        Sheet[] sheets =
        [
            new(Id(1), Id(11), 9_000),
            new(Id(1), Id(12), 9_000),
            new(Id(1), Id(13), 3_000),
            new(Id(2), Id(11), 8_000),
            new(Id(2), Id(12), 8_000),
            new(Id(2), Id(13), 8_000),
        ];
        var ranked = Ranking.Of(sheets, RankingMethod.TrimmedMean);

        var said = Ranking.AtTheCut(ranked, 1, RankingMethod.TrimmedMean, names);

        Assert.Contains("改用平均分，前 1 名会有变化：沈阿根不在其内，周水生在其内。", said, StringComparison.Ordinal);
        Assert.Contains(
            "不影响",
            Ranking.AtTheCut(ranked, 2, RankingMethod.TrimmedMean, names),
            StringComparison.Ordinal
        );
    }

    private static double NaiveZ(IReadOnlyList<Sheet> all, IReadOnlyList<Sheet> own)
    {
        var zs = new List<double>();
        foreach (var sheet in own)
        {
            var habit = all.Where(each => each.StaffId == sheet.StaffId).Select(each => each.RawTotal / 100.0).ToList();
            var mean = habit.Average();
            var deviation = Math.Sqrt(habit.Average(each => (each - mean) * (each - mean)));
            if (habit.Distinct().Count() > 1)
            {
                zs.Add(((sheet.RawTotal / 100.0) - mean) / deviation);
            }
        }

        return zs.Count == 0 ? 0 : zs.Average();
    }

    private static string Told(RankedCase ranked) =>
        $"{ranked.CaseId} {ranked.Mean} {ranked.TrimmedMean} {ranked.ZScore}";

    private static IEnumerable<string> ZRanks(IReadOnlyCollection<Sheet> sheets) =>
        Ranking
            .Of(sheets, RankingMethod.Mean)
            .OrderBy(ranked => ranked.CaseId)
            .Select(ranked => $"{ranked.CaseId} {ranked.ZScore}");

    /// <summary>Few different totals, so that there are ties; some experts score few cases, and each case has one to five sheets.</summary>
    private static List<Sheet> SomeSheets(Random random)
    {
        var sheets = new List<Sheet>();
        var (cases, experts) = (random.Next(2, 12), random.Next(2, 8));
        for (var at = 1; at <= cases; at++)
        {
            var judges = Enumerable.Range(11, experts).ToArray();
            random.Shuffle(judges);
            sheets.AddRange(
                judges
                    .Take(random.Next(1, Math.Min(5, experts) + 1))
                    .Select(judge => new Sheet(Id(at), Id(judge), 100 * random.Next(60, 70)))
            );
        }

        return sheets;
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
