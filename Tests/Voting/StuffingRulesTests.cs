using Craftsman.Domain.Voting;

namespace Craftsman.Tests.Voting;

public sealed class StuffingRulesTests
{
    private static readonly DateTimeOffset Nine = new(2026, 5, 6, 1, 0, 0, TimeSpan.Zero);
    private static readonly Guid Candidate = Guid.AllBitsSet;
    private static readonly StuffingThresholds Thresholds = new(
        new Dictionary<string, double>
        {
            ["instant-seconds"] = 8,
            ["instant-votes"] = 12,
            ["instant-share"] = 0.5,
            ["interval-votes"] = 15,
            ["interval-variation"] = 0.3,
            ["run-voters"] = 6,
            ["run-seconds"] = 5,
            ["address-votes"] = 100,
            ["burst-votes"] = 50,
            ["burst-factor"] = 5,
            ["risk-rank"] = 4,
        }
    );

    [Fact]
    public void Three_hundred_workmates_behind_one_network_are_shown_to_staff_and_nothing_is_set_aside()
    {
        var random = new Random(1);
        var votes = Votes(300, _ => random.NextDouble() * 600, "factory", _ => 15 + random.Next(100));

        var found = Find(votes);

        Assert.Equal(["burst", "one-address"], found.Select(each => each.Signal).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(found, each => each.IsSetAside);
    }

    [Fact]
    public void New_accounts_of_people_who_read_before_they_vote_are_no_sign()
    {
        var random = new Random(2);

        Assert.Empty(Find(Votes(40, _ => random.NextDouble() * 600, null, at => at < 15 ? 5 : 30)));
    }

    [Fact]
    public void Accounts_that_vote_within_seconds_of_being_made_are_set_aside_and_the_honest_beside_them_are_not()
    {
        var random = new Random(3);
        var stuffed = Votes(40, _ => random.NextDouble() * 600, null, _ => 2);
        var honest = Votes(10, _ => random.NextDouble() * 600, null, _ => 40);

        var found = Assert.Single(Find([.. stuffed, .. honest]), each => each.IsSetAside);

        Assert.Equal("fresh-accounts", found.Signal);
        Assert.Equal(stuffed.Select(vote => vote.Id).Order(), found.Votes.Order());
    }

    [Fact]
    public void Votes_of_those_WeChat_holds_for_cheats_are_set_aside_and_doubtful_or_unrated_ones_are_not()
    {
        var votes = Votes(4, at => at * 400, null, _ => 100_000).ToList();
        var ranked = votes.Zip((int?[])[4, 3, null, 0], (vote, rank) => vote with { RiskRank = rank }).ToList();

        var found = Assert.Single(Find(ranked));

        Assert.Equal(("risk-rank", true), (found.Signal, found.IsSetAside));
        Assert.Equal([votes[0].Id], found.Votes);
    }

    [Fact]
    public void A_timer_is_known_by_its_even_intervals() =>
        Assert.Equal("robot-intervals", Assert.Single(Find(Votes(20, at => at * 5, "one", _ => 100_000))).Signal);

    [Fact]
    public void Votes_that_come_as_people_do_are_no_timer()
    {
        var random = new Random(4);

        Assert.Empty(Find(Votes(20, _ => random.NextDouble() * 600, "one", _ => 100_000)));
    }

    [Theory]
    [InlineData(6, 1, true)]
    [InlineData(5, 1, false)]
    [InlineData(6, 20, false)]
    public void Several_voters_of_one_network_who_vote_down_the_list_without_reading_are_robots(
        int voters,
        int seconds,
        bool isFound
    )
    {
        var votes = Enumerable
            .Range(0, voters)
            .SelectMany(voter =>
                Enumerable
                    .Range(0, 3)
                    .Select(at => new ScoredVote(
                        Guid.CreateVersion7(Nine),
                        Guid.CreateVersion7(Nine),
                        $"voter {voter}",
                        Nine.AddSeconds((voter * voter * 7) + (at * seconds)),
                        "one",
                        100_000,
                        (voter * 10) + at
                    ))
            );

        Assert.Equal(isFound, Find(votes).Any(each => each is { Signal: "list-run", IsSetAside: true }));
    }

    [Fact]
    public void A_campaign_without_thresholds_finds_nothing() =>
        Assert.Empty(
            StuffingRules.Find(
                Votes(500, at => at, "one", _ => 1),
                new Dictionary<Guid, double>(),
                new StuffingThresholds(new Dictionary<string, double>())
            )
        );

    private static IReadOnlyList<Stuffing> Find(IEnumerable<ScoredVote> votes) =>
        StuffingRules.Find(
            [.. votes.OrderBy(vote => vote.CastAt)],
            new Dictionary<Guid, double> { [Candidate] = 2 },
            Thresholds
        );

    private static List<ScoredVote> Votes(int count, Func<int, double> second, string? network, Func<int, int> age) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(at => new ScoredVote(
                    Guid.CreateVersion7(Nine),
                    Candidate,
                    $"voter {at} of {network}",
                    Nine.AddSeconds(second(at)),
                    network,
                    age(at),
                    1
                )),
        ];
}
