using System.Globalization;
using Craftsman.Domain.Tips.Similarity;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Tips.Similarity;
using Craftsman.Load.Similar;
using MySqlConnector;

namespace Craftsman.Load;

/// <summary>
/// How well tips about one worker are found: a labelled file is written as open tips, the nightly job runs, and the pairs that its groups
/// propose are compared with the pairs of the file. And how fast the hint and the desk are among 100 000 tips.
/// </summary>
internal static class SimilarBench
{
    private const int Loaded = 100_000;
    private const int Published = 20_000;
    private const int Citizens = 2000;
    private const int Requests = 20_000;
    private const int Connections = 8;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);

    public static async Task<int> Run(Report report, string[] arguments)
    {
        var (tips, aliases) = ValueOf("--input") is { } file
            ? (LabelledTip.ReadFrom(file), ReadAliases(ValueOf("--aliases")))
            : SimilarSet.Make(Number("--seed", 1));
        tips = ValueOf("--half") switch
        {
            "tuning" => [.. tips.Where(tip => !SimilarSet.IsKept(tip.Cluster))],
            "kept" => [.. tips.Where(tip => SimilarSet.IsKept(tip.Cluster))],
            _ => tips,
        };
        if (ValueOf("--write") is { } target)
        {
            await File.WriteAllLinesAsync(
                target,
                tips.Select(tip =>
                    System.Text.Json.JsonSerializer.Serialize(tip, System.Text.Json.JsonSerializerOptions.Web)
                )
            );
        }

        if (!arguments.Contains("--speed-only"))
        {
            await Quality(report, tips, aliases, arguments.Contains("--show"));
        }

        var isRight = arguments.Contains("--quality-only") || await Speed(report, Number("--seed", 1));
        if (!isRight)
        {
            return 1;
        }

        report.Print();
        return 0;

        string? ValueOf(string option) =>
            Array.IndexOf(arguments, option) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;

        int Number(string option, int otherwise) =>
            ValueOf(option) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
    }

    private static (string, string)[] ReadAliases(string? file) =>
        file is null
            ? []
            :
            [
                .. File.ReadLines(file)
                    .Where(line => line.Trim().Length > 0)
                    .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement)
                    .Select(pair => (pair.GetProperty("unit").GetString()!, pair.GetProperty("alias").GetString()!)),
            ];

    private static async Task Quality(
        Report report,
        IReadOnlyList<LabelledTip> tips,
        IReadOnlyList<(string Unit, string Alias)> aliases,
        bool shows
    )
    {
        var database = await BenchDatabase.Create(BenchService.NewSecrets());
        var ids = await database.AddTips(tips);
        await database.AddAliases(aliases);
        await using var source = new MySqlDataSource(
            DatabaseOptions.WithOurSettings(database.ConnectionString).ConnectionString
        );
        var db = new Db(source);
        await SimilarIndex.Fill(db, CancellationToken.None);
        await new TipGrouping(db).GroupIfDue(
            database.CampaignId,
            TimeProvider.System.GetUtcNow().AddDays(-2),
            CancellationToken.None
        );
        await new TipGrouping(db).GroupIfDue(
            database.CampaignId,
            TimeProvider.System.GetUtcNow(),
            CancellationToken.None
        );
        var groupOf = (
            await db.List<(Guid Tip, Guid Group)>(
                "SELECT tip_id, group_id FROM tip_group_members",
                null,
                CancellationToken.None
            )
        ).ToDictionary(row => row.Tip, row => row.Group);

        var counts = new SortedDictionary<string, Pairs>(StringComparer.Ordinal);
        var all = new Pairs();
        for (var one = 0; one < tips.Count; one++)
        {
            for (var other = one + 1; other < tips.Count; other++)
            {
                var isTrue = tips[one].Cluster == tips[other].Cluster;
                var isProposed =
                    groupOf.TryGetValue(ids[one], out var mine)
                    && groupOf.TryGetValue(ids[other], out var theirs)
                    && mine == theirs;
                if (!isTrue && !isProposed)
                {
                    continue;
                }

                all.Add(isTrue, isProposed);
                foreach (var kind in new[] { tips[one].Case, tips[other].Case }.Distinct())
                {
                    if (!counts.TryGetValue(kind, out var ofKind))
                    {
                        counts[kind] = ofKind = new Pairs();
                    }

                    ofKind.Add(isTrue, isProposed);
                }

                if (shows && isTrue != isProposed)
                {
                    Show(tips[one], tips[other], isTrue, aliases);
                }
            }
        }

        report.Add("similar.tips", tips.Count, "tips");
        report.Add("similar.pairs", all.True, "pairs");
        report.Add("similar.precision", all.Precision, "ratio");
        report.Add("similar.recall", all.Recall, "ratio");
        foreach (var (kind, pairs) in counts)
        {
            report.Add($"similar.precision.{kind}", pairs.Precision, "ratio");
            if (pairs.True > 0)
            {
                report.Add($"similar.recall.{kind}", pairs.Recall, "ratio");
            }
        }
    }

    private static void Show(LabelledTip one, LabelledTip other, bool isTrue, IReadOnlyList<(string, string)> aliases)
    {
        var likeness = SimilarityRules.Compare(
            Told(one),
            Told(other),
            new UnitAliases(aliases),
            StoryWeights.Unlearned
        );
        Report.Say(
            $"{(isTrue ? "missed" : "wrong ")} {one.Case}/{other.Case} {likeness.Score} {string.Join('；', likeness.Reasons)}\n    {one.Name} {one.WorkUnit} {one.Story}\n    {other.Name} {other.WorkUnit} {other.Story}"
        );
    }

    private static ToldWorker Told(LabelledTip tip) =>
        ToldWorker.Of(tip.Name, tip.WorkUnit, null, tip.District, tip.Trade, tip.Story);

    /// <summary>Asks with names and units of tips that are there, as citizens and reviewers do.</summary>
    private static async Task<bool> Speed(Report report, int seed)
    {
        var secrets = BenchService.NewSecrets();
        Report.Say("Adding tips and candidates …");
        var database = await BenchDatabase.Create(secrets);
        var made = new List<LabelledTip>();
        for (var set = seed + 1; made.Count < Loaded; set++)
        {
            made.AddRange(SimilarSet.Make(set).Tips);
        }

        var tips = made.Take(Loaded).ToList();
        var ids = await database.AddTips(tips);
        await database.AddCandidatesLike(tips.Take(Published).ToList());
        await using (
            var source = new MySqlDataSource(
                DatabaseOptions.WithOurSettings(database.ConnectionString).ConnectionString
            )
        )
        {
            Report.Say("Indexing …");
            await SimilarIndex.Fill(new Db(source), CancellationToken.None);
        }

        await using var service = await BenchService.Start(
            database,
            secrets,
            ("RateLimits:HintsPerCitizen:PerMinute", "1000000"),
            ("RateLimits:HintsPerCitizen:Burst", "1000000")
        );
        var voters = await database.AddVoters(Citizens);
        var tokens = voters.Select(voter => service.TokenFor(voter.Citizen, voter.Session)).ToArray();
        var reviewer = await database.AddReviewer();
        var deskToken = service.TokenForStaff(reviewer.Staff, reviewer.Session);
        var random = new Random(seed);
        var hints = File(
            Enumerable
                .Range(0, Requests)
                .Select(at =>
                {
                    var tip = tips[random.Next(tips.Count)];
                    var unit = tip.WorkUnit is null ? "" : $"&workUnit={Uri.EscapeDataString(tip.WorkUnit.Trim())}";
                    return $"GET /api/v1/tips/similar?name={Uri.EscapeDataString(tip.Name)}{unit} {tokens[at % tokens.Length]}";
                })
        );
        var desk = File(
            Enumerable.Range(0, Requests).Select(_ => $"GET /admin/v1/tips/{ids[random.Next(ids.Count)]} {deskToken}")
        );
        Report.Say("Warming up …");
        await Wrk.WarmUp(service.Address, hints, Connections);
        await Wrk.WarmUp(service.Address, desk, Connections);
        var hint = await Wrk.Send(service.Address, hints, 0, Connections, Duration);
        var read = await Wrk.Send(service.Address, desk, 0, Connections, Duration);
        var readByHalf = await Wrk.Send(service.Address, desk, 0, Connections / 2, Duration);
        if (hint.Unexpected + read.Unexpected + readByHalf.Unexpected > 0)
        {
            Report.Say(
                $"Nothing is told: {hint.Unexpected}, {read.Unexpected} and {readByHalf.Unexpected} unexpected answers."
            );
            return false;
        }

        report.Add("similar.loaded", tips.Count, "tips");
        report.Add("similar.per_second", hint.PerSecond, "requests/s");
        report.Add("similar.p99_ms", hint.P99Milliseconds, "ms");
        report.Add("similar.desk_per_second", read.PerSecond, "requests/s");
        report.Add("similar.desk_p99_ms", read.P99Milliseconds, "ms");
        report.Add("similar.desk_by_4_per_second", readByHalf.PerSecond, "requests/s");
        report.Add("similar.desk_by_4_p99_ms", readByHalf.P99Milliseconds, "ms");
        return true;

        static string File(IEnumerable<string> lines)
        {
            var file = Path.GetTempFileName();
            System.IO.File.WriteAllLines(file, lines);
            return file;
        }
    }

    private sealed class Pairs
    {
        private int both;
        private int proposed;

        public int True { get; private set; }

        /// <summary>Where nothing was proposed nothing was wrong.</summary>
        public double Precision => proposed == 0 ? 1 : (double)both / proposed;

        public double Recall => True == 0 ? 1 : (double)both / True;

        public void Add(bool isTrue, bool isProposed)
        {
            True += isTrue ? 1 : 0;
            proposed += isProposed ? 1 : 0;
            both += isTrue && isProposed ? 1 : 0;
        }
    }
}
