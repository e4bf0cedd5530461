using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Voting;

namespace Craftsman.Load;

/// <summary>
/// Two large candidates are merged and parted, one after the other without a rest, while others are voted for; beside the same traffic
/// without. Four fifths of their votes are of today, a quarter of each candidate's voters voted for both, and half of those who vote for
/// others meanwhile have voted for one of the two before. Nothing is told when an answer was unexpected or a number wrong.
/// </summary>
internal static class MergeBench
{
    private const int Tips = 1000;
    private const int Others = 200;
    private const int Connections = 16;
    private const int Rounds = 3;
    private const int VotersPerWindow = 40_000;
    private const int EarlierDays = 10;
    private const string Password = "a long password for benches";
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(6);

    public static async Task<int> Run(Report report, int votes)
    {
        var secrets = BenchService.NewSecrets();
        var database = await BenchDatabase.Create(secrets);
        Report.Say("Adding candidates, tips and votes …");
        var candidates = await database.AddCandidates(Others + 2);
        var (from, into, others) = (candidates[0], candidates[1], candidates[2..]);
        var voters = await database.AddVoters(VotersPerWindow * Rounds * 2);
        var secret = await database.VoterKeySecret(secrets);
        await database.AddVotes([.. Votes(from, into, votes, [.. voters.Select(voter => voter.Citizen)], secret)]);
        await database.AddTips(
            Enumerable.Range(0, Tips).Select(at => (voters[at % (Tips * 2 / 3)].Citizen, at < Tips / 2 ? from : into))
        );
        await database.AddStaff("merger", Password, StaffRole.TipReviewer, StaffRole.Auditor);
        await using var service = await BenchService.Start(database, secrets);
        using var staff = await service.LogsIn("merger", Password);

        // Each window takes voters from the whole list, so that in each some have voted for the two and some have not.
        var requests = Path.GetTempFileName();
        await File.WriteAllLinesAsync(
            requests,
            Enumerable
                .Range(0, voters.Length)
                .Select(at => voters[(int)((long)at * 7919 % voters.Length)])
                .Select(
                    (voter, at) =>
                        $"POST /api/v1/candidates/{others[at % Others]}/votes {service.TokenFor(voter.Citizen, voter.Session)}"
                )
        );
        Task<WrkResult> Traffic(int window) =>
            Wrk.Send(service.Address, requests, window * VotersPerWindow, Connections, Window);

        var (merges, undos) = (new List<double>(), new List<double>());
        await MergeAndUndo(staff, from, into, [], []);

        var (calm, busy) = (new List<WrkResult>(), new List<WrkResult>());
        for (var round = 0; round < Rounds; round++)
        {
            calm.Add(await Traffic(round * 2));
            var traffic = Traffic((round * 2) + 1);
            while (!traffic.IsCompleted)
            {
                await MergeAndUndo(staff, from, into, merges, undos);
            }

            busy.Add(await traffic);
            Report.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"round {round + 1}: calm {calm[^1].PerSecond:0}/s (p99 {calm[^1].P99Milliseconds:0.0} ms, most {calm[^1].MostMilliseconds:0} ms), merging {busy[^1].PerSecond:0}/s (p99 {busy[^1].P99Milliseconds:0.0} ms, most {busy[^1].MostMilliseconds:0} ms); last merge {merges[^1]:0.00} s, undo {undos[^1]:0.00} s"
                )
            );
        }

        var unexpected = calm.Concat(busy).Sum(result => result.Unexpected);
        // The votes that were there from the beginning came as rows, without a ledger.
        var differences = (await staff.GetFromJsonAsync<JsonElement>("/admin/v1/votes/reconcile"))
            .GetProperty("differences")
            .EnumerateArray()
            .Where(difference => difference.GetProperty("kind").GetString() != "ledger-cast")
            .ToList();
        if (unexpected > 0 || differences.Count > 0)
        {
            Report.Say(
                $"Nothing is told: {unexpected} unexpected answers, differences {string.Join(' ', differences)}."
            );
            return 1;
        }

        report.Add("merge.seconds", Report.Median(merges), "s");
        report.Add("merge.most_seconds", merges.Max(), "s");
        report.Add("undo.seconds", Report.Median(undos), "s");
        report.Add("undo.most_seconds", undos.Max(), "s");
        report.Add("merge.others_p99_ms", Report.Median(busy.Select(result => result.P99Milliseconds)), "ms");
        report.Add(
            "merge.others_p99_ratio",
            Report.Median(busy.Zip(calm, (with, without) => with.P99Milliseconds / without.P99Milliseconds)),
            "ratio"
        );
        report.Add("merge.others_max_ms", busy.Max(result => result.MostMilliseconds), "ms");
        report.Add("merge.calm_max_ms", calm.Max(result => result.MostMilliseconds), "ms");
        report.Print();
        return 0;
    }

    private static async Task MergeAndUndo(
        HttpClient staff,
        Guid from,
        Guid into,
        List<double> merges,
        List<double> undos
    )
    {
        var begun = Stopwatch.GetTimestamp();
        using var merged = await staff.PostAsJsonAsync(
            "/admin/v1/candidates/merge",
            new
            {
                from,
                into,
                reason = "测速",
            }
        );
        merged.EnsureSuccessStatusCode();
        merges.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
        var mergeId = (await merged.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("mergeId").GetString();

        begun = Stopwatch.GetTimestamp();
        using var undone = await staff.PostAsJsonAsync(
            $"/admin/v1/candidates/merges/{mergeId}/undo",
            new { reason = "测速" }
        );
        undone.EnsureSuccessStatusCode();
        undos.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
    }

    /// <summary>Of five votes four are of today; of four voters of a candidate and day one votes for the other too.</summary>
    private static IEnumerable<BenchVote> Votes(Guid from, Guid into, int count, Guid[] citizens, byte[] secret)
    {
        var now = TimeProvider.System.GetUtcNow();
        var today = ChinaDay.Of(now);
        var sinceMidnight = now - ChinaDay.StartOf(today);
        var random = new Random(1);
        var voter = 0;
        for (var added = 0; added < count; voter++)
        {
            var isOfToday = voter % 5 != 0;
            var at = isOfToday ? now - (sinceMidnight * random.NextDouble()) : now.AddDays(-1 - (voter % EarlierDays));
            var key =
                isOfToday && voter < citizens.Length
                    ? VoterKeys.Of(secret, $"bench-{citizens[voter]:N}")
                    : RandomNumberGenerator.GetBytes(32);
            // Seven voters in turn: three for one, three for the other, one for both.
            var chosen = (voter % 7) switch
            {
                < 3 => new[] { from },
                < 6 => [into],
                _ => voter % 2 == 0 ? [from, into] : [into, from],
            };
            for (var slot = 1; slot <= chosen.Length; slot++, added++)
            {
                var castAt = at.AddMilliseconds(slot);
                yield return new BenchVote(
                    Guid.CreateVersion7(castAt),
                    chosen[slot - 1],
                    key,
                    isOfToday ? today : ChinaDay.Of(at),
                    slot,
                    castAt,
                    key[..8],
                    3600,
                    IsStuffed: false,
                    "merged"
                );
            }
        }
    }
}
