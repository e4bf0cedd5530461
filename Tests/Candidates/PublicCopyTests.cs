using System.Text.Json;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Candidates;

/// <summary>What everybody reads comes from a copy: the same as the database's, a moment old, and says so.</summary>
public sealed class PublicCopyTests(App app)
{
    /// <summary>A district and trade in which no other test publishes.</summary>
    private const string Corner = "district=330122&trade=municipal";

    [Fact]
    public async Task Lists_and_leaderboard_stand_by_votes_and_equal_votes_share_a_rank()
    {
        var ids = await InACorner("330108", 5);
        await VoteFor(ids[1], 2);
        await VoteFor(ids[3], 2);
        await VoteFor(ids[4], 1);
        await app.CopyCatchesUp();

        var list = (await app.Lists("district=330108&trade=municipal&sort=votes")).Items;
        var newest = (await app.Lists("district=330108&trade=municipal&sort=newest")).Items;
        var board = (await app.Anonymous.Get("/api/v1/leaderboard?district=330108&trade=municipal"))
            .Should(200)
            .Json.GetProperty("items")
            .EnumerateArray()
            .ToList();

        Guid[] expected = [ids[3], ids[1], ids[4], ids[2], ids[0]];
        Assert.Equal(expected, list.Select(IdOf));
        Assert.Equal([2, 2, 1, 0, 0], list.Select(item => item.GetProperty("voteCount").GetInt32()));
        Assert.Equal(ids.Reverse(), newest.Select(IdOf));
        Assert.Equal(expected, board.Select(item => item.GetProperty("candidateId").GetGuid()));
        Assert.Equal([1, 1, 3, 4, 4], board.Select(item => item.GetProperty("rank").GetInt32()));
        Assert.Equal(
            list.Select(item => (item.GetProperty("name").GetString(), item.GetProperty("voteCount").GetInt32())),
            board.Select(item => (item.GetProperty("name").GetString(), item.GetProperty("voteCount").GetInt32()))
        );
    }

    [Fact]
    public async Task A_page_of_the_copy_says_what_a_search_of_the_database_says()
    {
        var word = app.UniqueName("对照\"voteCount\":0");
        var id = await app.ACandidate(word);
        await app.Publishes(id);
        await VoteFor(id, 1);
        await app.CopyCatchesUp();

        var found = Assert.Single((await app.Lists($"q={Uri.EscapeDataString(word)}")).Items);
        var listed = Assert.Single((await app.Lists("sort=newest&limit=100")).Items, item => IdOf(item) == id);
        var detail = (await app.Anonymous.Get($"/api/v1/candidates/{id}")).Should(200).Json;

        Assert.Equal(found.GetRawText(), listed.GetRawText());
        foreach (var field in found.EnumerateObject())
        {
            Assert.Equal(field.Value.GetRawText(), detail.GetProperty(field.Name).GetRawText());
        }
    }

    [Theory]
    [InlineData("votes", "330182")]
    [InlineData("newest", "330127")]
    public async Task Who_pages_through_everything_while_those_seen_get_votes_meets_each_candidate_once(
        string sort,
        string district
    )
    {
        var ids = await InACorner(district, 7);
        await VoteFor(ids[2], 1);
        await app.CopyCatchesUp();
        var seen = new List<Guid>();
        string? cursor = null;

        do
        {
            var page = await app.Lists($"district={district}&trade=municipal&sort={sort}&limit=2&cursor={cursor}");
            seen.AddRange(page.Items.Select(IdOf));
            cursor = page.NextCursor;
            foreach (var each in seen)
            {
                await VoteFor(each, 1);
            }

            await app.CopyCatchesUp();
        } while (cursor is not null);

        Assert.Equal(ids.Order(), seen.Order());
    }

    [Fact]
    public async Task Who_holds_an_answer_is_told_304_until_it_changes()
    {
        var id = (await InACorner("330122", 1))[0];
        await app.CopyCatchesUp();
        string[] paths = [$"/api/v1/candidates?{Corner}", $"/api/v1/candidates/{id}", $"/api/v1/leaderboard?{Corner}"];
        var tags = new List<string>();
        foreach (var path in paths)
        {
            var answer = (await app.Anonymous.Get(path)).Should(200);
            Assert.Equal("public, max-age=1", answer.Headers["Cache-Control"]);
            tags.Add(answer.Headers["ETag"]);
        }

        await app.CopyCatchesUp();
        foreach (var (path, tag) in paths.Zip(tags))
        {
            var same = (await app.Anonymous.Get(path, ("If-None-Match", $"\"other\", {tag}"))).Should(304);
            Assert.Equal((tag, ""), (same.Headers["ETag"], same.Text));
        }

        await VoteFor(id, 1);
        await app.CopyCatchesUp();
        foreach (var (path, tag) in paths.Zip(tags))
        {
            var changed = (await app.Anonymous.Get(path, ("If-None-Match", tag))).Should(200);
            Assert.NotEqual(tag, changed.Headers["ETag"]);
        }
    }

    [Fact]
    public async Task Two_instances_give_the_same_answer_the_same_tag_and_one_persons_answer_none()
    {
        var id = await app.APublishedCandidate();
        await app.CopyCatchesUp();

        var one = (await app.Anonymous.Get($"/api/v1/candidates/{id}")).Should(200);
        var other = (await app.With().Get($"/api/v1/candidates/{id}")).Should(200);
        var own = (await (await app.NewCitizen()).Api.Get($"/api/v1/candidates/{id}")).Should(200);

        Assert.Equal(one.Headers["ETag"], other.Headers["ETag"]);
        Assert.DoesNotContain("ETag", own.Headers.Keys);
        Assert.Equal("no-store", own.Headers["Cache-Control"]);
        Assert.Equal(one.Text, own.Text);
    }

    [Fact]
    public async Task Every_vote_committed_before_asOf_is_in_the_answer()
    {
        var id = (await app.PublishedAtOnce(app.UniqueName("实时"), 1))[0];
        for (var votes = 1; votes <= 3; votes++)
        {
            await VoteFor(id, 1);
            await app.CopyCatchesUp();

            Assert.Equal(votes, (await app.Anonymous.Get($"/api/v1/candidates/{id}")).Should(200).Number("voteCount"));
        }

        var voter = await app.NewCitizen();
        (await voter.VotesFor(id)).Should(201);
        Assert.True(
            (await voter.Api.Get($"/api/v1/candidates/{id}")).Should(200).Json.GetProperty("votedToday").GetBoolean()
        );
        Assert.Equal(
            id,
            Assert
                .Single(
                    (await voter.Api.Get("/api/v1/me/votes")).Should(200).Json.GetProperty("items").EnumerateArray()
                )
                .GetProperty("candidateId")
                .GetGuid()
        );
    }

    [Fact]
    public async Task Who_is_unpublished_is_gone_from_list_detail_and_leaderboard()
    {
        var ids = await InACorner("330105", 2);
        await app.CopyCatchesUp();
        Assert.Equal(2, (await app.Lists("district=330105&trade=municipal")).Items.Count);
        var reviewer = await app.Staff(StaffRole.TipReviewer);

        (await reviewer.Moves(ids[0], "unpublish")).Should(200);

        (await app.Shows(ids[0])).ShouldRefuse(404, "not-found");
        Assert.Equal(ids[1], IdOf(Assert.Single((await app.Lists("district=330105&trade=municipal")).Items)));
        Assert.Single(
            (await app.Anonymous.Get("/api/v1/leaderboard?district=330105&trade=municipal"))
                .Should(200)
                .Json.GetProperty("items")
                .EnumerateArray()
        );
    }

    [Fact]
    public async Task A_hundred_who_come_at_once_to_a_cold_copy_cause_one_read_of_the_database()
    {
        using var relay = new DatabaseRelay(app.Database.ConnectionString);
        var instance = app.With(("Database:ConnectionString", relay.ConnectionString));
        await app.APublishedCandidate();
        var before = await Settled(relay);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => instance.Get("/api/v1/candidates?limit=1"))
        );

        Assert.All(answers, answer => answer.Should(200));
        // Each read of its own would have opened a connection of its own; a few are those of the service's own work.
        Assert.InRange(relay.Connections - before, 0, 10);
    }

    [Fact]
    public async Task While_the_database_is_away_the_copy_answers_and_says_how_old_it_is()
    {
        using var relay = new DatabaseRelay(app.Database.ConnectionString);
        var (warm, cold) = (
            app.With(("Database:ConnectionString", relay.ConnectionString)),
            app.With(("Database:ConnectionString", relay.ConnectionString))
        );
        var id = await app.APublishedCandidate();
        await warm.CopyCatchesUp();
        relay.Dispose();
        var gone = TimeProvider.System.GetUtcNow();
        var begun = TimeProvider.System.GetTimestamp();

        do
        {
            var list = (await warm.Get("/api/v1/candidates")).Should(200);
            Assert.True(list.Json.GetProperty("asOf").GetDateTimeOffset() < gone);
            (await warm.Get($"/api/v1/candidates/{id}")).Should(200);
            (await warm.Get("/api/v1/leaderboard")).Should(200);
        } while (TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(4));

        (await cold.Get("/api/v1/candidates")).ShouldRefuse(503, "database-unavailable");
    }

    /// <summary>The connections opened by the time the service's own work at its start is done.</summary>
    private static async Task<int> Settled(DatabaseRelay relay)
    {
        var (before, now) = (-1, relay.Connections);
        while (now != before)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            (before, now) = (now, relay.Connections);
        }

        return now;
    }

    private static Guid IdOf(JsonElement item) => item.GetProperty("id").GetGuid();

    private async Task VoteFor(Guid candidateId, int votes)
    {
        for (var vote = 0; vote < votes; vote++)
        {
            (await (await app.NewCitizen()).VotesFor(candidateId)).Should(201);
        }
    }

    private async Task<IReadOnlyList<Guid>> InACorner(string district, int count)
    {
        var ids = new List<Guid>();
        for (var at = 0; at < count; at++)
        {
            ids.Add(await app.CandidateRow());
        }

        await app.Database.Execute(
            "UPDATE candidates SET district = @district, trade = 'municipal' WHERE id IN @ids",
            new { district, ids }
        );
        return ids;
    }
}
