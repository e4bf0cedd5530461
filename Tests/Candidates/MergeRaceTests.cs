using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Candidates;

/// <summary>Merges and undos beside each other and beside everything that must not act on stale links (law 3), through two instances.</summary>
public sealed class MergeRaceTests(App app)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Merges_of_overlapping_candidates_at_once_end_in_one_tree(int seed)
    {
        var candidates = await Candidates(4);
        var citizens = await Citizens(3);
        await Task.WhenAll(
            citizens.SelectMany(citizen => candidates.Take(3).Select(candidate => citizen.VotesFor(candidate)))
        );
        ApiClient[] instances = [app.Anonymous, app.With()];
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        (Guid From, Guid Into)[] pairs =
        [
            .. candidates.SelectMany(from => candidates.Where(into => into != from).Select(into => (from, into))),
        ];
        new Random(seed).Shuffle(pairs);

        var answers = await Task.WhenAll(
            pairs.Select((pair, at) => reviewer.At(instances[at % 2]).TriesToMerge(pair.From, pair.Into))
        );

        Assert.Equal(candidates.Length - 1, answers.Count(answer => answer.Status == 200));
        Assert.All(
            answers.Where(answer => answer.Status != 200),
            answer => Assert.Contains(answer.Code, new[] { "already-merged", "merge-same-worker" })
        );
        Assert.Equal(
            1,
            await app.Database.Value<int>(
                "SELECT COUNT(DISTINCT root_id) FROM candidates WHERE id IN @candidates",
                new { candidates }
            )
        );
        Assert.Empty(await app.Contradictions(candidates));
    }

    [Fact]
    public async Task Merges_and_undos_beside_votes_quarantines_and_restores_leave_every_number_exact()
    {
        var candidates = await Candidates(3);
        var citizens = await Citizens(24);
        ApiClient[] instances = [app.Anonymous, app.With()];
        var (reviewer, fraud) = (await app.Staff(StaffRole.TipReviewer), await app.FraudReviewer());
        var mergers = Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(async at =>
                {
                    for (var round = 0; round < 5; round++)
                    {
                        var merged = await reviewer
                            .At(instances[at])
                            .TriesToMerge(candidates[at], candidates[(at + 1 + round % 2) % 3]);
                        if (merged.Status == 200)
                        {
                            (await reviewer.At(instances[at]).TriesToUndo(Guid.Parse(merged.Word("mergeId")))).Should(
                                200
                            );
                        }
                        else
                        {
                            Assert.Contains(merged.Code, new[] { "already-merged", "merge-same-worker" });
                        }
                    }
                })
        );
        var states = ChangesStates();

        var answers = await Task.WhenAll(
            citizens.SelectMany(
                (citizen, at) =>
                    candidates.Select(
                        async (candidate, place) =>
                        {
                            await Task.Delay(at * 15);
                            return await citizen.At(instances[place % 2]).VotesFor(candidate);
                        }
                    )
            )
        );
        await Task.WhenAll(mergers, states);

        Assert.All(answers, answer => Assert.True(answer.Status == 201 || answer.Code == "already-voted-today"));
        Assert.Empty(await app.Contradictions(candidates));

        async Task ChangesStates()
        {
            for (var round = 0; !mergers.IsCompleted || round < 4; round++)
            {
                var votes = await app.Database.Rows<Guid>(
                    "SELECT id FROM votes WHERE candidate_id IN @candidates",
                    new { candidates }
                );
                if (votes.Count > 0)
                {
                    (await fraud.ChangesVotes(round % 2 == 0 ? "quarantine" : "restore", votes)).Should(200);
                }
            }
        }
    }

    [Fact]
    public async Task Votes_of_one_citizen_for_both_beside_the_merge_leave_one_that_stands()
    {
        var second = app.With();
        for (var round = 0; round < 4; round++)
        {
            var candidates = await Candidates(2);
            var citizens = await Citizens(12);

            var merge = app.Merges(candidates[0], candidates[1]);
            await Task.WhenAll(
                citizens.SelectMany(citizen =>
                    new[] { citizen.VotesFor(candidates[0]), citizen.At(second).VotesFor(candidates[1]) }
                )
            );
            await merge;

            Assert.Equal((12, 12), await app.Standing(candidates[1]));
            Assert.Empty(await app.Contradictions(candidates));
        }
    }

    /// <summary>The first is young enough to be looked for; the second comes from a host whose clock is an hour behind.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(-60)]
    public async Task A_vote_that_is_written_after_the_pairs_were_searched_steps_back_too(int minutes)
    {
        var (from, into) = (await app.CandidateRow(), await app.CandidateRow());
        var voter = new byte[32];
        Random.Shared.NextBytes(voter);
        await Votes(voter, from, 1, TimeProvider.System.GetUtcNow().AddHours(-2));
        Task<Guid> merge;
        await using (
            await app.Database.Holds(
                "SELECT f.epoch FROM voting_fences f JOIN campaigns c ON c.id = f.campaign_id WHERE c.is_current = 1 LOCK IN SHARE MODE",
                new { }
            )
        )
        {
            merge = app.Merges(from, into);
            await TheMergeWaits();
            await Votes(voter, into, 2, TimeProvider.System.GetUtcNow().AddMinutes(minutes));
        }

        await merge;

        Assert.Equal((1, 1), await app.Standing(into));
        Assert.Empty(await app.Contradictions([from, into]));
    }

    [Fact]
    public async Task A_merge_that_holds_its_candidates_holds_no_vote_for_them_or_others()
    {
        var (from, into, other) = (await app.CandidateRow(), await app.CandidateRow(), await app.CandidateRow());
        var citizen = await app.NewCitizen();
        (await citizen.VotesFor(from)).Should(201);
        await using var holder = await app.Database.Holds(
            "SELECT id FROM candidates WHERE id IN (@from, @into) FOR UPDATE",
            new { from, into }
        );

        (await citizen.VotesFor(other)).Should(201);
        (await citizen.VotesFor(into)).Should(201);
    }

    private async Task TheMergeWaits()
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE() AND info LIKE 'SELECT epoch%FOR UPDATE'"
            ) == 0
        )
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, "The merge never came to the fence.");
            await Task.Delay(20);
        }
    }

    /// <summary>A vote as a writer leaves it, tally and all.</summary>
    private Task<int> Votes(byte[] voter, Guid candidate, int slot, DateTimeOffset at) =>
        app.Database.Execute(
            """
            INSERT INTO votes (id, candidate_id, voter_key, day, slot, state, cast_at, receipt, votes_left)
            VALUES (@id, @candidate, @voter, @day, @slot, 'Counted', @at, @receipt, 0);
            UPDATE candidate_tallies SET standing = standing + 1 WHERE candidate_id = @candidate;
            """,
            new
            {
                id = Guid.CreateVersion7(at),
                candidate,
                voter,
                day = ChinaDay.Of(TimeProvider.System.GetUtcNow()),
                slot,
                at,
                receipt = System.Security.Cryptography.RandomNumberGenerator.GetBytes(15),
            }
        );

    private async Task<Guid[]> Candidates(int count)
    {
        var candidates = new Guid[count];
        for (var at = 0; at < count; at++)
        {
            candidates[at] = await app.CandidateRow();
        }

        return candidates;
    }

    private Task<Citizen[]> Citizens(int count) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(_ => app.NewCitizen()));
}
