using Craftsman.Domain.Voting;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Voting;

/// <summary>
/// The votes of two trees that become one. A tree counts at most one vote of a voter and day already, so a merge can only meet pairs, one
/// of each side, and of each pair the later vote steps back; every number follows from how many pairs there are.
/// </summary>
/// <remarks>
/// <para>
/// Both trees are held, so their votes keep their states, and no new vote meets one of its own voter and day in its own tree. A pair that
/// is found therefore stays a pair, and finding and writing the many is done while votes go on: shadows are a table of their own, and no
/// row of a vote is held. What is left for the moment when the fence is held and nobody votes are the votes that came meanwhile.
/// </para>
/// <para>
/// Those are found among the youngest ids alone, without trusting anybody's clock: the tallies say how many votes came, because they are
/// what stands at every moment. When that many are not found among the youngest ids, a host whose clock is minutes behind has written an
/// older one, and the pairs are searched again as a whole, the one time that this is long.
/// </para>
/// </remarks>
internal sealed class MergedVotes
{
    private const string Kind = "Merge";

    /// <summary>Longer than a vote waits to be written and clocks differ.</summary>
    private static readonly TimeSpan Youngest = TimeSpan.FromMinutes(2);

    private readonly Side from;
    private readonly Side into;
    private readonly Guid watermark;
    private readonly List<ChangedStanding> shadowed = [];
    private Count before = new();

    private MergedVotes(Side from, Side into, DateTimeOffset now)
    {
        this.from = from;
        this.into = into;
        watermark = VoteIds.FirstOf(now - Youngest);
    }

    /// <summary>Finds and writes the pairs that are there, while votes go on. The caller holds both trees and not the fence.</summary>
    public static async Task<MergedVotes> Find(
        Work work,
        Guid fromRoot,
        IReadOnlyList<Guid> fromTree,
        Guid intoRoot,
        IReadOnlyList<Guid> intoTree,
        DateTimeOffset now
    )
    {
        var merged = new MergedVotes(new Side(fromRoot, fromTree), new Side(intoRoot, intoTree), now);
        merged.before = await merged.CountNow(work);
        await merged.ShadowAllPairs(work);
        return merged;
    }

    /// <summary>Finishes with what came meanwhile, and writes tallies and ledger. The caller holds the fence.</summary>
    public async Task Finish(Work work, Guid campaignId, DateTimeOffset now)
    {
        const string empty = "UPDATE candidate_tallies SET standing = 0, set_aside = 0 WHERE candidate_id = @Root";
        const string add = """
            UPDATE candidate_tallies
            SET standing = standing + @Standing, set_aside = set_aside + @SetAside
            WHERE candidate_id = @Root
            """;
        var after = await CountNow(work);
        if (after.OlderThanWatermark != before.OlderThanWatermark)
        {
            await ShadowAllPairs(work);
        }
        else if (after.Young.Except(before.Young).ToList() is { Count: > 0 } late)
        {
            await ShadowPairs(work, "v.id IN @late", "PRIMARY", from, into, late);
            await ShadowPairs(work, "v.id IN @late", "PRIMARY", into, from, late);
        }

        await work.Execute(empty, new { from.Root });
        await work.Execute(
            add,
            new
            {
                into.Root,
                Standing = after.StandingOf(from.Root) - shadowed.Count,
                SetAside = after.SetAsideOf(from.Root),
            }
        );
        await StandingLedger.Write(work, campaignId, Kind, shadowed, now);
    }

    /// <summary>The side with fewer votes leads: for each of its votes the other's is looked up.</summary>
    private Task ShadowAllPairs(Work work) =>
        before.StandingOf(from.Root) <= before.StandingOf(into.Root)
            ? ShadowPairs(work, "v.candidate_id IN @Tree", "votes_of_a_candidate", from, into, [])
            : ShadowPairs(work, "v.candidate_id IN @Tree", "votes_of_a_candidate", into, from, []);

    private async Task ShadowPairs(
        Work work,
        string which,
        string index,
        Side side,
        Side other,
        IReadOnlyCollection<Guid> late
    )
    {
        var sql = $"""
            SELECT STRAIGHT_JOIN v.id, v.candidate_id, v.voter_key, v.day, v.cast_at, v.receipt,
                o.id AS other_id, o.candidate_id AS other_candidate_id, o.cast_at AS other_cast_at, o.receipt AS other_receipt
            FROM votes v FORCE INDEX ({index})
            JOIN votes o FORCE INDEX (votes_once_a_day)
                ON o.day = v.day AND o.voter_key = v.voter_key AND o.candidate_id IN @OtherTree AND o.state = 'Counted'
            LEFT JOIN vote_shadows s ON s.vote_id = v.id
            LEFT JOIN vote_shadows p ON p.vote_id = o.id
            WHERE {which} AND v.candidate_id IN @Tree AND v.state = 'Counted' AND s.vote_id IS NULL AND p.vote_id IS NULL
            """;
        var pairs = await work.List<PairRow>(
            sql,
            new
            {
                side.Tree,
                OtherTree = other.Tree,
                late,
            }
        );
        var later = pairs.Select(pair => pair.Later()).ToList();
        await VoteShadows.Add(work, later);
        shadowed.AddRange(later);
    }

    /// <summary>In one statement, so of one moment: what the tallies say, and the votes of the youngest ids. Only roots are voted for.</summary>
    private async Task<Count> CountNow(Work work)
    {
        const string sql = """
            SELECT candidate_id AS id, standing, set_aside, 1 AS is_tally
            FROM candidate_tallies
            WHERE candidate_id IN @roots
            UNION ALL
            SELECT id, 0, 0, 0
            FROM votes
            WHERE candidate_id IN @roots AND state IN ('Counted', 'Quarantined', 'Excluded') AND id >= @watermark
            """;
        var roots = new[] { from.Root, into.Root };
        var rows = await work.List<CountRow>(sql, new { roots, watermark });
        return new Count
        {
            Tallies = rows.Where(row => row.IsTally).ToDictionary(row => row.Id),
            Young = rows.Where(row => !row.IsTally).Select(row => row.Id).ToHashSet(),
        };
    }

    private sealed record Side(Guid Root, IReadOnlyList<Guid> Tree);

    private sealed record Count
    {
        public IReadOnlyDictionary<Guid, CountRow> Tallies { get; init; } = new Dictionary<Guid, CountRow>();

        public HashSet<Guid> Young { get; init; } = [];

        /// <summary>
        /// Up to a constant the number of votes with older ids: while states and links stand still, a new vote raises the tallies by one and
        /// this only if its id is old.
        /// </summary>
        public int OlderThanWatermark => Tallies.Values.Sum(row => row.Standing) - Young.Count;

        public int StandingOf(Guid root) => Tallies.TryGetValue(root, out var row) ? row.Standing : 0;

        public int SetAsideOf(Guid root) => Tallies.TryGetValue(root, out var row) ? row.SetAside : 0;
    }

    private sealed record CountRow
    {
        public Guid Id { get; init; }
        public int Standing { get; init; }
        public int SetAside { get; init; }
        public bool IsTally { get; init; }
    }

    private sealed record PairRow
    {
        public Guid Id { get; init; }
        public Guid CandidateId { get; init; }
        public byte[] VoterKey { get; init; } = [];
        public DateOnly Day { get; init; }
        public DateTimeOffset CastAt { get; init; }
        public byte[] Receipt { get; init; } = [];
        public Guid OtherId { get; init; }
        public Guid OtherCandidateId { get; init; }
        public DateTimeOffset OtherCastAt { get; init; }
        public byte[] OtherReceipt { get; init; } = [];

        public ChangedStanding Later() =>
            VoteStateRules.Standing([
                new VoteStanding(Id, CastAt, VoteState.Counted),
                new VoteStanding(OtherId, OtherCastAt, VoteState.Counted),
            ]) == Id
                ? new ChangedStanding(OtherId, OtherCandidateId, VoterKey, Day, OtherReceipt)
                : new ChangedStanding(Id, CandidateId, VoterKey, Day, Receipt);
    }
}
