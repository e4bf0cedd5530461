using System.Collections.Concurrent;
using System.Diagnostics;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Voting;

/// <summary>Votes from many phones at once through two instances, while what they stand on goes away and comes back.</summary>
public sealed class VoteStormTests(App app)
{
    private const int Quota = 3;

    [Fact]
    public async Task Through_two_instances_while_Redis_dies_is_emptied_and_returns_no_vote_is_double_lost_or_over_the_quota()
    {
        await using var redis = await RedisProcess.Starts();
        (string, string)[] changes =
        [
            ("Redis:ConnectionString", redis.ConnectionString),
            ("RateLimits:WritesPerCitizen:PerMinute", "1000000"),
            ("RateLimits:WritesPerCitizen:Burst", "1000000"),
        ];
        ApiClient[] instances = [app.With(changes), app.With(changes)];
        var candidates = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => app.CandidateRow()));
        var citizens = await LogIn(300);
        var random = new Random(44);
        (Citizen Citizen, Guid Candidate, string? Key)[] votes =
        [
            .. Enumerable.Repeat((citizens[0], candidates[0], (string?)"identical"), 500),
            .. Enumerable
                .Range(0, 5000)
                .Select(_ =>
                    (
                        citizens[random.Next(1, citizens.Count)],
                        candidates[random.Next(candidates.Length)],
                        random.Next(3) == 0 ? $"key-{random.Next(4)}" : null
                    )
                ),
        ];
        random.Shuffle(votes);

        var answered = 0;
        var storm = InTurn(
            votes,
            160,
            async (vote, at) =>
            {
                var answer = await vote.Citizen.At(instances[at % 2]).VotesFor(vote.Candidate, vote.Key);
                Interlocked.Increment(ref answered);
                return (vote.Citizen.Name, vote.Candidate, vote.Key, Answer: answer);
            }
        );
        await Reaches(() => Volatile.Read(ref answered), 500, storm);
        await redis.Dies();
        await Reaches(() => Volatile.Read(ref answered), 2000, storm);
        await redis.StartsAgain();
        var answers = await storm;

        // On a busy machine some wait too long. Such a vote may be a row, but never one without its caller being told to ask again.
        Assert.All(answers, answer => Assert.Contains(answer.Answer.Status, new[] { 201, 409, 422, 503 }));
        var busy = answers.Where(answer => answer.Answer.Status == 503).ToList();
        Assert.All(busy, answer => answer.Answer.ShouldRefuse(503, "voting-busy"));
        var identical = answers.Where(answer => answer.Key == "identical" && answer.Answer.Status != 503).ToList();
        Assert.All(identical, answer => answer.Answer.Should(201));
        Assert.Single(identical.Select(answer => answer.Answer.Text).Distinct());
        var receipts = answers
            .Where(answer => answer.Answer.Status == 201)
            .Select(answer => answer.Answer.Word("receipt"))
            .ToHashSet();
        var rows = await app.Database.Rows<byte[]>(
            "SELECT receipt FROM votes WHERE candidate_id IN @candidates",
            new { candidates }
        );
        Assert.Empty(receipts.Except(rows.Select(Convert.ToHexStringLower)));
        Assert.InRange(rows.Count, receipts.Count, receipts.Count + busy.Count);
        await NobodyIsOverTheQuotaIn(app.Database, candidates);
    }

    [Fact]
    public async Task The_database_killed_three_times_under_load_loses_no_acknowledged_vote_and_the_service_heals_by_itself()
    {
        await using var server = await MariaDbProcess.Starts();
        var database = await TestDatabase.Create(app.Secrets, server.Application, server.Migrator);
        var instance = app.With(("Database:ConnectionString", database.ConnectionString));
        var candidates = new List<Guid>();
        for (var i = 0; i < 20; i++)
        {
            candidates.Add(await database.CandidateRow());
        }

        var random = new Random(45);
        var citizens = new List<Citizen>();
        foreach (var group in Enumerable.Range(0, 420).Chunk(30))
        {
            citizens.AddRange(
                await Task.WhenAll(group.Select(_ => Citizen.LogIn(instance, app.UniqueName("stormy-"))))
            );
        }

        var votes = citizens
            .SelectMany(citizen =>
                random
                    .GetItems([.. candidates], Quota * 4)
                    .Distinct()
                    .Take(Quota)
                    .Select(candidate => (citizen, candidate))
            )
            .ToArray();
        random.Shuffle(votes);
        var refused = new ConcurrentBag<Answer>();
        var acknowledged = 0;
        var storm = InTurn(
            votes,
            32,
            async (vote, at) =>
            {
                var receipt = await UntilTaken(vote.citizen, vote.candidate, $"storm-{at}", refused);
                Interlocked.Increment(ref acknowledged);
                return receipt;
            }
        );
        foreach (var moment in new[] { 200, 500, 800 })
        {
            await Reaches(() => Volatile.Read(ref acknowledged), moment, storm);
            await server.Dies();
            await Task.Delay(random.Next(300), TestContext.Current.CancellationToken);
            await server.StartsAgain();
        }

        var receipts = await storm;

        Assert.True(receipts.Count >= 1000);
        Assert.NotEmpty(refused);
        Assert.All(
            refused,
            answer =>
            {
                Assert.Equal(503, answer.Status);
                Assert.True(answer.Headers.ContainsKey("Retry-After"));
            }
        );
        var stored = await database.Rows<byte[]>("SELECT receipt FROM votes");
        Assert.Empty(receipts.Except(stored.Select(Convert.ToHexStringLower)));
        Assert.Equal(receipts.Count, stored.Count);
        await NobodyIsOverTheQuotaIn(database, candidates);
    }

    [Fact]
    public async Task An_act_that_holds_a_candidate_for_long_holds_no_vote_for_another()
    {
        var (held, other) = (await app.CandidateRow(), await app.CandidateRow());
        var citizen = await app.NewCitizen();
        await using var holder = await app.Database.Holds(
            "SELECT id FROM candidates WHERE id = @held FOR UPDATE",
            new { held }
        );

        (await citizen.VotesFor(other)).Should(201);
    }

    [Fact]
    public async Task Nobody_waits_longer_than_two_seconds_for_a_campaign_that_is_held_and_the_retry_says_what_became_of_the_vote()
    {
        var candidate = await app.CandidateRow();
        var citizen = await app.NewCitizen();
        await using (
            await app.Database.Holds(
                "SELECT f.epoch FROM voting_fences f JOIN campaigns c ON c.id = f.campaign_id WHERE c.is_current = 1 FOR UPDATE",
                new { }
            )
        )
        {
            (await citizen.VotesFor(candidate, "held")).ShouldRefuse(503, "voting-busy");
        }

        var taken = (await citizen.VotesFor(candidate, "held")).Should(201);

        Assert.Equal(taken.Text, (await citizen.VotesFor(candidate, "held")).Should(201).Text);
        Assert.Equal((1, 1), await app.Standing(candidate));
    }

    [Fact]
    public async Task A_full_box_refuses_at_once_and_kindly()
    {
        var candidate = await app.CandidateRow();
        var small = app.With(("Voting:MostWaiting", "1"), ("Voting:Writers", "1"), ("Voting:MostTogether", "1"));
        var citizens = await LogIn(40);

        var answers = await Task.WhenAll(citizens.Select(citizen => citizen.At(small).VotesFor(candidate)));

        var refused = answers.Where(answer => answer.Status != 201).ToList();
        Assert.NotEmpty(refused);
        Assert.All(
            refused,
            answer =>
            {
                answer.ShouldRefuse(503, "voting-busy");
                Assert.True(answer.Headers.ContainsKey("Retry-After"));
            }
        );
        Assert.Equal((40 - refused.Count, 40 - refused.Count), await app.Standing(candidate));
    }

    private async Task<List<Citizen>> LogIn(int count)
    {
        var citizens = new List<Citizen>();
        foreach (var group in Enumerable.Range(0, count).Chunk(30))
        {
            citizens.AddRange(await Task.WhenAll(group.Select(_ => app.NewCitizen())));
        }

        return citizens;
    }

    /// <summary>As the mini program does: busy or cut off, the same vote goes again with its key.</summary>
    private static async Task<string> UntilTaken(
        Citizen citizen,
        Guid candidate,
        string key,
        ConcurrentBag<Answer> refused
    )
    {
        for (var tries = 0; tries < 3000; tries++)
        {
            var answer = await citizen.VotesFor(candidate, key);
            if (answer.Status == 201)
            {
                return answer.Word("receipt");
            }

            refused.Add(answer);
            await Task.Delay(20);
        }

        throw new InvalidOperationException("A vote was never taken.");
    }

    private static async Task NobodyIsOverTheQuotaIn(TestDatabase database, IReadOnlyList<Guid> candidates)
    {
        Assert.True(
            await database.Value<int>(
                "SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM votes WHERE candidate_id IN @candidates GROUP BY voter_key, day) AS days",
                new { candidates }
            ) <= Quota
        );
        foreach (var candidate in candidates)
        {
            var (tally, counted) = await database.Standing(candidate);
            Assert.Equal(counted, tally);
        }
    }

    private static async Task<List<TResult>> InTurn<T, TResult>(
        IReadOnlyList<T> items,
        int atOnce,
        Func<T, int, Task<TResult>> act
    )
    {
        var results = new TResult[items.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, items.Count),
            new ParallelOptions { MaxDegreeOfParallelism = atOnce },
            async (at, _) => results[at] = await act(items[at], at)
        );
        return [.. results];
    }

    private static async Task Reaches(Func<int> count, int target, Task storm)
    {
        var since = Stopwatch.StartNew();
        while (count() < target && !storm.IsCompleted)
        {
            Assert.True(since.Elapsed < TimeSpan.FromMinutes(2), "The storm stands still.");
            await Task.Delay(5);
        }
    }
}
