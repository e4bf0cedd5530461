using System.Globalization;
using System.Text;

namespace Craftsman.Load;

/// <summary>
/// Who is near, and searches among 100 000 published candidates: a word of half of all stories, one of ten candidates, one of nobody, and two words of half
/// of all stories that meet in ten.
/// </summary>
internal static class PublicBench
{
    private const int Candidates = 100_000;
    private const int Votes = 200_000;
    private const int Connections = 8;
    private const int Rounds = 3;
    private const string List = "/api/v1/candidates";
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    public static async Task<int> Run(Report report)
    {
        var secrets = BenchService.NewSecrets();
        Report.Say("Adding candidates …");
        var database = await BenchDatabase.Create(secrets);
        var candidates = await database.AddCandidates(Candidates);
        await database.TellStories(candidates, StoryOf);
        await database.AddVotes(candidates, Votes);
        await database.Migrate(
            "UPDATE candidates SET latitude = 29.2 + 1.3 * RAND(), longitude = 118.5 + 2.2 * RAND()"
        );
        await using var service = await BenchService.Start(database, secrets);
        using var http = new HttpClient();
        http.BaseAddress = service.Address;
        await WaitForPositions(http);

        (string Name, string File)[] kinds =
        [
            ("frequent", Requests("公司")),
            ("rare", Requests("点翠")),
            ("absent", Requests("飞艇")),
            ("seldom_together", Requests("公司 师傅")),
            ("nearby", Neighbourhoods()),
            ("of_a_district", Requests("师傅", "&district=330106&sort=newest")),
        ];
        Report.Say("Warming up …");
        foreach (var (_, file) in kinds)
        {
            await Wrk.WarmUp(service.Address, file, Connections);
        }

        var results = kinds.ToDictionary(kind => kind.Name, _ => new List<WrkResult>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, file) in kinds)
            {
                results[name].Add(await Wrk.Send(service.Address, file, 0, Connections, Duration));
            }
        }

        if (results.Values.SelectMany(each => each).Sum(result => result.Unexpected) is > 0 and var unexpected)
        {
            Report.Say($"Nothing is told: {unexpected} unexpected answers.");
            return 1;
        }

        foreach (var (name, _) in kinds)
        {
            var prefix = name == "nearby" ? name : $"search.{name}";
            report.Add($"{prefix}.p99_ms", P99(name), "ms");
            report.Add(
                $"{prefix}.per_second",
                Report.Median(results[name].Select(each => each.PerSecond)),
                "requests/s"
            );
        }

        report.Add("search.p99_ms", kinds.Where(kind => kind.Name != "nearby").Max(kind => P99(kind.Name)), "ms");
        report.Add("public.rss_mb", service.ResidentMegabytes, "MB");
        report.Print();
        return 0;

        double P99(string name) => Report.Median(results[name].Select(each => each.P99Milliseconds));
    }

    /// <summary>Returns when Redis has been filled.</summary>
    private static async Task WaitForPositions(HttpClient http)
    {
        while (
            (await http.GetStringAsync(new Uri($"{List}/nearby?lat=30&lng=120", UriKind.Relative))).Contains(
                "\"approximate\":true",
                StringComparison.Ordinal
            )
        )
        {
            await Task.Delay(100);
        }
    }

    /// <summary>A thousand places, each with a radius up to the largest.</summary>
    private static string Neighbourhoods()
    {
        var random = new Random(1);
        var file = Path.GetTempFileName();
        File.WriteAllLines(
            file,
            Enumerable
                .Range(0, 1000)
                .Select(_ =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"GET {List}/nearby?lat={29.2 + (1.3 * random.NextDouble()):0.0000}&lng={118.5 + (2.2 * random.NextDouble()):0.0000}&radius={random.Next(500, 10_000)} -"
                    )
                )
        );
        return file;
    }

    /// <summary>About 200 characters, most of them different from candidate to candidate.</summary>
    private static string StoryOf(int at)
    {
        const int signs = 180;
        var random = new Random(at);
        var story = new StringBuilder(at % 2 == 0 ? "在公司" : "跟师傅");
        for (var sign = 0; sign < signs; sign++)
        {
            // Three thousand frequent-looking signs, none of them in the words asked for.
            story.Append((char)(0x4E8C + random.Next(0x5000 - 0x4E8C) + (random.Next(8) * 0x400)));
        }

        if (at % (Candidates / 10) == 0)
        {
            story.Append("会点翠，公司里的人都叫他师傅。");
        }

        return story.ToString();
    }

    private static string Requests(string q, string filter = "")
    {
        var file = Path.GetTempFileName();
        File.WriteAllLines(file, [$"GET {List}?q={Uri.EscapeDataString(q)}{filter} -"]);
        return file;
    }
}
