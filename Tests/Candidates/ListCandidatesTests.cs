using System.Text.Json;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Candidates;

public sealed class ListCandidatesTests(App app)
{
    [Fact]
    public async Task The_list_counts_people_and_hides_the_work_unit_of_those_who_did_not_agree_to_show_it()
    {
        var word = app.UniqueName("隐姓");
        var twice = await app.NewCitizen();
        var (shown, hidden, unpublished) = (
            await app.ACandidate(word + "甲", tipsters: [twice, twice, await app.NewCitizen()]),
            await app.ACandidate(word + "乙"),
            await app.ACandidate(word + "丙")
        );
        await app.Publishes(shown);
        await app.Publishes(hidden, showWorkUnit: false);

        var items = (await app.Lists($"q={word}&sort=newest")).Items;

        Assert.Equal([hidden, shown], items.Select(item => item.GetProperty("id").GetGuid()));
        Assert.Equal(2, items[1].GetProperty("tipCount").GetInt32());
        Assert.Equal("杭州丝绸厂", items[1].GetProperty("workUnit").GetString());
        Assert.Equal(JsonValueKind.Null, items[0].GetProperty("workUnit").ValueKind);
        Assert.Equal(JsonValueKind.Null, items[0].GetProperty("photoUrl").ValueKind);
        var detail = (await app.Shows(hidden)).Should(200).Json;
        Assert.Equal(JsonValueKind.Null, detail.GetProperty("workUnit").ValueKind);
        Assert.Equal(JsonValueKind.Null, detail.GetProperty("workplace").ValueKind);
        (await app.Shows(unpublished)).ShouldRefuse(404, "not-found");
    }

    [Theory]
    [InlineData("votes")]
    [InlineData("newest")]
    public async Task Pages_hold_each_candidate_once_when_votes_and_times_are_equal(string sort)
    {
        var word = app.UniqueName("翻页");
        var ids = await app.PublishedAtOnce(word, 7);
        var voter = await app.NewCitizen();
        (await voter.VotesFor(ids[3])).Should(201);
        (await voter.VotesFor(ids[5])).Should(201);
        var seen = new List<Guid>();
        string? cursor = null;

        do
        {
            var page = await app.Lists($"q={word}&sort={sort}&limit=2&cursor={cursor}");
            seen.AddRange(page.Items.Select(item => item.GetProperty("id").GetGuid()));
            cursor = page.NextCursor;
        } while (cursor is not null);

        Guid[] expected =
            sort == "votes" ? [ids[5], ids[3], ids[6], ids[4], ids[2], ids[1], ids[0]] : [.. ids.Reverse()];
        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task A_cursor_that_was_altered_or_comes_from_another_list_is_refused()
    {
        var word = app.UniqueName("位置");
        await app.PublishedAtOnce(word, 2);
        var cursor = (await app.Lists($"q={word}&sort=votes&limit=1")).NextCursor!;
        var altered = cursor[..^2] + (cursor[^2] == 'A' ? 'B' : 'A') + cursor[^1];

        foreach (
            var query in new[]
            {
                $"q={word}&sort=votes&cursor={altered}",
                $"q={word}&sort=newest&cursor={cursor}",
                $"q={word}&sort=votes&district=330102&cursor={cursor}",
                $"sort=votes&cursor={cursor}",
                "cursor=!!!",
            }
        )
        {
            (await app.Anonymous.Get($"/api/v1/candidates?{query}")).ShouldRefuse(400, "cursor-invalid");
        }

        Assert.Single((await app.Lists($"q={word}&sort=votes&cursor={cursor}")).Items);
    }

    [Fact]
    public async Task Signs_that_LIKE_reads_as_wildcards_stand_for_themselves()
    {
        var word = app.UniqueName("百分");
        var plain = await app.ACandidate(word + "之百");
        var percent = await app.ACandidate(word + "100%_!\\师");
        await app.Publishes(plain);
        await app.Publishes(percent);

        foreach (var (q, found) in new[] { ("100%_!\\师", 1), ("%%", 0), ("__", 0), ("!%", 0), ("_!", 1), ("'\"", 0) })
        {
            var items = (await app.Lists($"q={Uri.EscapeDataString(q)}&limit=100")).Items.Where(item =>
                item.GetProperty("name").GetString()!.StartsWith(word, StringComparison.Ordinal)
            );
            Assert.True(items.Count() == found, q);
        }
    }

    [Fact]
    public async Task A_search_finds_the_shown_work_unit_and_not_the_hidden_one()
    {
        var unit = app.UniqueName("隐蔽工厂");
        var (shown, hidden) = (await app.ACandidate(workUnit: unit), await app.ACandidate(workUnit: unit));
        await app.Publishes(shown);
        await app.Publishes(hidden, showWorkUnit: false);

        var item = Assert.Single((await app.Lists($"q={unit}")).Items);

        Assert.Equal(shown, item.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task District_and_trade_narrow_the_list()
    {
        var word = app.UniqueName("区县");
        var here = await app.ACandidate(word, district: "330127", trade: "agriculture");
        var there = await app.ACandidate(word, district: "330182", trade: "agriculture");
        await app.Publishes(here);
        await app.Publishes(there);

        Assert.Equal(2, (await app.Lists($"q={word}&trade=agriculture")).Items.Count);
        Assert.Single((await app.Lists($"q={word}&district=330127&trade=agriculture")).Items);
        Assert.Empty((await app.Lists($"q={word}&trade=power")).Items);
    }

    [Theory]
    [InlineData("q=杭", "q")]
    [InlineData("q=a%01b", "q")]
    [InlineData("sort=luck", "sort")]
    [InlineData("district=110101", "district")]
    [InlineData("trade=magic", "trade")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    public async Task A_filter_that_makes_no_sense_is_named(string query, string field)
    {
        var refused = (await app.Anonymous.Get($"/api/v1/candidates?{query}")).ShouldRefuse(400, "request-malformed");

        Assert.Equal([field], refused.ErrorFields);
    }

    [Fact]
    public async Task A_citizen_sees_whether_they_voted_today_anywhere_in_the_tree()
    {
        var candidateId = await app.APublishedCandidate();
        var childId = await app.APublishedCandidate();
        var (voter, other) = (await app.NewCitizen(), await app.NewCitizen());
        (await voter.VotesFor(childId)).Should(201);
        await app.Merges(childId, candidateId);
        await app.CopyCatchesUp();

        Assert.True(await VotedToday(voter.Api));
        Assert.False(await VotedToday(other.Api));
        Assert.False(await VotedToday(app.Anonymous));
        Assert.False(await VotedToday((await Citizen.LogIn(app.InTheFuture(TimeSpan.FromDays(1)), voter.Name)).Api));
        (await app.Anonymous.With("forged").Get($"/api/v1/candidates/{candidateId}")).ShouldRefuse(
            401,
            "token-invalid"
        );

        async Task<bool> VotedToday(ApiClient api) =>
            (await api.Get($"/api/v1/candidates/{candidateId}"))
                .Should(200)
                .Json.GetProperty("votedToday")
                .GetBoolean();
    }

    [Fact]
    public async Task Staff_page_through_all_states_and_see_who_waits_for_confirmation()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var word = app.UniqueName("档案");
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await app.ACandidate(word));
        }

        await (await app.NewCitizen()).Accepts(await reviewer.Invites(ids[2]));
        var seen = new List<JsonElement>();
        string? cursor = null;

        do
        {
            var page = (await reviewer.Api.Get($"/admin/v1/candidates?q={word}&limit=2&cursor={cursor}"))
                .Should(200)
                .Json;
            seen.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("nextCursor").GetString();
        } while (cursor is not null);

        Assert.Equal(ids.AsEnumerable().Reverse(), seen.Select(item => item.GetProperty("id").GetGuid()));
        var waiting = seen[2];
        Assert.True(waiting.GetProperty("invitation").GetProperty("awaitingConfirmation").GetBoolean());
        Assert.Equal(1, waiting.GetProperty("consents").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, seen[0].GetProperty("invitation").ValueKind);
        Assert.Equal(1, seen[0].GetProperty("tipCount").GetInt32());
        var invited = (await reviewer.Api.Get($"/admin/v1/candidates?q={word}&state=Invited")).Should(200).Json;
        Assert.Equal(ids[2], Assert.Single(invited.GetProperty("items").EnumerateArray()).GetProperty("id").GetGuid());
        (await reviewer.Api.Get("/admin/v1/candidates?state=7")).ShouldRefuse(400, "request-malformed");
    }

    [Fact]
    public async Task A_reviewer_limited_to_districts_finds_nothing_elsewhere()
    {
        var word = app.UniqueName("辖区");
        var (here, there) = (
            await app.ACandidate(word, district: "330111"),
            await app.ACandidate(word, district: "330112")
        );
        var limited = await app.ReviewerOf("330111");

        var items = (await limited.Api.Get($"/admin/v1/candidates?q={word}")).Should(200).Json.GetProperty("items");

        Assert.Equal(here, Assert.Single(items.EnumerateArray()).GetProperty("id").GetGuid());
        (await limited.Api.Get($"/admin/v1/candidates/{there}")).ShouldRefuse(404, "not-found");
        (await limited.Api.Post($"/admin/v1/candidates/{there}/invite", new { version = 1 })).ShouldRefuse(
            404,
            "not-found"
        );
        await limited.Invites(here);
    }
}
