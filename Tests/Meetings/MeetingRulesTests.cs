using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Meetings;

namespace Craftsman.Tests.Meetings;

/// <summary>五(领导小组审定), 二: quorum, pass share, and who takes the last places.</summary>
public sealed class MeetingRulesTests
{
    private static readonly Guid[] Cases = [.. Enumerable.Range(1, 5).Select(at => new Guid(at, 0, 0, new byte[8]))];

    [Theory]
    [InlineData(9, 6, 6, 4, "Yes")]
    [InlineData(9, 6, 6, 3, "No")]
    [InlineData(9, 5, 5, 5, "meeting-without-quorum")]
    [InlineData(3, 3, 0, 0, "meeting-without-quorum")]
    [InlineData(0, 0, 0, 0, "meeting-without-quorum")]
    public void 五_Two_thirds_must_be_present_and_two_thirds_of_those_who_vote_must_agree(
        int members,
        int present,
        int voters,
        int agree,
        string expected
    )
    {
        var ballots = new BallotCount(members, present, voters, agree, 0, voters - agree);

        Assert.Equal(expected, Said(MeetingRules.Result(ballots, ReviewTerms.Usual)));
    }

    [Fact]
    public void Nothing_is_decided_while_a_ballot_is_missing() =>
        Assert.Equal(
            "ballots-missing",
            Said(MeetingRules.Result(new BallotCount(3, 3, 3, 2, 0, 0), ReviewTerms.Usual))
        );

    [Fact]
    public void 二_While_places_suffice_for_all_each_agreed_case_takes_one() =>
        Assert.Equal("served", Served(0, free: 2, (3, null), (3, null)));

    [Fact]
    public void 二_More_votes_go_first_whoever_is_recorded_first()
    {
        Assert.Equal("full", Served(0, free: 1, (2, null), (3, null)));
        Assert.Equal("served", Served(1, free: 1, (2, null), (3, null)));
        Assert.Equal("full", Served(0, free: 0, (3, null)));
    }

    [Fact]
    public void 二_Equally_many_at_the_last_place_are_put_to_the_meeting()
    {
        Assert.Equal("tie-at-last-place", Served(1, free: 2, (3, null), (2, null), (2, null)));
        Assert.Equal("served", Served(0, free: 2, (3, null), (2, null), (2, null)));
        Assert.Equal("served", Served(2, free: 2, (3, null), (2, 2), (2, 1)));
        Assert.Equal("full", Served(1, free: 2, (3, null), (2, 2), (2, 1)));
        Assert.Equal("served", Served(1, free: 3, (3, null), (2, null), (2, null)));
    }

    [Fact]
    public void A_case_that_was_not_agreed_to_takes_no_place_from_another() =>
        Assert.Equal("served", Served(1, free: 1, (1, null), (2, null)));

    [Fact]
    public void While_others_vote_and_places_are_short_nobody_is_served()
    {
        var open = new Contender(Cases[0], new BallotCount(3, 3, 3, 1, 0, 0), null);
        var agreed = new Contender(Cases[1], new BallotCount(3, 3, 3, 3, 0, 0), null);

        Assert.Equal("ballots-missing", Said(MeetingRules.Serve(Cases[1], [open, agreed], 1, ReviewTerms.Usual)));
        Assert.Equal("served", Said(MeetingRules.Serve(Cases[1], [open, agreed], 2, ReviewTerms.Usual)));
    }

    [Theory]
    [InlineData("杭州丝绸印染厂", "杭州丝绸印染厂", true)]
    [InlineData("杭州 丝绸印染厂", "杭州丝绸印染厂", true)]
    [InlineData("杭州市总工会", "杭州丝绸印染厂", false)]
    [InlineData("杭州市总工会", null, false)]
    public void Who_is_of_the_same_unit_is_recused(string member, string? worker, bool isRecused) =>
        Assert.Equal(isRecused, MeetingRules.IsOfSameUnit(member, [worker]));

    private static string Served(int which, int free, params (int Agree, int? ServedAs)[] cases) =>
        Said(
            MeetingRules.Serve(
                Cases[which],
                [
                    .. cases.Select(
                        (each, at) =>
                            new Contender(
                                Cases[at],
                                new BallotCount(3, 3, 3, each.Agree, 3 - each.Agree, 0),
                                each.ServedAs
                            )
                    ),
                ],
                free,
                ReviewTerms.Usual
            )
        );

    private static string Said(Decision<MeetingVerdict> decision) =>
        decision.IsRefused(out var refusal, out var verdict) ? refusal.Code : verdict.Result.ToString();

    private static string Said(Decision<PlaceServed> decision) =>
        decision.IsRefused(out var refusal, out var served) ? refusal.Code
        : served.IsServed ? "served"
        : "full";
}
