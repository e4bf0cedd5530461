using Craftsman.Domain.Candidates;
using Craftsman.Domain.Voting;

namespace Craftsman.Tests.Candidates;

/// <summary>Who belongs together after a link is taken away, and whose vote stands again.</summary>
public sealed class MergeRulesTests
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(1, 5).Select(n => new Guid(n, 0, 0, new byte[8]))];
    private static readonly DateOnly Day = new(2026, 11, 24);
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_branch_is_the_candidate_and_all_that_lead_to_it()
    {
        CandidateMerge[] links = [Link(0, 1), Link(1, 2), Link(3, 2), Link(4, 0)];

        Assert.Equal([Ids[0], Ids[1], Ids[4]], MergeRules.Branch(Ids[1], links).Order());
        Assert.Equal([Ids[3]], MergeRules.Branch(Ids[3], links));
    }

    [Fact]
    public void On_the_side_that_loses_the_standing_vote_the_earliest_stands_again()
    {
        ShadowedVote[] shadowed =
        [
            Shadowed(0, hours: 3, isInBranch: true, standsInBranch: false),
            Shadowed(1, hours: 2, isInBranch: true, standsInBranch: false),
            Shadowed(2, hours: 1, isInBranch: false, standsInBranch: false),
            Shadowed(3, hours: 1, isInBranch: false, standsInBranch: true, voter: "other"),
        ];

        Assert.Equal([Ids[1], Ids[3]], VoteStateRules.StandingAgain(shadowed).Order());
    }

    private static CandidateMerge Link(int from, int into) =>
        new()
        {
            FromId = Ids[from],
            IntoId = Ids[into],
            IsActive = true,
        };

    private static ShadowedVote Shadowed(
        int id,
        int hours,
        bool isInBranch,
        bool standsInBranch,
        string voter = "voter"
    ) => new(Ids[id], voter, Day, Morning.AddHours(hours), isInBranch, standsInBranch);
}
