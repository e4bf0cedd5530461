using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Voting;
using Craftsman.Tests.Support;
using MySqlConnector;

namespace Craftsman.Tests.Voting;

/// <summary>On a database of its own, in which time may be scored.</summary>
public sealed class VoteScoringTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private readonly App app = lonely.App;

    [Fact]
    public async Task What_looks_stuffed_is_set_aside_with_its_evidence_and_what_staff_restore_does_not_go_again()
    {
        var candidate = await app.CandidateRow();
        var stuffed = await app.VoteRows(candidate, 40);
        await app.Database.Execute("UPDATE votes SET account_age = 1 WHERE id IN @stuffed", new { stuffed });
        await app.VoteRows(candidate, 10);

        await Score();

        Assert.Equal((10, 10), await app.Standing(candidate));
        Assert.Equal((40, 40), await app.SetAside(candidate));
        var auditor = await app.Staff(StaffRole.Auditor);
        var anomaly = Assert.Single(
            (await auditor.Api.Get("/admin/v1/votes/anomalies")).Should(200).Json.GetProperty("items").EnumerateArray(),
            item => item.GetProperty("signal").GetString() == "fresh-accounts"
        );
        Assert.Equal(40, anomaly.GetProperty("quarantined").GetInt32());
        Assert.Equal(40, anomaly.GetProperty("evidence").GetProperty("instant").GetInt32());

        var restored = await (await app.FraudReviewer()).Api.Post(
            "/admin/v1/votes/restore",
            new { anomalyId = anomaly.GetProperty("id").GetString(), reasonCode = "checked" }
        );
        Assert.Equal(40, restored.Should(200).Number("changed"));
        await Score();

        Assert.Equal((50, 50), await app.Standing(candidate));
    }

    [Fact]
    public async Task A_vote_brings_what_scoring_needs_and_not_where_it_came_from()
    {
        var candidate = await app.CandidateRow("Published");
        (await (await app.NewCitizen()).VotesFor(candidate)).Should(201);

        Assert.Equal(
            1,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM votes WHERE candidate_id = @candidate AND network_key IS NOT NULL AND account_age BETWEEN 0 AND 60",
                new { candidate }
            )
        );
    }

    [Fact]
    public async Task WeChat_is_asked_about_each_voter_and_only_votes_of_those_it_holds_for_cheats_are_set_aside()
    {
        var candidate = await app.CandidateRow("Published");
        var asking = app.With(("Voting:AsksRiskRanks", "true"));
        foreach (var name in (string[])["calm", "odd-risk3", "cheat-risk4"])
        {
            (await (await Citizen.LogIn(asking, app.UniqueName("voter-") + name)).VotesFor(candidate)).Should(201);
        }

        // This instance's WeChat does not know her, so it tells nothing.
        var unrated = await Citizen.LogIn(app.Anonymous, app.UniqueName("voter-risk4"));
        (await unrated.At(asking).VotesFor(candidate)).Should(201);
        await new Func<Task<long>>(() =>
            app.Database.Value<long>(
                "SELECT COUNT(*) FROM vote_ranks k JOIN votes v ON v.id = k.vote_id WHERE v.candidate_id = @candidate",
                new { candidate }
            )
        ).Becomes(3);

        await Score();

        Assert.Equal((3, 3), await app.Standing(candidate));
        Assert.Equal((1, 1), await app.SetAside(candidate));
        var auditor = (await app.Staff(StaffRole.Auditor)).Api;
        var anomaly = Assert.Single(
            (await auditor.Get("/admin/v1/votes/anomalies")).Should(200).Json.GetProperty("items").EnumerateArray(),
            item =>
                item.GetProperty("signal").GetString() == "risk-rank"
                && item.GetProperty("candidateId").GetString() == candidate.ToString()
        );
        Assert.Equal(1, anomaly.GetProperty("evidence").GetProperty("unrated").GetInt32());
        var vote = Assert.Single(
            (await auditor.Get($"/admin/v1/votes/anomalies/{anomaly.GetProperty("id").GetString()}/votes"))
                .Should(200)
                .Json.GetProperty("items")
                .EnumerateArray()
        );
        Assert.Equal(4, vote.GetProperty("riskRank").GetInt32());
        Assert.Equal("Quarantined", vote.GetProperty("state").GetString());

        await app.Database.Execute("UPDATE voting_thresholds SET value = 3 WHERE name = 'risk-rank'", new { });
        await Score();

        Assert.Equal((2, 2), await app.Standing(candidate));
    }

    /// <summary>Scores the last minutes as if two more had passed.</summary>
    private async Task Score()
    {
        var now = TimeProvider.System.GetUtcNow();
        var campaignId = await app.Database.Value<Guid>("SELECT id FROM campaigns WHERE is_current = 1");
        await app.Database.Execute(
            "REPLACE INTO vote_scorings (campaign_id, scored_until) VALUES (@campaignId, @Start)",
            new { campaignId, Start = now.AddMinutes(-2) }
        );
        await using var source = new MySqlDataSource(
            DatabaseOptions.WithOurSettings(app.Database.ConnectionString).ConnectionString
        );
        var db = new Db(source);
        var scoring = new VoteScoring(db, new VoteStateStore(db));
        while (await scoring.ScoreNext(campaignId, now.AddMinutes(2), TestContext.Current.CancellationToken))
        {
            // Minute after minute.
        }
    }
}
