using Craftsman.Domain.Identity;

namespace Craftsman.Tests.Support;

/// <summary>What staff do about several candidates that are one worker, and about one that is several.</summary>
public static class MergeDrivers
{
    /// <summary>Merges and says the id of the merge.</summary>
    public static async Task<Guid> Merges(this App app, Guid from, Guid into) =>
        Guid.Parse(
            (await (await app.Staff(StaffRole.TipReviewer)).TriesToMerge(from, into)).Should(200).Word("mergeId")
        );

    public static async Task UndoesMerge(this App app, Guid mergeId) =>
        (await (await app.Staff(StaffRole.TipReviewer)).TriesToUndo(mergeId)).Should(200);

    /// <summary>Merges, whatever comes of it.</summary>
    public static Task<Answer> TriesToMerge(this StaffMember reviewer, Guid from, Guid into) =>
        reviewer.Api.Post(
            "/admin/v1/candidates/merge",
            new
            {
                from,
                into,
                reason = "同名同单位，推荐人说的是同一件事。",
            }
        );

    /// <summary>Undoes, whatever comes of it.</summary>
    public static Task<Answer> TriesToUndo(this StaffMember reviewer, Guid mergeId) =>
        reviewer.Api.Post($"/admin/v1/candidates/merges/{mergeId}/undo", new { reason = "单位不同，是两位师傅。" });

    /// <summary>Moves a tip to a candidate, whatever comes of it.</summary>
    public static Task<Answer> Relinks(this StaffMember reviewer, Guid tipId, Guid candidateId, int version) =>
        reviewer.Decides(
            tipId,
            "relink",
            new
            {
                candidateId,
                reason = "核实时认错了人。",
                version,
            }
        );

    public static async Task<int> VersionOfTip(this StaffMember reviewer, Guid tipId) =>
        (await reviewer.ReadsTip(tipId)).Number("version");

    /// <summary>
    /// Everything that is said about these candidates' links, votes and tips, recomputed from rows and written as sentences where it is not
    /// so. It shares no statement with the service: links are followed one by one, votes are grouped here.
    /// </summary>
    public static async Task<IReadOnlyList<string>> Contradictions(this App app, IReadOnlyList<Guid> candidates)
    {
        var wrong = new List<string>();
        var parents = (
            await app.Database.Rows<LinkRow>(
                "SELECT from_id, into_id FROM candidate_merges WHERE is_active = 1 AND from_id IN @candidates",
                new { candidates }
            )
        ).ToDictionary(link => link.FromId, link => link.IntoId);
        Guid RootOf(Guid candidate)
        {
            var root = candidate;
            for (var steps = 0; parents.TryGetValue(root, out var parent); steps++)
            {
                Assert.True(steps <= candidates.Count, "The links run in a circle.");
                root = parent;
            }

            return root;
        }

        var kept = await app.Database.Rows<CandidateRow>(
            """
            SELECT c.id, c.root_id, y.standing, y.set_aside
            FROM candidates c
            JOIN candidate_tallies y ON y.candidate_id = c.id
            WHERE c.id IN @candidates
            """,
            new { candidates }
        );
        var votes = await app.Database.Rows<VoteRow>(
            "SELECT id, candidate_id, voter_key, day, slot, state, cast_at FROM votes WHERE candidate_id IN @candidates",
            new { candidates }
        );
        var shadows = (
            await app.Database.Rows<Guid>(
                "SELECT vote_id FROM vote_shadows WHERE candidate_id IN @candidates",
                new { candidates }
            )
        ).ToHashSet();
        var standing = votes
            .Where(vote => vote.State == "Counted")
            .GroupBy(vote => (vote.Voter, vote.Day, Root: RootOf(vote.CandidateId)))
            .Select(same =>
                same.OrderBy(vote => vote.CastAt).ThenBy(vote => vote.Id.ToString(), StringComparer.Ordinal).First()
            )
            .ToList();
        var stands = standing.Select(vote => vote.Id).ToHashSet();
        foreach (
            var vote in votes.Where(vote =>
                shadows.Contains(vote.Id) != (vote.State == "Counted" && !stands.Contains(vote.Id))
            )
        )
        {
            wrong.Add(
                $"vote {vote.Id} ({vote.State}) is shadowed: {shadows.Contains(vote.Id)}, stands: {stands.Contains(vote.Id)}"
            );
        }

        foreach (var row in kept)
        {
            var root = RootOf(row.Id);
            var isRoot = root == row.Id;
            var number = isRoot ? standing.Count(vote => RootOf(vote.CandidateId) == row.Id) : 0;
            var aside = isRoot
                ? votes.Count(vote => vote.State == "Quarantined" && RootOf(vote.CandidateId) == row.Id)
                : 0;
            if ((row.RootId, row.Standing, row.SetAside) != (root, number, aside))
            {
                wrong.Add(
                    $"candidate {row.Id} has root {row.RootId}, {row.Standing} votes and {row.SetAside} aside; it should have {root}, {number} and {aside}"
                );
            }
        }

        foreach (
            var same in votes.GroupBy(vote => (vote.Voter, vote.Day, vote.CandidateId)).Where(same => same.Count() > 1)
        )
        {
            wrong.Add($"{same.Count()} votes of one voter and day for {same.Key.CandidateId}");
        }

        return wrong;
    }

    /// <summary>How many citizens' joined tips lead to the tree of each candidate, from rows and active links.</summary>
    public static async Task<int> TipstersOf(this App app, Guid root) =>
        await app.Database.Value<int>(
            """
            WITH RECURSIVE tree AS (
                SELECT CAST(@root AS BINARY(16)) AS id
                UNION ALL
                SELECT m.from_id FROM candidate_merges m JOIN tree t ON t.id = m.into_id WHERE m.is_active = 1
            )
            SELECT COUNT(DISTINCT COALESCE(t.citizen_id, t.id))
            FROM tips t
            JOIN tree r ON r.id = t.candidate_id
            WHERE t.state = 'Joined'
            """,
            new { root }
        );

    private sealed record LinkRow
    {
        public Guid FromId { get; init; }
        public Guid IntoId { get; init; }
    }

    private sealed record CandidateRow
    {
        public Guid Id { get; init; }
        public Guid RootId { get; init; }
        public int Standing { get; init; }
        public int SetAside { get; init; }
    }

    private sealed record VoteRow
    {
        public Guid Id { get; init; }
        public Guid CandidateId { get; init; }
        public byte[] VoterKey { get; init; } = [];
        public DateOnly Day { get; init; }
        public int Slot { get; init; }
        public string State { get; init; } = "";
        public DateTimeOffset CastAt { get; init; }

        public string Voter => Convert.ToHexString(VoterKey);
    }
}
