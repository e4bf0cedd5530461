using System.Security.Cryptography;
using Craftsman.Domain;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Voting;
using MySqlConnector;

namespace Craftsman.Load;

/// <summary>
/// Stuffing beside honest traffic, drawn from a seed, written as votes of the last hour and scored minute by minute as the service does.
/// Honest: a steady crowd, a candidate on television, three hundred workmates behind one network. Stuffing: a farm of new accounts in few
/// networks, new accounts from everywhere, a timer with old accounts, and robots that vote down the list.
/// </summary>
internal static class AttackBench
{
    private const int Candidates = 200;
    private const double Minutes = 50;

    public static async Task<int> Run(Report report, int seed)
    {
        var database = await BenchDatabase.Create(BenchService.NewSecrets());
        // The newest is the first of the list.
        var list = (await database.AddCandidates(Candidates)).Reverse().ToArray();
        var start = TimeProvider.System.GetUtcNow().AddMinutes(-Minutes - 2);
        var votes = Draw(new Random(seed), list, start).ToList();
        await database.AddVotes(votes);

        await using var source = new MySqlDataSource(
            DatabaseOptions.WithOurSettings(database.ConnectionString).ConnectionString
        );
        var db = new Db(source);
        await db.Execute(
            "INSERT INTO vote_scorings (campaign_id, scored_until) VALUES (@campaignId, @start)",
            new { campaignId = database.CampaignId, start },
            CancellationToken.None
        );
        var scoring = new VoteScoring(db, new VoteStateStore(db));
        while (await scoring.ScoreNext(database.CampaignId, TimeProvider.System.GetUtcNow(), CancellationToken.None))
        {
            // Minute after minute.
        }

        var setAside = (
            await db.List<Guid>("SELECT id FROM votes WHERE state = 'Quarantined'", null, CancellationToken.None)
        ).ToHashSet();
        var stuffed = votes.Where(vote => vote.IsStuffed).ToList();
        var honest = votes.Where(vote => !vote.IsStuffed).ToList();
        foreach (var kind in votes.GroupBy(vote => vote.Kind))
        {
            Report.Say($"{kind.Key}: {kind.Count(vote => setAside.Contains(vote.Id))} of {kind.Count()} set aside");
        }

        report.Add("attack.caught", (double)stuffed.Count(vote => setAside.Contains(vote.Id)) / stuffed.Count, "ratio");
        report.Add(
            "attack.honest_hurt",
            (double)honest.Count(vote => setAside.Contains(vote.Id)) / honest.Count,
            "ratio"
        );
        report.Add("attack.votes", votes.Count, "votes");
        report.Print();
        return 0;
    }

    private static IEnumerable<BenchVote> Draw(Random random, Guid[] list, DateTimeOffset start)
    {
        BenchVote Vote(
            string kind,
            bool isStuffed,
            double second,
            int place,
            string voter,
            int slot,
            string network,
            int age
        )
        {
            var at = start.AddSeconds(Math.Clamp(second, 0, (Minutes * 60) - 1));
            return new BenchVote(
                Guid.CreateVersion7(at),
                list[place],
                SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(voter)),
                ChinaDay.Of(at),
                slot,
                at,
                SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(network))[..8],
                age,
                isStuffed,
                kind
            );
        }

        // Half come for the first time; a person reads before voting, half of them longer than 25 seconds.
        int HumanAge() =>
            random.Next(2) == 0 ? random.Next(3600, 2_000_000) : (int)(25 * Math.Exp(0.8 * Gaussian(random))) + 1;
        string Anywhere() => $"net {random.Next(100_000)}";

        for (var voter = 0; voter < 6000; voter++)
        {
            var (second, age, network) = (random.NextDouble() * Minutes * 60, HumanAge(), Anywhere());
            // Some vote for the first of the list one after the other.
            var first = random.Next(10) == 0 ? 0 : (int)(Math.Pow(random.NextDouble(), 2) * (Candidates - 3));
            var count = random.Next(1, 4);
            var step = random.Next(10) == 0 ? 1 : random.Next(2, 30);
            for (var slot = 0; slot < count; slot++)
            {
                yield return Vote(
                    "steady crowd",
                    false,
                    second,
                    Math.Min(first + (slot * step), Candidates - 1 - (count - 1 - slot)),
                    $"crowd {voter}",
                    slot + 1,
                    network,
                    age
                );
                var pause = 2 + (random.NextDouble() * 30);
                second += pause;
                age += (int)pause;
            }
        }

        var television = random.Next(20, Candidates);
        var broadcast = random.NextDouble() * Minutes * 40;
        for (var voter = 0; voter < 2500; voter++)
        {
            var second = broadcast + (-Math.Log(1 - random.NextDouble()) * 240);
            // They scan the code on the screen and know whom they came for.
            var age = random.Next(5) == 0 ? HumanAge() : (int)(18 * Math.Exp(0.7 * Gaussian(random))) + 1;
            yield return Vote("television", false, second, television, $"viewer {voter}", 1, Anywhere(), age);
        }

        var workmate = random.Next(20, Candidates);
        var breakAt = random.NextDouble() * Minutes * 30;
        for (var voter = 0; voter < 300; voter++)
        {
            yield return Vote(
                "workmates",
                false,
                breakAt + (random.NextDouble() * 900),
                workmate,
                $"workmate {voter}",
                1,
                "factory",
                (int)(22 * Math.Exp(0.7 * Gaussian(random))) + 1
            );
        }

        foreach (var farm in Enumerable.Range(0, 3))
        {
            var (place, begin) = (random.Next(20, Candidates), random.NextDouble() * Minutes * 30);
            for (var voter = 0; voter < 250; voter++)
            {
                var second = begin + (voter * (1 + random.NextDouble()));
                yield return Vote(
                    "farm",
                    true,
                    second,
                    place,
                    $"farm {farm} {voter}",
                    1,
                    $"farm {farm} {random.Next(4)}",
                    random.Next(0, 7)
                );
            }
        }

        var (spread, spreadAt) = (random.Next(20, Candidates), random.NextDouble() * Minutes * 30);
        for (var voter = 0; voter < 400; voter++)
        {
            var second = spreadAt + (random.NextDouble() * 500);
            yield return Vote(
                "from everywhere",
                true,
                second,
                spread,
                $"spread {voter}",
                1,
                Anywhere(),
                random.Next(0, 7)
            );
        }

        var (timer, timerAt, tick) = (
            random.Next(20, Candidates),
            random.NextDouble() * Minutes * 20,
            3 + (random.NextDouble() * 6)
        );
        for (var voter = 0; voter < 150; voter++)
        {
            var second = timerAt + (voter * tick) + (random.NextDouble() * tick * 0.3);
            yield return Vote("timer", true, second, timer, $"timer {voter}", 1, "timer", random.Next(80_000, 900_000));
        }

        var robots = random.NextDouble() * Minutes * 30;
        for (var voter = 0; voter < 120; voter++)
        {
            var (second, first) = (robots + (voter * 6 * random.NextDouble()), random.Next(0, Candidates - 3));
            for (var slot = 0; slot < 3; slot++)
            {
                yield return Vote(
                    "down the list",
                    true,
                    second,
                    first + slot,
                    $"robot {voter}",
                    slot + 1,
                    $"robots {voter % 3}",
                    random.Next(80_000, 900_000)
                );
                second += 0.5 + random.NextDouble();
            }
        }
    }

    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}

/// <summary>A vote to be written as a row, and what it is.</summary>
internal sealed record BenchVote(
    Guid Id,
    Guid CandidateId,
    byte[] VoterKey,
    DateOnly Day,
    int Slot,
    DateTimeOffset CastAt,
    byte[] NetworkKey,
    int AccountAge,
    bool IsStuffed,
    string Kind
);
