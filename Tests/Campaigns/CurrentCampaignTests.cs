using Craftsman.Tests.Support;

namespace Craftsman.Tests.Campaigns;

public sealed class CurrentCampaignTests(App app)
{
    private const string Path = "/api/v1/campaigns/current";

    [Fact]
    public async Task Anybody_may_read_the_campaign_with_its_dates_rules_districts_and_trades()
    {
        var campaign = (await app.Anonymous.Get(Path)).Should(200);

        Assert.Equal("application/json", campaign.MediaType);
        Assert.True(Guid.TryParse(campaign.Word("id"), out _));
        Assert.NotEmpty(campaign.Word("name"));
        Assert.Equal(1, campaign.Number("edition"));
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", campaign.Word("eligibilityDate"));
        Assert.Equal(30, campaign.Number("places"));
        Assert.Equal(3, campaign.Number("votesPerDay"));
        Assert.NotEmpty(campaign.Word("policyVersion"));
        Assert.Equal(13, Each(campaign, "districts", "code", "name").Count);
        Assert.Equal(("330102", "上城区"), First(campaign, "districts", "code", "name"));
        Assert.Equal(16, Each(campaign, "trades", "code", "name").Count);
        Assert.Contains(Each(campaign, "phases", "kind", "opensAt"), phase => phase.First == "Voting");
        Assert.All(
            Each(campaign, "phases", "opensAt", "closesAt"),
            phase =>
            {
                Assert.EndsWith("Z", phase.First, StringComparison.Ordinal);
                Assert.True(string.CompareOrdinal(phase.First, phase.Second) < 0);
            }
        );
        Assert.All(
            Each(campaign, "rules", "clause", "text"),
            rule => Assert.StartsWith("三", rule.First, StringComparison.Ordinal)
        );
        Assert.All(Each(campaign, "rules", "id", "text"), rule => Assert.NotEmpty(rule.Second));
    }

    [Fact]
    public async Task A_client_that_has_the_campaign_already_is_told_304_without_a_body()
    {
        var tag = (await app.Anonymous.Get(Path)).Should(200).Headers["ETag"];

        var again = await app.Anonymous.Get(Path, ("If-None-Match", tag));

        Assert.Equal((304, ""), (again.Status, again.Text));
        Assert.Equal(tag, again.Headers["ETag"]);
        (await app.Anonymous.Get(Path, ("If-None-Match", "\"another\""))).Should(200);
    }

    private static (string First, string Second) First(Answer campaign, string list, string first, string second) =>
        Each(campaign, list, first, second)[0];

    private static IReadOnlyList<(string First, string Second)> Each(
        Answer campaign,
        string list,
        string first,
        string second
    ) =>
        [
            .. campaign
                .Json.GetProperty(list)
                .EnumerateArray()
                .Select(item => (item.GetProperty(first).GetString()!, item.GetProperty(second).GetString()!)),
        ];
}
