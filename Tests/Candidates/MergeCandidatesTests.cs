using Craftsman.Domain.Identity;
using Craftsman.Domain.Voting;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Candidates;

/// <summary>Two candidates who are one worker become one, and apart again when it was wrong (law 3).</summary>
public sealed class MergeCandidatesTests(App app)
{
    [Fact]
    public async Task A_merge_counts_people_over_the_tree_and_its_undo_restores_every_number()
    {
        var (both, one, other) = (await app.NewCitizen(), await app.NewCitizen(), await app.NewCitizen());
        var from = await app.ACandidate(tipsters: [both, one]);
        var into = await app.ACandidate(tipsters: [both, other]);
        await app.Publishes(from);
        await app.Publishes(into);
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        (await both.VotesFor(into)).Should(201);
        (await both.VotesFor(from)).Should(201);
        (await one.VotesFor(from)).Should(201);

        var mergeId = await app.Merges(from, into);

        Assert.Equal((3, 2), await NumbersOf(reviewer, into));
        Assert.Equal((3, 2), await NumbersOf(reviewer, from));
        var shown = (await app.Shows(from)).Should(200);
        Assert.Equal((into.ToString(), 3, 2), (shown.Word("id"), shown.Number("tipCount"), shown.Number("voteCount")));
        Assert.Equal(into.ToString(), (await reviewer.Reads(from)).GetProperty("mergedInto").GetString());
        Assert.Empty(await app.Contradictions([from, into]));

        await app.UndoesMerge(mergeId);

        Assert.Equal((2, 2), await NumbersOf(reviewer, from));
        Assert.Equal((2, 1), await NumbersOf(reviewer, into));
        Assert.Equal(from.ToString(), (await app.Shows(from)).Should(200).Word("id"));
        Assert.Empty(await app.Contradictions([from, into]));
    }

    [Fact]
    public async Task Of_two_votes_of_one_day_the_earlier_stands_and_the_receipt_of_the_later_says_why_it_does_not()
    {
        var (first, second) = (await app.CandidateRow(), await app.CandidateRow());
        var citizen = await app.NewCitizen();
        var earlier = (await citizen.VotesFor(first)).Should(201).Word("receipt");
        var later = (await citizen.VotesFor(second)).Should(201).Word("receipt");

        var mergeId = await app.Merges(first, second);

        Assert.Equal("Counted", await StateOf(earlier));
        var shadowed = (await app.Anonymous.Get($"/api/v1/receipts/{later}")).Should(200);
        Assert.Equal(
            ("SameWorkerAlreadyCounted", "same-worker"),
            (shadowed.Word("state"), shadowed.Word("reasonCode"))
        );
        Assert.Equal([await LeafOf(second, "Merge")], await LeavesOf("Merge", second));

        await app.UndoesMerge(mergeId);

        Assert.Equal("Counted", await StateOf(later));
        Assert.Equal([await LeafOf(second, "UndoMerge")], await LeavesOf("UndoMerge", second));
    }

    [Fact]
    public async Task A_vote_for_a_merged_candidate_is_the_roots_and_stays_there_after_the_undo()
    {
        var (from, into) = (await app.CandidateRow(), await app.CandidateRow());
        var mergeId = await app.Merges(from, into);

        (await (await app.NewCitizen()).VotesFor(from)).Should(201);
        await app.UndoesMerge(mergeId);

        Assert.Equal((1, 1), await app.Standing(into));
        Assert.Equal((0, 0), await app.Standing(from));
    }

    [Fact]
    public async Task A_retry_with_its_key_gets_its_first_answer_before_and_after_a_merge_and_its_undo()
    {
        var (from, into) = (await app.CandidateRow(), await app.CandidateRow());
        var (early, late) = (await app.NewCitizen(), await app.NewCitizen());
        var beforeTheMerge = (await early.VotesFor(from, "early")).Should(201).Text;
        var mergeId = await app.Merges(from, into);
        var afterTheMerge = (await late.VotesFor(from, "late")).Should(201).Text;

        Assert.Equal(beforeTheMerge, (await early.VotesFor(from, "early")).Should(201).Text);
        Assert.Equal(afterTheMerge, (await late.VotesFor(from, "late")).Should(201).Text);
        await app.UndoesMerge(mergeId);

        Assert.Equal(beforeTheMerge, (await early.VotesFor(from, "early")).Should(201).Text);
        Assert.Equal(afterTheMerge, (await late.VotesFor(from, "late")).Should(201).Text);
        (await early.VotesFor(into, "early")).ShouldRefuse(422, "idempotency-key-reused");
        Assert.Equal((1, 1), await app.Standing(from));
        Assert.Equal((1, 1), await app.Standing(into));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_voted_for_one_of_the_tree_today_votes_for_none_of_it_again(bool isSetAside)
    {
        var candidates = new[] { await app.CandidateRow(), await app.CandidateRow(), await app.CandidateRow() };
        var citizen = await app.NewCitizen();
        var receipt = (await citizen.VotesFor(candidates[0])).Should(201).Word("receipt");
        await app.Merges(candidates[0], candidates[1]);
        await app.Merges(candidates[1], candidates[2]);
        if (isSetAside)
        {
            (await (await app.FraudReviewer()).ChangesVotes("quarantine", await app.VotesOf(candidates[0]))).Should(
                200
            );
        }

        foreach (var candidate in candidates)
        {
            var refused = (await citizen.VotesFor(candidate)).ShouldRefuse(409, "already-voted-today");
            Assert.Equal((receipt, 2), (refused.Word("receipt"), refused.Number("votesLeftToday")));
        }

        (await citizen.VotesFor(await app.CandidateRow())).Should(201);
        Assert.Empty(await app.Contradictions(candidates));
    }

    [Fact]
    public async Task While_the_standing_vote_is_set_aside_the_next_of_a_tree_of_three_stands()
    {
        var candidates = new[] { await app.CandidateRow(), await app.CandidateRow(), await app.CandidateRow() };
        var citizen = await app.NewCitizen();
        foreach (var candidate in candidates)
        {
            (await citizen.VotesFor(candidate)).Should(201);
        }

        await app.Merges(candidates[0], candidates[2]);
        await app.Merges(candidates[1], candidates[2]);
        var reviewer = await app.FraudReviewer();
        foreach (
            var (act, votes, standing) in new[]
            {
                ("quarantine", candidates[0], 1),
                ("quarantine", candidates[2], 1),
                ("quarantine", candidates[1], 0),
                ("restore", candidates[2], 1),
                ("restore", candidates[0], 1),
            }
        )
        {
            (await reviewer.ChangesVotes(act, await app.VotesOf(votes))).Should(200);
            Assert.Equal((standing, standing), await app.Standing(candidates[2]));
            Assert.Empty(await app.Contradictions(candidates));
        }
    }

    [Fact]
    public async Task Links_are_undone_in_any_order()
    {
        var (first, second, third) = (await app.CandidateRow(), await app.CandidateRow(), await app.CandidateRow());
        Guid[] all = [first, second, third];
        var citizen = await app.NewCitizen();
        foreach (var candidate in all)
        {
            (await citizen.VotesFor(candidate)).Should(201);
        }

        var lower = await app.Merges(first, second);
        var upper = await app.Merges(second, third);
        Assert.Equal((1, 1), await app.Standing(third));

        await app.UndoesMerge(upper);

        Assert.Equal((1, 1), await app.Standing(second));
        Assert.Equal((1, 1), await app.Standing(third));
        Assert.Equal(second.ToString(), (await app.Shows(first)).Should(200).Word("id"));
        Assert.Empty(await app.Contradictions(all));

        var again = await app.Merges(second, third);
        await app.UndoesMerge(lower);

        Assert.Equal((1, 1), await app.Standing(first));
        Assert.Equal((1, 1), await app.Standing(third));
        Assert.Empty(await app.Contradictions(all));
        await app.UndoesMerge(again);
        Assert.Empty(await app.Contradictions(all));
    }

    [Fact]
    public async Task Every_tipster_of_both_is_told_in_the_thread()
    {
        var (one, other) = (await app.NewCitizen(), await app.NewCitizen());
        var oneTip = await one.Tips();
        var otherTip = await other.Tips();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var from = await reviewer.VerifiesAsNew(oneTip);
        var into = await reviewer.VerifiesAsNew(otherTip);

        var mergeId = await app.Merges(from, into);
        await app.UndoesMerge(mergeId);

        foreach (var tip in new[] { await one.SeesTip(oneTip), await other.SeesTip(otherTip) })
        {
            Assert.Equal(["Joined", "Merged", "MergeUndone"], tip.ThreadKinds().TakeLast(3));
        }

        Assert.Equal(["candidate.merged", "candidate.merge-undone"], await app.AuditedActs(from));
    }

    [Fact]
    public async Task Staff_find_the_links_of_a_tree_and_who_made_them()
    {
        var (first, second, third) = (await app.ACandidate(), await app.ACandidate(), await app.ACandidate());
        var lower = await app.Merges(first, second);
        var undone = await app.Merges(second, third);
        await app.UndoesMerge(undone);
        var upper = await app.Merges(second, third);
        var reviewer = await app.Staff(StaffRole.TipReviewer);

        async Task<IReadOnlyList<Guid>> Listed(Guid candidate, string query = "") =>
            [
                .. (await reviewer.Api.Get($"/admin/v1/candidates/{candidate}/merges{query}"))
                    .Should(200)
                    .Json.GetProperty("items")
                    .EnumerateArray()
                    .Select(each => each.GetProperty("mergeId").GetGuid()),
            ];

        Assert.Equal([upper, undone, lower], await Listed(third));
        Assert.Equal([upper, lower], await Listed(first));
        var page = (await reviewer.Api.Get($"/admin/v1/candidates/{third}/merges?limit=2")).Should(200);
        Assert.Equal([lower], await Listed(third, $"?limit=2&cursor={page.Word("nextCursor")}"));
        var told = page.Json.GetProperty("items")[1];
        Assert.Equal(
            (false, "TipReviewer", "TipReviewer", "单位不同，是两位师傅。"),
            (
                told.GetProperty("isActive").GetBoolean(),
                told.GetProperty("mergedBy").GetString(),
                told.GetProperty("undoneBy").GetString(),
                told.GetProperty("undoReason").GetString()
            )
        );
    }

    [Fact]
    public async Task A_merged_candidate_is_not_invited_published_edited_or_merged_again()
    {
        var (from, into) = (await app.ACandidate(), await app.ACandidate());
        await app.Merges(from, into);
        var reviewer = await app.Staff(StaffRole.TipReviewer);

        (await reviewer.Moves(from, "invite")).ShouldRefuse(409, "candidate-merged");
        (await reviewer.Moves(from, "publish")).ShouldRefuse(409, "candidate-merged");
        (await reviewer.Edits(from)).ShouldRefuse(409, "candidate-merged");
        var refused = (await reviewer.TriesToMerge(from, await app.ACandidate())).ShouldRefuse(409, "already-merged");
        Assert.Equal(into.ToString(), refused.Word("rootId"));
    }

    [Fact]
    public async Task Into_a_merged_candidate_means_into_its_root()
    {
        var (first, second, third) = (await app.CandidateRow(), await app.CandidateRow(), await app.CandidateRow());
        await app.Merges(first, second);
        var reviewer = await app.Staff(StaffRole.TipReviewer);

        Assert.Equal(second.ToString(), (await reviewer.TriesToMerge(third, first)).Should(200).Word("rootId"));

        Assert.Empty(await app.Contradictions([first, second, third]));
    }

    [Fact]
    public async Task A_candidate_is_not_merged_with_itself_nor_within_its_tree()
    {
        var (first, second) = (await app.CandidateRow(), await app.CandidateRow());
        await app.Merges(first, second);
        var reviewer = await app.Staff(StaffRole.TipReviewer);

        (await reviewer.TriesToMerge(second, second)).ShouldRefuse(409, "merge-same-worker");
        (await reviewer.TriesToMerge(second, first)).ShouldRefuse(409, "merge-same-worker");
    }

    [Fact]
    public async Task A_published_candidate_does_not_vanish_into_one_that_is_not()
    {
        var (published, hidden) = (await app.CandidateRow(), await app.CandidateRow("Hidden"));
        var reviewer = await app.Staff(StaffRole.TipReviewer);

        (await reviewer.TriesToMerge(published, hidden)).ShouldRefuse(409, "merge-hides-published");
        (await reviewer.TriesToMerge(hidden, published)).Should(200);
    }

    [Fact]
    public async Task Candidates_of_two_campaigns_stay_two()
    {
        var (one, other) = (await app.CandidateRow(), await app.CandidateRow());
        var campaign = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await app.Database.Execute(
            """
            INSERT INTO campaigns (id, name, edition, eligibility_date, places, policy_version, invitation_days, tip_claim_minutes, voter_key_secret, created_at)
            SELECT @campaign, '上一届', (SELECT MAX(edition) + 1 FROM campaigns x), eligibility_date, places, policy_version, invitation_days,
                tip_claim_minutes, voter_key_secret, created_at
            FROM campaigns WHERE is_current = 1;
            UPDATE candidates SET campaign_id = @campaign WHERE id = @other;
            """,
            new { campaign, other }
        );

        (await (await app.Staff(StaffRole.TipReviewer)).TriesToMerge(one, other)).ShouldRefuse(
            409,
            "merge-two-campaigns"
        );
    }

    [Fact]
    public async Task A_merge_is_undone_once()
    {
        var mergeId = await app.Merges(await app.CandidateRow(), await app.CandidateRow());
        var reviewer = await app.Staff(StaffRole.TipReviewer);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => reviewer.TriesToUndo(mergeId)));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(
            answers.Where(answer => answer.Status != 200),
            answer => answer.ShouldRefuse(409, "merge-already-undone")
        );
    }

    [Fact]
    public async Task Only_tip_reviewers_of_the_districts_merge_and_undo()
    {
        var (from, into) = (await app.ACandidate(), await app.ACandidate(district: "330106"));
        foreach (var role in new[] { StaffRole.FraudReviewer, StaffRole.Auditor, StaffRole.QualificationReviewer })
        {
            (await (await app.Staff(role)).TriesToMerge(from, into)).Should(403);
        }

        var ofOne = await app.ReviewerOf("330102");
        (await ofOne.TriesToMerge(from, into)).ShouldRefuse(404, "not-found");
        var mergeId = await app.Merges(from, into);
        (await ofOne.TriesToUndo(mergeId)).ShouldRefuse(404, "not-found");
        (await ofOne.Api.Get($"/admin/v1/candidates/{into}/merges")).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task What_nobody_knows_is_not_found()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);

        (await reviewer.TriesToMerge(await app.CandidateRow(), Guid.AllBitsSet)).ShouldRefuse(404, "not-found");
        (await reviewer.TriesToMerge(Guid.AllBitsSet, await app.CandidateRow())).ShouldRefuse(404, "not-found");
        (await reviewer.TriesToUndo(Guid.AllBitsSet)).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task Own_votes_name_the_root_that_a_merged_candidate_is_shown_as()
    {
        var (from, into) = (await app.APublishedCandidate(), await app.APublishedCandidate());
        var citizen = await app.NewCitizen();
        (await citizen.VotesFor(from)).Should(201);
        await app.Merges(from, into);

        var vote = (await citizen.Api.Get("/api/v1/me/votes")).Should(200).Json.GetProperty("items")[0];

        Assert.Equal(from, vote.GetProperty("candidateId").GetGuid());
        Assert.Equal((await app.Shows(into)).Should(200).Word("name"), vote.GetProperty("candidateName").GetString());
        Assert.True(
            (await citizen.Api.Get($"/api/v1/candidates/{into}"))
                .Should(200)
                .Json.GetProperty("votedToday")
                .GetBoolean()
        );
    }

    private static async Task<(int Tips, int Votes)> NumbersOf(StaffMember reviewer, Guid candidate)
    {
        var file = await reviewer.Reads(candidate);
        return (file.GetProperty("tipCount").GetInt32(), file.GetProperty("voteCount").GetInt32());
    }

    private async Task<string> StateOf(string receipt) =>
        (await app.Anonymous.Get($"/api/v1/receipts/{receipt}")).Should(200).Word("state");

    /// <summary>The only leaf a merge of this candidate's only vote may leave, but for the time, which the entry says.</summary>
    private async Task<string> LeafOf(Guid candidate, string kind)
    {
        var vote = (
            await app.Database.Rows<VoteRow>(
                "SELECT id, candidate_id, voter_key, day, receipt FROM votes WHERE candidate_id = @candidate",
                new { candidate }
            )
        )[0];
        var entries = await EntriesOf(kind);
        return entries
            .Select(entry =>
                Convert.ToHexString(
                    new LedgerLeaf(
                        kind,
                        vote.Id,
                        vote.CandidateId,
                        vote.VoterKey,
                        vote.Day,
                        VoteState.Counted,
                        VoteState.Counted,
                        entry.At,
                        vote.Receipt
                    ).Hash()
                )
            )
            .Intersect(entries.Select(entry => Convert.ToHexString(entry.Leaves)))
            .Single();
    }

    private async Task<IReadOnlyList<string>> LeavesOf(string kind, Guid candidate)
    {
        var leaf = await LeafOf(candidate, kind);
        return
        [
            .. (await EntriesOf(kind)).Select(entry => Convert.ToHexString(entry.Leaves)).Where(each => each == leaf),
        ];
    }

    private Task<IReadOnlyList<EntryRow>> EntriesOf(string kind) =>
        app.Database.Rows<EntryRow>("SELECT at, leaves FROM ledger_entries WHERE kind = @kind", new { kind });

    private sealed record EntryRow
    {
        public DateTimeOffset At { get; init; }
        public byte[] Leaves { get; init; } = [];
    }

    private sealed record VoteRow
    {
        public Guid Id { get; init; }
        public Guid CandidateId { get; init; }
        public byte[] VoterKey { get; init; } = [];
        public DateOnly Day { get; init; }
        public byte[] Receipt { get; init; } = [];
    }
}
