using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Candidates;

/// <summary>A candidate with its whole tree, held so that neither links nor cases nor states of votes change.</summary>
public sealed record HeldTree(Candidate Named, IReadOnlyList<Candidate> Members)
{
    public Candidate Root => Members.First(member => member.Id == Named.RootId);

    public IReadOnlyList<Guid> Ids => [.. Members.Select(member => member.Id)];
}

/// <summary>Holds trees for those who change links, and for those whom a changed link would lead astray.</summary>
public static class CandidateForest
{
    /// <summary>
    /// The trees of these candidates, every member locked; an id that nobody has is missing. For changing links: whoever holds the
    /// campaign's forest is alone in it, so the members read here are the members, and one statement locks them in the order of their ids,
    /// which is how everybody locks several. Who moves a case or changes the state of votes holds the root, and so waits.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, HeldTree>> Hold(Work work, params Guid[] candidateIds)
    {
        const string campaigns =
            "SELECT DISTINCT campaign_id FROM candidates WHERE id IN @candidateIds ORDER BY campaign_id";
        const string enter = """
            INSERT INTO candidate_forests (campaign_id) VALUES (@campaignId)
            ON DUPLICATE KEY UPDATE campaign_id = candidate_forests.campaign_id
            """;
        const string members = """
            SELECT m.id
            FROM candidates c
            JOIN candidates m ON m.root_id = c.root_id
            WHERE c.id IN @candidateIds
            """;
        const string hold = """
            SELECT id, root_id, campaign_id, state, name, work_unit, workplace, district, trade, story, version
            FROM candidates FORCE INDEX (PRIMARY)
            WHERE id IN @Ids
            ORDER BY id
            FOR UPDATE
            """;
        foreach (var campaignId in await work.List<Guid>(campaigns, new { candidateIds }))
        {
            await work.Execute(enter, new { campaignId });
        }

        var ids = await work.List<Guid>(members, new { candidateIds });
        var held = ids.Count == 0 ? [] : await work.List<Candidate>(hold, new { Ids = ids.Distinct().Order() });
        return held.Where(candidate => candidateIds.Contains(candidate.Id))
            .ToDictionary(
                named => named.Id,
                named => new HeldTree(named, [.. held.Where(candidate => candidate.RootId == named.RootId)])
            );
    }

    /// <summary>
    /// The roots of these candidates, candidates and roots share-locked in the order of their ids: no link of theirs changes until the
    /// transaction ends. Those of another campaign are left out.
    /// </summary>
    /// <remarks>Where a merge came between the reading and the lock, both are done again.</remarks>
    public static async Task<IReadOnlyDictionary<Guid, Guid>> Share(
        Work work,
        Guid campaignId,
        IReadOnlyCollection<Guid> candidateIds
    )
    {
        const string find =
            "SELECT id, root_id FROM candidates WHERE campaign_id = @campaignId AND id IN @candidateIds";
        const string share = """
            SELECT id, root_id
            FROM candidates FORCE INDEX (PRIMARY)
            WHERE id IN @Ids
            ORDER BY id
            LOCK IN SHARE MODE
            """;
        while (true)
        {
            var found = candidateIds.Count == 0 ? [] : await work.List<Link>(find, new { campaignId, candidateIds });
            if (found.Count == 0)
            {
                return new Dictionary<Guid, Guid>();
            }

            var ids = found.Select(link => link.Id).Concat(found.Select(link => link.RootId)).Distinct().Order();
            var held = (await work.List<Link>(share, new { Ids = ids })).ToDictionary(
                link => link.Id,
                link => link.RootId
            );
            if (found.All(link => held[link.Id] == link.RootId))
            {
                return found.ToDictionary(link => link.Id, link => link.RootId);
            }
        }
    }

    private sealed record Link
    {
        public Guid Id { get; init; }
        public Guid RootId { get; init; }
    }
}
