using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Craftsman.Domain.Voting;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Operations;

/// <summary>Law 2: what was acknowledged is there, however the process ended. Compared by id, from outside the process.</summary>
public sealed class CrashTests(App app, ITestOutputHelper output)
{
    private const int TipsPerDay = 5;
    private const int VotesPerDay = 3;

    [Fact]
    public async Task Killed_three_times_in_a_storm_it_loses_no_tip_and_no_vote_that_it_acknowledged()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"seed {seed.ToString(CultureInfo.InvariantCulture)}");
        var random = new Random(seed);
        var storm = await Storm.Gathers(app, citizens: 140, random);
        var moments = Enumerable
            .Range(0, 3)
            .Select(part => random.Next(100 + (part * 330), 400 + (part * 330)))
            .ToArray();

        var api = await ApiProcess.Serves(app);
        try
        {
            storm.TurnsTo(api.Anonymous);
            var blowing = storm.Blows();
            foreach (var moment in moments)
            {
                await storm.Acknowledges(moment);
                await Task.Delay(random.Next(20), TestContext.Current.CancellationToken);
                await api.Kill();
                var next = await ApiProcess.Serves(app);
                await api.DisposeAsync();
                api = next;
                storm.TurnsTo(api.Anonymous);
            }

            await blowing;
        }
        finally
        {
            await api.DisposeAsync();
        }

        Assert.True(storm.Acknowledged >= 1000);
        Assert.True(storm.CutOff > 0, "No request was in flight when the process was killed.");
        await storm.IsWholeIn(app);
    }

    [Fact]
    public async Task Told_to_stop_under_load_it_finishes_what_it_began_and_exits_with_0()
    {
        var storm = await Storm.Gathers(app, citizens: 40, new Random(1));
        await using var api = await ApiProcess.Serves(app);
        storm.TurnsTo(api.Anonymous);
        var blowing = storm.Blows();
        await storm.Acknowledges(80);

        Assert.Equal(0, await api.Stop());

        await using var next = await ApiProcess.Serves(app);
        storm.TurnsTo(next.Anonymous);
        await blowing;
        await storm.IsWholeIn(app);
    }

    /// <summary>
    /// Citizens who send all their tips and votes of a day, from many phones at once. A request that was cut off is sent again with its
    /// key until it is answered, as the mini program does.
    /// </summary>
    private sealed class Storm
    {
        private const int Phones = 24;

        /// <summary>A minute at the least, while an instance starts.</summary>
        private const int MostTries = 3000;

        private readonly ConcurrentQueue<Request> waiting;
        private readonly ConcurrentBag<string> tips = [];
        private readonly ConcurrentBag<(Guid Candidate, string Receipt)> votes = [];
        private readonly IReadOnlyList<Guid> citizens;
        private readonly IReadOnlyList<Guid> candidates;
        private volatile ApiClient instance = null!;
        private Task blowing = Task.CompletedTask;
        private int acknowledged;
        private int cutOff;

        private Storm(IEnumerable<Request> requests, IReadOnlyList<Guid> citizens, IReadOnlyList<Guid> candidates)
        {
            waiting = new(requests);
            this.citizens = citizens;
            this.candidates = candidates;
        }

        public int Acknowledged => Volatile.Read(ref acknowledged);

        public int CutOff => Volatile.Read(ref cutOff);

        public static async Task<Storm> Gathers(App app, int citizens, Random random)
        {
            var workers = new List<Guid>();
            for (var i = 0; i < 10; i++)
            {
                workers.Add(await app.CandidateRow());
            }

            var people = new List<Citizen>();
            foreach (var group in Enumerable.Range(0, citizens).Chunk(20))
            {
                people.AddRange(await Task.WhenAll(group.Select(_ => app.NewCitizen())));
            }

            var ids = await Task.WhenAll(people.Select(app.IdOf));
            Request[] requests =
            [
                .. people.SelectMany(citizen =>
                    random
                        .GetItems([.. workers], VotesPerDay * 4)
                        .Distinct()
                        .Take(VotesPerDay)
                        .Select(candidate => new Request(citizen, candidate, Key(random)))
                        .Concat(Enumerable.Range(0, TipsPerDay).Select(_ => new Request(citizen, null, Key(random))))
                ),
            ];
            random.Shuffle(requests);
            return new Storm(requests, ids, workers);
        }

        public void TurnsTo(ApiClient anonymous) => instance = anonymous;

        public Task Blows() =>
            blowing = Task.WhenAll(Enumerable.Range(0, Phones).Select(_ => Task.Run(SendOneAfterAnother)));

        public async Task Acknowledges(int count)
        {
            while (Acknowledged < count && !blowing.IsCompleted)
            {
                await Task.Delay(1);
            }
        }

        public async Task IsWholeIn(App app)
        {
            var tipsStored = await app.Database.Rows<Guid>(
                "SELECT id FROM tips WHERE citizen_id IN @citizens",
                new { citizens }
            );
            Assert.Empty(tips.Select(Guid.Parse).Except(tipsStored));
            Assert.Equal(tips.Count, tipsStored.Count);
            Assert.Equal(tips.Count, tips.Distinct().Count());

            var votesStored = await app.Database.Rows<VoteRow>(
                "SELECT id, candidate_id, voter_key, day, cast_at, receipt FROM votes WHERE candidate_id IN @candidates",
                new { candidates }
            );
            Assert.Empty(
                votes.Except(votesStored.Select(vote => (vote.CandidateId, Convert.ToHexStringLower(vote.Receipt))))
            );
            Assert.Equal(votes.Count, votesStored.Count);
            foreach (var candidate in candidates)
            {
                var (tally, counted) = await app.Standing(candidate);
                Assert.Equal(counted, tally);
            }

            await NothingIsHalfWritten(app, votesStored);
        }

        private async Task NothingIsHalfWritten(App app, IReadOnlyList<VoteRow> votesStored)
        {
            Assert.Equal(
                0,
                await app.Database.Value<int>(
                    """
                    SELECT COUNT(*)
                    FROM tips t
                    WHERE t.citizen_id IN @citizens
                        AND 1 <> (SELECT COUNT(*) FROM tip_events e WHERE e.tip_id = t.id AND e.kind = 'Received')
                    """,
                    new { citizens }
                )
            );
            Assert.Equal(
                (tips.Count, 0),
                (
                    await app.Database.Value<int>(
                        "SELECT COUNT(*) FROM idempotency_keys WHERE citizen_id IN @citizens",
                        new { citizens }
                    ),
                    await app.Database.Value<int>(
                        "SELECT COUNT(*) FROM idempotency_keys WHERE citizen_id IN @citizens AND answer = ''",
                        new { citizens }
                    )
                )
            );
            Assert.True(
                await app.Database.Value<int>(
                    "SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM tips WHERE citizen_id IN @citizens GROUP BY citizen_id, day) AS days",
                    new { citizens }
                ) <= TipsPerDay
            );
            Assert.All(
                votesStored.GroupBy(vote => (Convert.ToHexString(vote.VoterKey), vote.Day)),
                day => Assert.True(day.Count() <= VotesPerDay)
            );

            var leaves = await app.Database.Rows<byte[]>(
                "SELECT leaves FROM ledger_entries WHERE kind = 'Cast' AND at >= @since",
                new { since = votesStored.Min(vote => vote.CastAt) }
            );
            Assert.Empty(
                votesStored
                    .Select(vote => Convert.ToHexString(vote.Leaf()))
                    .Except(leaves.SelectMany(batch => batch.Chunk(LedgerLeaf.Bytes)).Select(Convert.ToHexString))
            );
        }

        private static string Key(Random random) => random.NextInt64().ToString("x16", CultureInfo.InvariantCulture);

        private async Task SendOneAfterAnother()
        {
            while (waiting.TryDequeue(out var request))
            {
                await SendUntilAnswered(request);
                Interlocked.Increment(ref acknowledged);
            }
        }

        /// <summary>“Busy, nothing was stored” (503) is no answer either: the phone tries again.</summary>
        private async Task SendUntilAnswered(Request request)
        {
            for (var tries = 0; tries < MostTries; tries++)
            {
                var citizen = request.Citizen.At(instance);
                try
                {
                    var answer = request.Candidate is { } candidate
                        ? await citizen.VotesFor(candidate, request.Key)
                        : await citizen.SendsTip(A.Tip(), request.Key);
                    if (answer.Status != 503)
                    {
                        Note(request, answer.Should(201));
                        return;
                    }
                }
                catch (Exception e) when (e is HttpRequestException or IOException)
                {
                    Interlocked.Increment(ref cutOff);
                }

                await Task.Delay(20);
            }

            Assert.Fail("A request was never answered.");
        }

        private void Note(Request request, Answer answer)
        {
            if (request.Candidate is { } candidate)
            {
                votes.Add((candidate, answer.Word("receipt")));
            }
            else
            {
                tips.Add(answer.Word("id"));
            }
        }

        private sealed record Request(Citizen Citizen, Guid? Candidate, string Key);

        private sealed record VoteRow
        {
            public Guid Id { get; init; }
            public Guid CandidateId { get; init; }
            public byte[] VoterKey { get; init; } = [];
            public DateOnly Day { get; init; }
            public DateTimeOffset CastAt { get; init; }
            public byte[] Receipt { get; init; } = [];

            public byte[] Leaf() =>
                new LedgerLeaf("Cast", Id, CandidateId, VoterKey, Day, null, VoteState.Counted, CastAt, Receipt).Hash();
        }
    }
}
