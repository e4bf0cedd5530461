using Craftsman.Domain;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Voting;

public sealed class CastVoteTests(App app)
{
    [Fact]
    public async Task A_vote_is_counted_once_it_is_answered_and_leaves_a_receipt_and_a_ledger_entry()
    {
        var candidate = await app.CandidateRow();
        var citizen = await app.NewCitizen();

        var answer = (await citizen.VotesFor(candidate)).Should(201);

        Assert.Equal(2, answer.Number("votesLeftToday"));
        Assert.Equal(ChinaDay.Of(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", null), answer.Word("day"));
        Assert.Equal((1, 1), await app.Standing(candidate));
        Assert.Single(await app.LedgerLeavesOf(candidate));
        var receipt = (await app.Anonymous.Get($"/api/v1/receipts/{answer.Word("receipt")}")).Should(200);
        Assert.Equal("Counted", receipt.Word("state"));
        Assert.DoesNotContain(candidate.ToString(), receipt.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_second_vote_for_the_same_candidate_on_the_same_day_is_refused_with_the_receipt_of_the_first()
    {
        var candidate = await app.CandidateRow();
        var citizen = await app.NewCitizen();
        var first = (await citizen.VotesFor(candidate)).Should(201);

        var second = (await citizen.VotesFor(candidate)).ShouldRefuse(409, "already-voted-today");

        Assert.Equal(first.Word("receipt"), second.Word("receipt"));
        Assert.Equal(2, second.Number("votesLeftToday"));
        Assert.Equal((1, 1), await app.Standing(candidate));
    }

    [Fact]
    public async Task On_the_next_day_in_Hangzhou_the_same_candidate_may_have_another_vote()
    {
        var candidate = await app.CandidateRow();
        var name = app.UniqueName("next-day-");
        var citizen = await Citizen.LogIn(app.Anonymous, name);
        (await citizen.VotesFor(candidate)).Should(201);

        var tomorrow = await Citizen.LogIn(app.InTheFuture(TimeSpan.FromDays(1)), name);

        (await tomorrow.VotesFor(candidate)).Should(201);
        Assert.Equal((2, 2), await app.Standing(candidate));
    }

    [Fact]
    public async Task Fifty_identical_votes_at_once_with_one_key_are_one_row_and_fifty_equal_answers()
    {
        var candidate = await app.CandidateRow();
        var citizen = await app.NewCitizen();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => citizen.VotesFor(candidate, "one-key")));

        Assert.All(answers, answer => answer.Should(201));
        Assert.Single(answers.Select(answer => answer.Text).Distinct());
        Assert.Equal((1, 1), await app.Standing(candidate));
    }

    [Fact]
    public async Task Fifty_identical_votes_at_once_without_a_key_are_one_row_and_forty_nine_kind_refusals()
    {
        var candidate = await app.CandidateRow();
        var citizen = await app.NewCitizen();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => citizen.VotesFor(candidate)));

        var receipt = Assert.Single(answers, answer => answer.Status == 201).Word("receipt");
        Assert.All(
            answers.Where(answer => answer.Status != 201),
            answer => Assert.Equal(receipt, answer.ShouldRefuse(409, "already-voted-today").Word("receipt"))
        );
        Assert.Equal((1, 1), await app.Standing(candidate));
    }

    [Fact]
    public async Task Twenty_votes_at_once_for_twenty_candidates_over_a_quota_of_three_are_exactly_three()
    {
        var candidates = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.CandidateRow()));
        var citizen = await app.NewCitizen();

        var answers = await Task.WhenAll(candidates.Select(candidate => citizen.VotesFor(candidate)));

        Assert.Equal(3, answers.Count(answer => answer.Status == 201));
        Assert.All(
            answers.Where(answer => answer.Status != 201),
            answer => answer.ShouldRefuse(409, "daily-quota-used")
        );
        foreach (var candidate in candidates)
        {
            var (tally, counted) = await app.Standing(candidate);
            Assert.Equal(counted, tally);
        }
    }

    [Fact]
    public async Task Two_hundred_citizens_voting_at_once_for_one_candidate_are_two_hundred_votes()
    {
        var candidate = await app.CandidateRow();
        var citizens = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => app.NewCitizen()));

        var answers = await Task.WhenAll(citizens.Select(citizen => citizen.VotesFor(candidate)));

        Assert.All(answers, answer => answer.Should(201));
        Assert.Equal((200, 200), await app.Standing(candidate));
    }

    [Fact]
    public async Task Racing_votes_of_many_citizens_for_many_candidates_leave_every_tally_equal_to_its_rows()
    {
        var candidates = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.CandidateRow()));
        var citizens = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => app.NewCitizen()));
        var votes = citizens.SelectMany(citizen => candidates.Select(candidate => (citizen, candidate))).ToArray();
        new Random(7).Shuffle(votes);

        var answers = await Task.WhenAll(votes.Select(vote => vote.citizen.VotesFor(vote.candidate)));

        Assert.Equal(90, answers.Count(answer => answer.Status == 201));
        Assert.All(
            answers.Where(answer => answer.Status != 201),
            answer => answer.ShouldRefuse(409, "daily-quota-used")
        );
        foreach (var candidate in candidates)
        {
            var (tally, counted) = await app.Standing(candidate);
            Assert.Equal(counted, tally);
        }
    }

    [Fact]
    public async Task A_key_that_comes_again_for_another_candidate_is_refused_and_counts_nothing()
    {
        var (first, second) = (await app.CandidateRow(), await app.CandidateRow());
        var citizen = await app.NewCitizen();
        (await citizen.VotesFor(first, "reused")).Should(201);

        (await citizen.VotesFor(second, "reused")).ShouldRefuse(422, "idempotency-key-reused");

        Assert.Equal((0, 0), await app.Standing(second));
    }

    [Fact]
    public async Task A_refused_vote_binds_no_key_and_is_judged_anew()
    {
        var candidate = await app.CandidateRow("Agreed");
        var citizen = await app.NewCitizen();
        (await citizen.VotesFor(candidate, "judged-anew")).ShouldRefuse(409, "candidate-not-open");
        await app.Database.Execute(
            "UPDATE candidates SET state = 'Published' WHERE id = @candidate",
            new { candidate }
        );

        (await citizen.VotesFor(candidate, "judged-anew")).Should(201);
    }

    [Fact]
    public async Task A_retry_with_its_key_after_the_closing_still_gets_its_answer()
    {
        var candidate = await app.CandidateRow();
        var name = app.UniqueName("after-closing-");
        var citizen = await Citizen.LogIn(app.Anonymous, name);
        var first = (await citizen.VotesFor(candidate, "kept")).Should(201);
        var afterwards = await Citizen.LogIn(app.InTheFuture(TimeSpan.FromDays(61)), name);

        Assert.Equal(first.Text, (await afterwards.VotesFor(candidate, "kept")).Should(201).Text);

        (await afterwards.VotesFor(candidate, "new")).ShouldRefuse(409, "voting-closed");
    }

    [Theory]
    [InlineData("Hidden")]
    [InlineData("Invited")]
    [InlineData("Agreed")]
    [InlineData("Unpublished")]
    [InlineData("Declined")]
    [InlineData("Unreached")]
    public async Task A_candidate_who_is_not_published_takes_no_votes(string state)
    {
        var candidate = await app.CandidateRow(state);

        (await (await app.NewCitizen()).VotesFor(candidate)).ShouldRefuse(409, "candidate-not-open");
    }

    [Fact]
    public async Task A_vote_for_a_merged_candidate_is_cast_for_the_root_and_once_a_day_in_the_whole_tree()
    {
        var root = await app.CandidateRow();
        var child = await app.CandidateRow("Published", mergedInto: root);
        var citizen = await app.NewCitizen();
        var first = (await citizen.VotesFor(child)).Should(201);

        Assert.Equal(
            first.Word("receipt"),
            (await citizen.VotesFor(root)).ShouldRefuse(409, "already-voted-today").Word("receipt")
        );

        Assert.Equal((1, 1), await app.Standing(root));
        Assert.Equal(
            1,
            await app.Database.Value<int>("SELECT COUNT(*) FROM votes WHERE candidate_id = @root", new { root })
        );
    }

    [Theory]
    [InlineData("0192aaaa-bbbb-7ccc-8ddd-eeeeffff0000")]
    [InlineData("not-an-id")]
    public async Task An_id_nobody_gave_out_is_not_found(string id)
    {
        (await (await app.NewCitizen()).Api.Post($"/api/v1/candidates/{id}/votes")).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task Own_votes_are_listed_newest_first_and_page_by_page()
    {
        var citizen = await app.NewCitizen();
        var candidates = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.CandidateRow()));
        foreach (var candidate in candidates)
        {
            (await citizen.VotesFor(candidate)).Should(201);
        }

        var first = (await citizen.Api.Get("/api/v1/me/votes?limit=2")).Should(200);
        var second = (await citizen.Api.Get($"/api/v1/me/votes?limit=2&cursor={first.Word("nextCursor")}")).Should(200);

        var listed = first
            .Json.GetProperty("items")
            .EnumerateArray()
            .Concat(second.Json.GetProperty("items").EnumerateArray());
        Assert.Equal(candidates.Reverse(), listed.Select(item => item.GetProperty("candidateId").GetGuid()));
        Assert.Equal(0, first.Number("votesLeftToday"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, second.Json.GetProperty("nextCursor").ValueKind);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_cursor_that_was_not_ours_is_refused(string cursor)
    {
        (await (await app.NewCitizen()).Api.Get($"/api/v1/me/votes?cursor={cursor}")).ShouldRefuse(
            400,
            "cursor-invalid"
        );
    }

    [Theory]
    [InlineData("zz")]
    [InlineData("000000000000000000000000000000")]
    [InlineData("00000000000000000000000000000g")]
    public async Task A_receipt_nobody_was_given_is_not_found(string code)
    {
        (await app.Anonymous.Get($"/api/v1/receipts/{code}")).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task A_vote_needs_a_live_session()
    {
        var candidate = await app.CandidateRow();
        var citizen = await app.NewCitizen();
        (await app.Anonymous.Post($"/api/v1/candidates/{candidate}/votes")).ShouldRefuse(401, "token-missing");
        (await app.Anonymous.With("forged.token.here").Post($"/api/v1/candidates/{candidate}/votes")).ShouldRefuse(
            401,
            "token-invalid"
        );
        var staff = await app.Staff(Domain.Identity.StaffRole.TipReviewer);
        (await app.Anonymous.With(staff.AccessToken).Post($"/api/v1/candidates/{candidate}/votes")).ShouldRefuse(
            401,
            "token-invalid"
        );

        (await citizen.Api.Post("/api/v1/auth/logout")).Should(204);

        (await citizen.VotesFor(candidate)).ShouldRefuse(401, "session-ended");
        Assert.Equal((0, 0), await app.Standing(candidate));
    }
}
