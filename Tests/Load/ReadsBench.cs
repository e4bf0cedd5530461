using System.Globalization;
using System.Text.Json;

namespace Craftsman.Load;

/// <summary>
/// What everybody reads, among 10 000 candidates with two million votes, beside static answers of the same bytes; and among 100 000. Each
/// round measures all of them in turn; what is told are medians of the rounds. Nothing is told when an answer was not 200.
/// </summary>
internal static class ReadsBench
{
    private const int Candidates = 10_000;
    private const int Votes = 2_000_000;
    private const int MoreCandidates = 100_000;
    private const int VotesOfMore = 200_000;
    private const int Details = 2000;
    private const int LatePage = 1000;
    private const int Connections = 64;
    private const int Rounds = 3;
    private const string List = "/api/v1/candidates";
    private const string Leaderboard = "/api/v1/leaderboard";
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    public static async Task<int> Run(Report report)
    {
        var secrets = BenchService.NewSecrets();
        Report.Say("Adding candidates and votes …");
        var database = await BenchDatabase.Create(secrets);
        var candidates = await database.AddCandidates(Candidates);
        await database.AddVotes(candidates, Votes);
        var larger = await BenchDatabase.Create(secrets);
        await larger.AddVotes(await larger.AddCandidates(MoreCandidates), VotesOfMore);
        await using var service = await BenchService.Start(database, secrets);
        await using var largerService = await BenchService.Start(larger, secrets);
        using var http = new HttpClient();

        var details = candidates
            .Where((_, at) => at % (Candidates / Details) == 0)
            .Select(id => $"{List}/{id}")
            .ToArray();
        foreach (var (name, path) in new[] { ("list", List), ("detail", details[0]), ("leaderboard", Leaderboard) })
        {
            var bytes = await http.GetByteArrayAsync(new Uri(service.Address, path));
            using var content = new ByteArrayContent(bytes);
            using var kept = await http.PutAsync(new Uri(service.Address, $"/bench/static/{name}"), content);
            kept.EnsureSuccessStatusCode();
        }

        Report.Say($"Walking to page {LatePage} …");
        var latePage = await PathOfPage(http, largerService.Address, LatePage);

        (string Name, Uri Address, string File)[] reads =
        [
            ("list", service.Address, Requests(List)),
            ("static list", service.Address, Requests("/bench/static/list")),
            ("list of more", largerService.Address, Requests(List)),
            ("late page of more", largerService.Address, Requests(latePage)),
            ("detail", service.Address, Requests(details)),
            ("static detail", service.Address, Requests("/bench/static/detail")),
            ("leaderboard", service.Address, Requests(Leaderboard)),
            ("static leaderboard", service.Address, Requests("/bench/static/leaderboard")),
        ];
        Report.Say("Warming up …");
        foreach (var read in reads)
        {
            await Wrk.Send(read.Address, read.File, 0, Connections, TimeSpan.FromSeconds(2));
        }

        var results = reads.ToDictionary(read => read.Name, _ => new List<WrkResult>());
        for (var round = 1; round <= Rounds; round++)
        {
            foreach (var read in reads)
            {
                results[read.Name].Add(await Wrk.Send(read.Address, read.File, 0, Connections, Duration));
            }

            Report.Say(
                $"round {round}: {string.Join(", ", results.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Key} {each.Value[^1].PerSecond:0}/s")))}"
            );
        }

        var unexpected = results.Values.SelectMany(each => each).Sum(result => result.Unexpected);
        if (unexpected > 0)
        {
            Report.Say($"Nothing is told: {unexpected} unexpected answers.");
            return 1;
        }

        report.Add("reads.list_over_static", Ratio("list", "static list"), "ratio");
        report.Add("reads.detail_over_static", Ratio("detail", "static detail"), "ratio");
        report.Add("reads.leaderboard_over_static", Ratio("leaderboard", "static leaderboard"), "ratio");
        report.Add("reads.growth", Ratio("list", "list of more"), "ratio");
        report.Add("reads.page1000_over_page1", Ratio("list of more", "late page of more"), "ratio");
        report.Add(
            "reads.list_per_second",
            Report.Median(results["list"].Select(each => each.PerSecond)),
            "requests/s"
        );
        report.Add("reads.list_p99_ms", Report.Median(results["list"].Select(each => each.P99Milliseconds)), "ms");
        report.Add("reads.rss_mb", service.ResidentMegabytes, "MB");
        report.Add("reads.rss_of_more_mb", largerService.ResidentMegabytes, "MB");
        report.Print();
        return 0;

        // Of rates; the time of one request is the other way round.
        double Ratio(string one, string other) =>
            Report.Median(results[one].Zip(results[other], (mine, theirs) => mine.PerSecond / theirs.PerSecond));
    }

    /// <summary>There is no way to a late page but through those before it.</summary>
    private static async Task<string> PathOfPage(HttpClient http, Uri address, int page)
    {
        var path = List;
        for (var at = 1; at < page; at++)
        {
            using var answer = JsonDocument.Parse(await http.GetStringAsync(new Uri(address, path)));
            path = $"{List}?cursor={answer.RootElement.GetProperty("nextCursor").GetString()}";
        }

        return path;
    }

    private static string Requests(params string[] paths)
    {
        var file = Path.GetTempFileName();
        File.WriteAllLines(file, paths.Select(path => $"GET {path} -"));
        return file;
    }
}
