using Craftsman.Domain.Identity;
using Craftsman.Domain.Voting;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Voting;

/// <summary>Stuffing is set aside and comes back, and every number follows (laws 1, 3 and 5).</summary>
public sealed class VoteStateTests(App app)
{
    [Fact]
    public async Task A_vote_set_aside_leaves_the_public_number_and_returns_when_it_is_restored()
    {
        var candidate = await app.CandidateRow();
        var receipt = (await (await app.NewCitizen()).VotesFor(candidate)).Should(201).Word("receipt");
        var reviewer = await app.FraudReviewer();
        var votes = await app.VotesOf(candidate);

        Assert.Equal(1, (await reviewer.ChangesVotes("quarantine", votes)).Should(200).Number("changed"));

        Assert.Equal((0, 0), await app.Standing(candidate));
        Assert.Equal((1, 1), await app.SetAside(candidate));
        Assert.Equal(0, await PublicNumber(candidate));
        var shown = (await app.Anonymous.Get($"/api/v1/receipts/{receipt}")).Should(200);
        Assert.Equal(("SetAside", "under-review"), (shown.Word("state"), shown.Word("reasonCode")));
        Assert.Equal(0, (await reviewer.ChangesVotes("quarantine", votes)).Should(200).Number("changed"));

        Assert.Equal(1, (await reviewer.ChangesVotes("restore", votes)).Should(200).Number("changed"));

        Assert.Equal((1, 1), await app.Standing(candidate));
        Assert.Equal((0, 0), await app.SetAside(candidate));
        Assert.Equal(
            ["Counted-Quarantined", "Quarantined-Counted"],
            await app.Database.Rows<string>(
                "SELECT CONCAT(from_state, '-', to_state) FROM vote_state_changes WHERE vote_id = @id AND by_staff IS NOT NULL ORDER BY at",
                new { id = votes[0] }
            )
        );
        Assert.Equal(2, await LeavesOfChanges(votes[0]));
    }

    [Fact]
    public async Task A_vote_set_aside_keeps_the_slot_and_the_day_of_its_voter()
    {
        var candidate = await app.CandidateRow();
        var citizen = await app.NewCitizen();
        (await citizen.VotesFor(candidate)).Should(201);

        (await (await app.FraudReviewer()).ChangesVotes("quarantine", await app.VotesOf(candidate))).Should(200);

        Assert.Equal(
            2,
            (await citizen.VotesFor(candidate)).ShouldRefuse(409, "already-voted-today").Number("votesLeftToday")
        );
    }

    [Fact]
    public async Task Ten_thousand_votes_go_and_return_and_the_public_number_is_exact_at_every_moment()
    {
        const int Honest = 7;
        const int Stuffed = 10_000;
        var candidate = await app.CandidateRow();
        await app.VoteRows(candidate, Honest);
        var stuffed = await app.VoteRows(candidate, Stuffed);
        var reviewer = await app.FraudReviewer();

        foreach (var (act, after) in new[] { ("quarantine", Honest), ("restore", Honest + Stuffed) })
        {
            var change = reviewer.ChangesVotes(act, stuffed);
            while (!change.IsCompleted)
            {
                await TheNumberIsWhatStands(candidate);
            }

            Assert.Equal(Stuffed, (await change).Should(200).Number("changed"));
            Assert.Equal((after, after), await app.Standing(candidate));
            Assert.Equal(after, await PublicNumber(candidate));
        }

        Assert.Equal((0, 0), await app.SetAside(candidate));
        Assert.Empty(await DifferencesOf(candidate));
    }

    [Fact]
    public async Task Of_two_votes_of_one_citizen_for_one_worker_the_next_stands_while_the_first_is_set_aside()
    {
        var root = await app.CandidateRow();
        var merged = await app.CandidateRow();
        var citizen = await app.NewCitizen();
        (await citizen.VotesFor(root)).Should(201);
        (await citizen.VotesFor(merged)).Should(201);
        await app.Merges(merged, root);
        var reviewer = await app.FraudReviewer();
        var first = await app.VotesOf(root);

        (await reviewer.ChangesVotes("quarantine", first)).Should(200);
        Assert.Equal((1, 1), await app.Standing(root));
        Assert.Equal((1, 1), await app.SetAside(root));
        Assert.False(await IsShadowed(merged));

        (await reviewer.ChangesVotes("restore", first)).Should(200);
        Assert.Equal((1, 1), await app.Standing(root));
        Assert.True(await IsShadowed(merged));
        Assert.Empty(await DifferencesOf(root));
    }

    [Fact]
    public async Task Quarantines_restores_and_votes_at_once_leave_every_number_exact()
    {
        var candidate = await app.CandidateRow();
        var some = await app.VoteRows(candidate, 300);
        var reviewer = await app.FraudReviewer();
        var citizens = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => app.NewCitizen()));

        var answers = await Task.WhenAll([
            .. Enumerable
                .Range(0, 12)
                .Select(at =>
                    reviewer.ChangesVotes(at % 2 == 0 ? "quarantine" : "restore", some.Skip(at * 10).Take(200))
                ),
            .. citizens.Select(citizen => citizen.VotesFor(candidate)),
        ]);

        Assert.DoesNotContain(answers, answer => answer.Status >= 400);
        await NumbersAgree(candidate);
        Assert.Empty(await DifferencesOf(candidate));
    }

    [Fact]
    public async Task An_exclusion_needs_a_second_person()
    {
        var candidate = await app.CandidateRow();
        var citizen = await app.NewCitizen();
        var receipt = (await citizen.VotesFor(candidate)).Should(201).Word("receipt");
        var votes = await app.VotesOf(candidate);
        var reviewer = await app.FraudReviewer();

        var approvalId = (await reviewer.ChangesVotes("exclude", votes)).Should(202).Word("approvalId");

        Assert.Equal((1, 1), await app.Standing(candidate));
        (await reviewer.Decides(approvalId)).ShouldRefuse(403, "approval-needs-another-person");
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        Assert.Contains(
            approvalId,
            (await clerk.Api.Get("/admin/v1/approvals?limit=100")).Should(200).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(1, (await clerk.Decides(approvalId)).Should(200).Number("changed"));
        Assert.Equal((0, 0), await app.Standing(candidate));
        Assert.Equal((0, 0), await app.SetAside(candidate));
        Assert.Equal("Excluded", (await app.Anonymous.Get($"/api/v1/receipts/{receipt}")).Should(200).Word("state"));
        Assert.Equal(0, (await reviewer.ChangesVotes("restore", votes)).Should(200).Number("changed"));
        (await clerk.Decides(approvalId)).ShouldRefuse(409, "approval-decided");
    }

    [Fact]
    public async Task Of_persons_who_decide_at_once_one_wins()
    {
        var candidate = await app.CandidateRow();
        var votes = await app.VoteRows(candidate, 5);
        var approvalId = (await (await app.FraudReviewer()).ChangesVotes("exclude", votes))
            .Should(202)
            .Word("approvalId");
        var people = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.NewStaff(StaffRole.OfficeClerk)));

        var answers = await Task.WhenAll(
            people.Select((each, at) => each.Person.Decides(approvalId, at % 2 == 0 ? "approve" : "refuse"))
        );

        var won = Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(
            answers.Where(answer => answer.Status != 200),
            answer => answer.ShouldRefuse(409, "approval-decided")
        );
        var left = won.Word("state") == "Approved" ? 0 : 5;
        Assert.Equal((left, left), await app.Standing(candidate));
    }

    [Fact]
    public async Task What_nobody_decides_in_seven_days_lapses()
    {
        var candidate = await app.CandidateRow();
        var votes = await app.VoteRows(candidate, 1);
        var approvalId = (await (await app.FraudReviewer()).ChangesVotes("exclude", votes))
            .Should(202)
            .Word("approvalId");
        var (_, userName) = await app.NewAccount(StaffRole.OfficeClerk);

        var later = await StaffMember.LogIn(
            app.InTheFuture(TimeSpan.FromDays(7)),
            userName,
            TestDatabase.StaffPassword
        );

        (await later.Decides(approvalId)).ShouldRefuse(409, "approval-lapsed");
    }

    [Fact]
    public async Task A_vote_restored_after_its_exclusion_was_asked_for_stays()
    {
        var candidate = await app.CandidateRow();
        var votes = await app.VoteRows(candidate, 2);
        var reviewer = await app.FraudReviewer();
        (await reviewer.ChangesVotes("quarantine", votes)).Should(200);
        var approvalId = (await reviewer.ChangesVotes("exclude", votes)).Should(202).Word("approvalId");
        (await reviewer.ChangesVotes("restore", votes.Take(1))).Should(200);

        Assert.Equal(
            1,
            (await (await app.Staff(StaffRole.OfficeClerk)).Decides(approvalId)).Should(200).Number("changed")
        );

        Assert.Equal((1, 1), await app.Standing(candidate));
    }

    [Theory]
    [InlineData("quarantine")]
    [InlineData("restore")]
    [InlineData("exclude")]
    public async Task Nobody_but_a_fraud_reviewer_touches_votes(string act)
    {
        foreach (var role in new[] { StaffRole.Auditor, StaffRole.TipReviewer, StaffRole.Administrator })
        {
            (await (await app.Staff(role)).ChangesVotes(act, [Guid.AllBitsSet])).Should(403);
        }
    }

    /// <summary>Any sequence of votes, retries, quarantines, restores and exclusions agrees with recomputation from rows.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Any_sequence_of_acts_agrees_with_recomputation_from_rows(int seed)
    {
        var random = new Random(seed);
        var root = await app.CandidateRow();
        Guid[] candidates = [root, await app.CandidateRow(mergedInto: root), await app.CandidateRow()];
        var citizens = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.NewCitizen()));
        var reviewer = await app.FraudReviewer();
        var history = new List<string>();
        for (var step = 0; step < 60; step++)
        {
            var citizen = random.Next(citizens.Length);
            var candidate = candidates[random.Next(candidates.Length)];
            var votes = await app.Database.Rows<Guid>(
                "SELECT id FROM votes WHERE candidate_id IN @candidates ORDER BY id",
                new { candidates }
            );
            Guid[] some = [.. votes.Where(_ => random.Next(3) == 0), Guid.AllBitsSet];
            var act = random.Next(10);
            history.Add($"{act}:{citizen}:{candidate}");
            var answer = act switch
            {
                < 3 => await citizens[citizen].VotesFor(candidate),
                < 5 => await citizens[citizen].VotesFor(candidate, $"key-{citizen}-{candidate}"),
                < 7 => await reviewer.ChangesVotes("quarantine", some),
                < 9 => await reviewer.ChangesVotes("restore", some),
                _ when some.Length > 1 => await ExcludesOne(some[0]),
                _ => await citizens[citizen].VotesFor(candidate),
            };
            Assert.True(answer.Status < 500, $"{answer.Status} after {string.Join(' ', history)}");
            foreach (var each in candidates)
            {
                var (kept, counted) = await app.Standing(each);
                var (keptAside, countedAside) = await app.SetAside(each);
                Assert.True(
                    kept == counted && keptAside == countedAside,
                    $"{kept}/{counted} stand, {keptAside}/{countedAside} aside after {string.Join(' ', history)}"
                );
            }
        }

        foreach (var each in candidates)
        {
            Assert.Empty(await DifferencesOf(each));
        }
    }

    [Fact]
    public async Task A_number_that_is_not_what_the_rows_say_is_reported()
    {
        var candidate = await app.CandidateRow();
        await app.VoteRows(candidate, 2);
        await app.Database.Execute(
            "UPDATE candidate_tallies SET standing = 5, set_aside = 1 WHERE candidate_id = @candidate",
            new { candidate }
        );

        Assert.Equal(["set-aside 1 0", "standing 5 2"], (await DifferencesOf(candidate)).Order(StringComparer.Ordinal));
    }

    private async Task<IReadOnlyList<string>> DifferencesOf(Guid candidate)
    {
        var auditor = await app.Staff(StaffRole.Auditor);
        return
        [
            .. (await auditor.Api.Get("/admin/v1/votes/reconcile"))
                .Should(200)
                .Json.GetProperty("differences")
                .EnumerateArray()
                .Where(each => each.GetProperty("candidateId").GetString() == candidate.ToString())
                .Select(each =>
                    $"{each.GetProperty("kind").GetString()} {each.GetProperty("kept").GetInt64()} {each.GetProperty("recomputed").GetInt64()}"
                ),
        ];
    }

    /// <summary>One that is excluded already has nothing to ask for.</summary>
    private async Task<Answer> ExcludesOne(Guid vote)
    {
        var asked = await (await app.FraudReviewer()).ChangesVotes("exclude", [vote]);
        return asked.Status == 202
            ? (await (await app.Staff(StaffRole.OfficeClerk)).Decides(asked.Word("approvalId"))).Should(200)
            : asked.ShouldRefuse(404, "not-found");
    }

    private async Task<int> PublicNumber(Guid candidate) =>
        (await app.Shows(candidate)).Should(200).Number("voteCount");

    /// <summary>Both in one statement, so of one moment.</summary>
    private async Task TheNumberIsWhatStands(Guid candidate)
    {
        var difference = await app.Database.Value<long>(
            """
            SELECT t.standing - (SELECT COUNT(*) FROM votes v WHERE v.candidate_id = t.candidate_id AND v.state = 'Counted')
            FROM candidate_tallies t
            WHERE t.candidate_id = @candidate
            """,
            new { candidate }
        );
        Assert.Equal(0, difference);
    }

    private async Task NumbersAgree(Guid candidate)
    {
        var (kept, counted) = await app.Standing(candidate);
        Assert.Equal(counted, kept);
        var (keptAside, countedAside) = await app.SetAside(candidate);
        Assert.Equal(countedAside, keptAside);
    }

    private Task<bool> IsShadowed(Guid candidate) =>
        app.Database.Value<bool>(
            "SELECT COUNT(*) FROM vote_shadows WHERE candidate_id = @candidate",
            new { candidate }
        );

    private async Task<int> LeavesOfChanges(Guid vote)
    {
        var row = (
            await app.Database.Rows<VoteRow>(
                "SELECT id, candidate_id, voter_key, day, receipt FROM votes WHERE id = @vote",
                new { vote }
            )
        )[0];
        var changes = await app.Database.Rows<ChangeRow>(
            "SELECT from_state, to_state, at FROM vote_state_changes WHERE vote_id = @vote",
            new { vote }
        );
        var entered = (
            await app.Database.Rows<byte[]>("SELECT leaves FROM ledger_entries WHERE kind IN ('Quarantine', 'Restore')")
        ).SelectMany(leaves => leaves.Chunk(LedgerLeaf.Bytes).Select(Convert.ToHexString));
        return entered
            .Intersect(
                changes.Select(change =>
                    Convert.ToHexString(
                        new LedgerLeaf(
                            change.ToState == VoteState.Counted ? "Restore" : "Quarantine",
                            row.Id,
                            row.CandidateId,
                            row.VoterKey,
                            row.Day,
                            change.FromState,
                            change.ToState,
                            change.At,
                            row.Receipt
                        ).Hash()
                    )
                )
            )
            .Count();
    }

    private sealed record VoteRow
    {
        public Guid Id { get; init; }
        public Guid CandidateId { get; init; }
        public byte[] VoterKey { get; init; } = [];
        public DateOnly Day { get; init; }
        public byte[] Receipt { get; init; } = [];
    }

    private sealed record ChangeRow
    {
        public VoteState FromState { get; init; }
        public VoteState ToState { get; init; }
        public DateTimeOffset At { get; init; }
    }
}
