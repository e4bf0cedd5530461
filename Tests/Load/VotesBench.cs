using System.Globalization;

namespace Craftsman.Load;

/// <summary>
/// Voters all different, two hundred candidates, 128 connections. Each round runs the floor, our vote and the naive vote in turn; what is
/// told are medians of the rounds. Every vote that was answered with success must be a row, or nothing is told.
/// </summary>
internal static class VotesBench
{
    private const int Candidates = 200;
    private const int Connections = 128;
    private const int Rounds = 3;
    private const int VotersPerRound = 90_000;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(5);

    /// <summary>Fewer come in a second, and until the runtime has compiled the path for good its work is what would be measured.</summary>
    private static readonly TimeSpan WarmVotes = TimeSpan.FromSeconds(15);

    public static async Task<int> Run(Report report)
    {
        var secrets = BenchService.NewSecrets();
        var database = await BenchDatabase.Create(secrets);
        Report.Say("Adding candidates and voters …");
        var candidates = await database.AddCandidates(Candidates);
        var voters = await database.AddVoters(VotersPerRound * (Rounds + 1));
        await database.Migrate(NaiveSql.Tables);
        await using var service = await BenchService.Start(database, secrets);

        string Requests(string pathFormat) =>
            Write(
                voters.Select(
                    (voter, at) =>
                        $"POST {string.Format(CultureInfo.InvariantCulture, pathFormat, candidates[at % Candidates])} {service.TokenFor(voter.Citizen, voter.Session)}"
                )
            );

        var floorFile = Requests("/bench/floor/{0}");
        var voteFile = Requests("/api/v1/candidates/{0}/votes");
        var naiveFile = Requests("/bench/naive/{0}");

        Task<WrkResult> Send(string file, int round, TimeSpan duration) =>
            Wrk.Send(service.Address, file, round * VotersPerRound, Connections, duration);

        Report.Say("Warming up …");
        var (warmed, unsure) = (0L, 0L);
        foreach (
            var (file, duration) in ((string, TimeSpan)[])[(floorFile, Warm), (voteFile, WarmVotes), (naiveFile, Warm)]
        )
        {
            var warm = await Send(file, Rounds, duration);
            // While it is cold some wait long, and a fast machine runs out of voters, who are refused: those may be rows or not.
            warmed += file == voteFile ? warm.Requests - warm.Unexpected : 0;
            unsure += file == voteFile ? warm.Unexpected : 0;
        }

        var (floors, votes, naives) = (new List<WrkResult>(), new List<WrkResult>(), new List<WrkResult>());
        for (var round = 0; round < Rounds; round++)
        {
            var start = service.ProcessorTime;
            var floor = await Send(floorFile, round, Duration);
            var before = service.ProcessorTime;
            var vote = await Send(voteFile, round, Duration);
            var processor = service.ProcessorTime - before;
            var naive = await Send(naiveFile, round, Duration);
            floors.Add(floor);
            votes.Add(vote);
            naives.Add(naive);
            Report.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"round {round + 1}: floor {floor.PerSecond:0}/s ({(before - start).TotalMicroseconds / floor.Requests:0} µs of the service's processor time each), vote {vote.PerSecond:0}/s (p99 {vote.P99Milliseconds:0.0} ms, {processor.TotalMicroseconds / vote.Requests:0} µs), naive {naive.PerSecond:0}/s"
                )
            );
        }

        var unexpected = floors.Concat(votes).Concat(naives).Sum(result => result.Unexpected);
        var answered = warmed + votes.Sum(vote => vote.Requests);
        var rows = await database.Value<long>("SELECT COUNT(*) FROM votes");
        var tallies = await database.Value<long>("SELECT SUM(standing) FROM candidate_tallies");
        // At the end of a round wrk drops the answers it still waits for: such a vote is a row without an answer.
        if (
            unexpected > 0
            || rows < answered
            || rows > answered + unsure + (Connections * (Rounds + 1))
            || rows != tallies
        )
        {
            Report.Say(
                $"Nothing is told: {unexpected} unexpected answers, {answered} votes answered, {rows} rows, tallies {tallies}."
            );
            return 1;
        }

        report.Add("votes.per_second", Median(votes, vote => vote.PerSecond), "votes/s");
        report.Add("votes.p50_ms", Median(votes, vote => vote.MedianMilliseconds), "ms");
        report.Add("votes.p99_ms", Median(votes, vote => vote.P99Milliseconds), "ms");
        report.Add("votes.over_naive", Ratio(votes, naives), "ratio");
        report.Add("votes.over_floor", Ratio(votes, floors), "ratio");
        report.Add("votes.floor_per_second", Median(floors, floor => floor.PerSecond), "requests/s");
        report.Add("votes.floor_p99_ms", Median(floors, floor => floor.P99Milliseconds), "ms");
        report.Add("votes.naive_per_second", Median(naives, naive => naive.PerSecond), "votes/s");
        report.Add(
            "votes.per_transaction",
            rows / (double)await database.Value<long>("SELECT COUNT(*) FROM ledger_entries"),
            "votes"
        );
        report.Add("votes.rss_mb", service.ResidentMegabytes, "MB");
        report.Print();
        return 0;
    }

    private static double Median(List<WrkResult> results, Func<WrkResult, double> figure) =>
        Report.Median(results.Select(figure));

    private static double Ratio(List<WrkResult> ours, List<WrkResult> theirs) =>
        Report.Median(ours.Zip(theirs, (our, their) => our.PerSecond / their.PerSecond));

    private static string Write(IEnumerable<string> lines)
    {
        var file = Path.GetTempFileName();
        File.WriteAllLines(file, lines);
        return file;
    }
}
