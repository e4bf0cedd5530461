using System.Globalization;
using System.Text;
using Craftsman.Domain;
using Craftsman.Domain.Voting;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Database;
using Dapper;

namespace Craftsman.Infrastructure.Voting;

/// <summary>Why the states of votes are changed, and on whose word.</summary>
/// <param name="StaffId">Null for the service itself.</param>
/// <param name="ApprovalId">The decision of a second person, which then is the act on record.</param>
public sealed record StateChange(
    Guid CampaignId,
    VoteChange Change,
    string ReasonCode,
    Guid? StaffId,
    Guid? ApprovalId = null
);

/// <summary>Sets votes aside, restores and excludes them; row, tally, history and ledger change together (laws 1, 3, 5).</summary>
/// <remarks>
/// Many votes go in several transactions, each whole in itself, so that no lock is held for long. Who dies between two has done a part;
/// the same again does the rest, for a vote that is already in the state is left alone.
/// </remarks>
public sealed class VoteStateStore(Db db)
{
    public const int MostTogether = 1000;

    /// <returns>How many votes are in another state than before.</returns>
    public async Task<int> Change(
        IReadOnlyCollection<Guid> voteIds,
        StateChange change,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var changed = 0;
        foreach (var some in voteIds.Distinct().Order().Chunk(MostTogether))
        {
            var decision = await db.Write<int>(
                async work => await ChangeTogether(work, some, change, now),
                cancellationToken
            );
            changed += decision.IsRefused(out _, out var those) ? 0 : those;
        }

        return changed;
    }

    private static async Task<int> ChangeTogether(Work work, Guid[] voteIds, StateChange change, DateTimeOffset now)
    {
        // A merge holds its trees long before the fence, and counts on votes that keep their states meanwhile. The fence comes after the
        // candidates, as in all that hold both.
        const string candidates = "SELECT DISTINCT candidate_id FROM votes WHERE id IN @voteIds";
        const string fence = "SELECT epoch FROM voting_fences WHERE campaign_id = @CampaignId LOCK IN SHARE MODE";
        var roots = await CandidateForest.Share(
            work,
            change.CampaignId,
            await work.List<Guid>(candidates, new { voteIds })
        );
        await work.FirstOrNothing<long>(fence, new { change.CampaignId });
        var votes = await Lock(work, voteIds, roots);
        var asked = voteIds.ToHashSet();
        var changed = votes
            .Where(vote => asked.Contains(vote.Id) && VoteStateRules.After(vote.State, change.Change) != vote.State)
            .ToList();
        if (changed.Count == 0)
        {
            return 0;
        }

        var tallies = new SortedDictionary<Guid, (int Standing, int SetAside)>();
        var shadowed = new List<LockedVote>();
        var unshadowed = new List<LockedVote>();
        var after = changed.ToDictionary(vote => vote.Id, vote => VoteStateRules.After(vote.State, change.Change));
        foreach (var same in votes.GroupBy(vote => (Voter: Convert.ToHexString(vote.VoterKey), vote.Day, vote.RootId)))
        {
            var stands = VoteStateRules.Standing(
                same.Select(vote => new VoteStanding(
                    vote.Id,
                    vote.CastAt,
                    after.GetValueOrDefault(vote.Id, vote.State)
                ))
            );
            foreach (var vote in same)
            {
                var state = after.GetValueOrDefault(vote.Id, vote.State);
                var isShadowed = state == VoteState.Counted && vote.Id != stands;
                if (isShadowed != vote.IsShadowed)
                {
                    (isShadowed ? shadowed : unshadowed).Add(vote);
                }

                var (standing, setAside) = tallies.GetValueOrDefault(vote.RootId);
                tallies[vote.RootId] = (
                    standing + One(vote.Id == stands) - One(vote.Stands),
                    setAside + One(state == VoteState.Quarantined) - One(vote.State == VoteState.Quarantined)
                );
            }
        }

        await WriteStates(work, changed, after[changed[0].Id], shadowed, unshadowed);
        await WriteHistory(work, changed, after[changed[0].Id], change, now);
        await WriteTallies(work, tallies);
        await WriteLedger(work, changed, after[changed[0].Id], change, now);
        return changed.Count;
    }

    /// <summary>
    /// The votes and those of the same voter, day and worker, locked in id order. Nobody adds to the latter meanwhile: a second vote of
    /// a day for a tree is refused, and trees stay as they are.
    /// </summary>
    private static async Task<IReadOnlyList<LockedVote>> Lock(
        Work work,
        Guid[] voteIds,
        IReadOnlyDictionary<Guid, Guid> roots
    )
    {
        const string others = """
            SELECT o.id, o.candidate_id, c.root_id
            FROM votes v
            JOIN candidates c ON c.id = v.candidate_id
            JOIN candidates m ON m.root_id = c.root_id AND m.id <> c.id
            JOIN votes o ON o.day = v.day AND o.voter_key = v.voter_key AND o.candidate_id = m.id
            WHERE v.id IN @voteIds
            """;
        // Without a join, which would lock what it joins too.
        const string locked = """
            SELECT id, candidate_id, voter_key, day, state, cast_at, receipt
            FROM votes FORCE INDEX (PRIMARY)
            WHERE id IN @Ids
            ORDER BY id
            FOR UPDATE
            """;
        const string shadows = "SELECT vote_id FROM vote_shadows WHERE vote_id IN @Ids";
        var held = roots.Values.ToHashSet();
        var siblings = (await work.List<SiblingRow>(others, new { voteIds }))
            .Where(sibling => held.Contains(sibling.RootId))
            .ToList();
        var rootOf = siblings.ToLookup(sibling => sibling.CandidateId, sibling => sibling.RootId);
        var votes = await work.List<LockedVote>(
            locked,
            new { Ids = voteIds.Union(siblings.Select(sibling => sibling.Id)).Order() }
        );
        if (votes.Count == 0)
        {
            return votes;
        }

        var shadowed = (await work.List<Guid>(shadows, new { Ids = votes.Select(vote => vote.Id) })).ToHashSet();
        return
        [
            .. votes
                .Where(vote => roots.ContainsKey(vote.CandidateId) || rootOf.Contains(vote.CandidateId))
                .Select(vote =>
                    vote with
                    {
                        RootId = roots.TryGetValue(vote.CandidateId, out var root)
                            ? root
                            : rootOf[vote.CandidateId].First(),
                        IsShadowed = shadowed.Contains(vote.Id),
                    }
                ),
        ];
    }

    private static async Task WriteStates(
        Work work,
        List<LockedVote> changed,
        VoteState state,
        List<LockedVote> shadowed,
        List<LockedVote> unshadowed
    )
    {
        const string states = "UPDATE votes SET state = @State WHERE id IN @Ids";
        await work.Execute(states, new { State = state.ToString(), Ids = changed.Select(vote => vote.Id) });
        await VoteShadows.Add(work, shadowed.Select(Standing));
        await VoteShadows.Remove(work, unshadowed.Select(Standing));

        static ChangedStanding Standing(LockedVote vote) =>
            new(vote.Id, vote.CandidateId, vote.VoterKey, vote.Day, vote.Receipt);
    }

    private static Task<int> WriteHistory(
        Work work,
        List<LockedVote> changed,
        VoteState state,
        StateChange change,
        DateTimeOffset now
    )
    {
        var sql = new StringBuilder(
            """
            INSERT INTO vote_state_changes (id, vote_id, from_state, to_state, reason_code, by_staff, approval_id, at)
            VALUES 
            """
        );
        var parameters = new DynamicParameters(
            new
            {
                To = state.ToString(),
                change.ReasonCode,
                change.StaffId,
                change.ApprovalId,
                now,
            }
        );
        for (var at = 0; at < changed.Count; at++)
        {
            sql.Append(at == 0 ? "" : ", ")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"(@i{at}, @v{at}, @f{at}, @To, @ReasonCode, @StaffId, @ApprovalId, @now)"
                );
            parameters.Add($"i{at}", Guid.CreateVersion7(now));
            parameters.Add($"v{at}", changed[at].Id);
            parameters.Add($"f{at}", changed[at].State.ToString());
        }

        return work.Execute(sql.ToString(), parameters);
    }

    /// <summary>In the order of the roots, as votes do, so that the two never wait for each other in a circle.</summary>
    private static async Task WriteTallies(Work work, SortedDictionary<Guid, (int Standing, int SetAside)> tallies)
    {
        const string sql = """
            UPDATE candidate_tallies
            SET standing = standing + @Standing, set_aside = set_aside + @SetAside
            WHERE candidate_id = @rootId
            """;
        foreach (var (rootId, (standing, setAside)) in tallies)
        {
            if (
                (standing, setAside) != (0, 0)
                && await work.Execute(
                    sql,
                    new
                    {
                        rootId,
                        Standing = standing,
                        SetAside = setAside,
                    }
                ) == 0
            )
            {
                throw new InvalidOperationException("A vote was counted for a candidate without a tally.");
            }
        }
    }

    private static async Task WriteLedger(
        Work work,
        List<LockedVote> changed,
        VoteState state,
        StateChange change,
        DateTimeOffset now
    )
    {
        const string sql = """
            INSERT INTO ledger_entries (id, campaign_id, kind, at, leaf_count, leaves)
            VALUES (@entryId, @CampaignId, @kind, @now, @Count, @leaves)
            """;
        var kind = change.Change.ToString();
        var leaves = new byte[changed.Count * LedgerLeaf.Bytes];
        for (var at = 0; at < changed.Count; at++)
        {
            var vote = changed[at];
            new LedgerLeaf(
                kind,
                vote.Id,
                vote.CandidateId,
                vote.VoterKey,
                vote.Day,
                vote.State,
                state,
                now,
                vote.Receipt
            ).Hash(leaves.AsSpan(at * LedgerLeaf.Bytes, LedgerLeaf.Bytes));
        }

        var entryId = Guid.CreateVersion7(now);
        await work.Execute(
            sql,
            new
            {
                entryId,
                change.CampaignId,
                kind,
                now,
                changed.Count,
                leaves,
            }
        );
        if (change.StaffId is { } staffId && change.ApprovalId is null)
        {
            await AuditLog.Record(
                work,
                staffId,
                change.Change == VoteChange.Quarantine ? "votes.quarantined" : "votes.restored",
                "ledger-entry",
                entryId,
                now,
                new { changed = changed.Count, reasonCode = change.ReasonCode }
            );
        }
    }

    private static int One(bool yes) => yes ? 1 : 0;

    private sealed record LockedVote
    {
        public Guid Id { get; init; }
        public Guid CandidateId { get; init; }
        public Guid RootId { get; init; }
        public byte[] VoterKey { get; init; } = [];
        public DateOnly Day { get; init; }
        public VoteState State { get; init; }
        public bool IsShadowed { get; init; }
        public DateTimeOffset CastAt { get; init; }
        public byte[] Receipt { get; init; } = [];

        public bool Stands => State == VoteState.Counted && !IsShadowed;
    }

    private sealed record SiblingRow
    {
        public Guid Id { get; init; }
        public Guid CandidateId { get; init; }
        public Guid RootId { get; init; }
    }
}
