using Craftsman.Domain.Voting;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Voting;

/// <summary>
/// The votes of a tree that a branch leaves. Of those that stepped back behind a vote of the other side, the earliest of each voter and
/// day stands again.
/// </summary>
/// <remarks>
/// All of it is known before the fence is held. The branch has no root, so nobody votes for its members and its votes are all there; and
/// a vote that is cast for the root meanwhile is its voter's only one of that day in the tree, so nothing steps back behind it.
/// </remarks>
internal sealed class PartedVotes
{
    private const string Kind = "UndoMerge";

    private readonly List<ChangedStanding> standingAgain = [];

    private PartedVotes() { }

    /// <summary>What stood in the branch so far.</summary>
    private int StoodInBranch { get; init; }

    private int StandInBranch { get; init; }

    private int StandAgainInTheRest { get; init; }

    private int SetAsideInBranch { get; init; }

    /// <summary>Lets the votes stand again. The caller holds the tree and not the fence.</summary>
    public static async Task<PartedVotes> Find(Work work, IReadOnlySet<Guid> branch, IReadOnlyList<Guid> tree)
    {
        const string shadowed = """
            SELECT STRAIGHT_JOIN v.id, v.candidate_id, v.voter_key, v.day, v.cast_at, v.receipt, o.candidate_id AS stands_for
            FROM vote_shadows s
            JOIN votes v ON v.id = s.vote_id
            JOIN votes o FORCE INDEX (votes_once_a_day)
                ON o.day = v.day AND o.voter_key = v.voter_key AND o.candidate_id IN @tree AND o.state = 'Counted'
            LEFT JOIN vote_shadows p ON p.vote_id = o.id
            WHERE s.candidate_id IN @tree AND p.vote_id IS NULL
            """;
        // Answered by the index alone.
        const string states = """
            SELECT state, CAST(COUNT(*) AS SIGNED) AS votes
            FROM votes
            WHERE candidate_id IN @branch AND state IN ('Counted', 'Quarantined')
            GROUP BY state
            """;
        var rows = await work.List<ShadowRow>(shadowed, new { tree });
        var counts = (await work.List<StateRow>(states, new { branch })).ToDictionary(
            row => row.State,
            row => row.Votes
        );
        var again = VoteStateRules.StandingAgain(
            rows.Select(row => new ShadowedVote(
                row.Id,
                Convert.ToHexString(row.VoterKey),
                row.Day,
                row.CastAt,
                branch.Contains(row.CandidateId),
                branch.Contains(row.StandsFor)
            ))
        );
        var standing = rows.Where(row => again.Contains(row.Id)).ToList();
        var stood =
            (int)counts.GetValueOrDefault(VoteState.Counted) - rows.Count(row => branch.Contains(row.CandidateId));
        var againInBranch = standing.Count(row => branch.Contains(row.CandidateId));
        var parted = new PartedVotes
        {
            StoodInBranch = stood,
            StandInBranch = stood + againInBranch,
            StandAgainInTheRest = standing.Count - againInBranch,
            SetAsideInBranch = (int)counts.GetValueOrDefault(VoteState.Quarantined),
        };
        parted.standingAgain.AddRange(
            standing.Select(row => new ChangedStanding(row.Id, row.CandidateId, row.VoterKey, row.Day, row.Receipt))
        );
        await VoteShadows.Remove(work, parted.standingAgain);
        return parted;
    }

    /// <summary>Writes tallies and ledger. The caller holds the fence.</summary>
    public async Task Finish(Work work, Guid campaignId, Guid branchRoot, Guid root, DateTimeOffset now)
    {
        const string give = """
            UPDATE candidate_tallies
            SET standing = @StandInBranch, set_aside = @SetAsideInBranch
            WHERE candidate_id = @branchRoot
            """;
        const string take = """
            UPDATE candidate_tallies
            SET standing = standing + @StandAgainInTheRest - @StoodInBranch, set_aside = set_aside - @SetAsideInBranch
            WHERE candidate_id = @root
            """;
        var numbers = new
        {
            branchRoot,
            root,
            StoodInBranch,
            StandInBranch,
            StandAgainInTheRest,
            SetAsideInBranch,
        };
        await work.Execute(give, numbers);
        await work.Execute(take, numbers);
        await StandingLedger.Write(work, campaignId, Kind, standingAgain, now);
    }

    private sealed record ShadowRow
    {
        public Guid Id { get; init; }
        public Guid CandidateId { get; init; }
        public byte[] VoterKey { get; init; } = [];
        public DateOnly Day { get; init; }
        public DateTimeOffset CastAt { get; init; }
        public byte[] Receipt { get; init; } = [];
        public Guid StandsFor { get; init; }
    }

    private sealed record StateRow
    {
        public VoteState State { get; init; }
        public long Votes { get; init; }
    }
}
