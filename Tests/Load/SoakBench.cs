using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Craftsman.Load;

/// <summary>
/// Ten minutes of a day's traffic at a steady pace: lists, candidates, own votes, votes, and a tip now and then, by citizens who come and
/// go. Told are the memory at the end, its growth (the last five minutes over minutes two to four), and answers that should not have been.
/// </summary>
internal static class SoakBench
{
    private const int Candidates = 200;
    private const int PerSecond = 400;
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    public static async Task<int> Run(Report report)
    {
        var secrets = BenchService.NewSecrets();
        var database = await BenchDatabase.Create(secrets);
        var candidates = await database.AddCandidates(Candidates);
        var voters = await database.AddVoters((int)(PerSecond * Duration.TotalSeconds / 4) + 1);
        await using var service = await BenchService.Start(database, secrets);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 128 });
        http.BaseAddress = service.Address;

        long errors = 0;
        long sent = 0;
        var memory = new List<(TimeSpan At, double Megabytes)>();
        var flying = new SemaphoreSlim(512);
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Duration)
        {
            var due = (long)(clock.Elapsed.TotalSeconds * PerSecond);
            for (; sent < due; sent++)
            {
                await flying.WaitAsync();
                var number = sent;
                _ = Task.Run(() => Send(number));
            }

            if (memory.Count == 0 || clock.Elapsed - memory[^1].At >= Look)
            {
                memory.Add((clock.Elapsed, service.ResidentMegabytes));
            }

            await Task.Delay(5);
        }

        report.Add("soak.rss_mb", memory[^1].Megabytes, "MB");
        report.Add(
            "soak.rss_growth",
            Between(TimeSpan.FromMinutes(5), TimeSpan.MaxValue)
                / Between(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(4)),
            "ratio"
        );
        report.Add("soak.errors", Interlocked.Read(ref errors), "answers");
        report.Add("soak.requests", sent, "requests");
        report.Print();
        return 0;

        double Between(TimeSpan from, TimeSpan to) =>
            Report.Median(memory.Where(each => each.At >= from && each.At < to).Select(each => each.Megabytes));

        async Task Send(long number)
        {
            try
            {
                var voter = voters[(int)(number / 4 % voters.Length)];
                var candidate = candidates[(int)(number * 7919 % Candidates)];
                using var request = (number % 4) switch
                {
                    0 => Vote(),
                    1 => new HttpRequestMessage(HttpMethod.Get, "/api/v1/candidates?sort=votes"),
                    2 => new HttpRequestMessage(HttpMethod.Get, $"/api/v1/candidates/{candidate}"),
                    _ when number % 40 == 3 => Tip(),
                    _ => new HttpRequestMessage(HttpMethod.Get, "/api/v1/me/votes"),
                };
                var isOpen = request.Method == HttpMethod.Get && number % 4 != 3;
                if (!isOpen)
                {
                    request.Headers.Authorization = new AuthenticationHeaderValue(
                        "Bearer",
                        service.TokenFor(voter.Citizen, voter.Session)
                    );
                }

                using var answer = await http.SendAsync(request);
                if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Created))
                {
                    var told = await answer.Content.ReadAsStringAsync();
                    Report.Say($"{request.Method} {request.RequestUri}: {answer.StatusCode} {told}");
                    Interlocked.Increment(ref errors);
                }

                HttpRequestMessage Vote() => new(HttpMethod.Post, $"/api/v1/candidates/{candidate}/votes");
            }
            catch (HttpRequestException e)
            {
                Report.Say(e.Message);
                Interlocked.Increment(ref errors);
            }
            finally
            {
                flying.Release();
            }
        }

        static HttpRequestMessage Tip() =>
            new(HttpMethod.Post, "/api/v1/tips")
            {
                Content = new StringContent(
                    """
                    {"name":"王师傅","workUnit":"杭州机械厂","district":"330102","trade":"machinery","relation":"同事","story":"从业三十年，手艺精湛，带出许多徒弟，厂里的难题都找他。","photoIds":[]}
                    """,
                    Encoding.UTF8,
                    "application/json"
                ),
            };
    }
}
