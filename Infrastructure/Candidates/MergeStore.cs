using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Review;
using Craftsman.Infrastructure.Voting;

namespace Craftsman.Infrastructure.Candidates;

/// <summary>
/// Makes and undoes links between candidates. Whoever calls holds the trees from <see cref="CandidateForest.Hold"/>, so links, cases and the
/// states of votes stand still.
/// </summary>
/// <remarks>
/// Everything is one transaction: who dies half-way leaves nothing. The many rows (votes that step back, threads of tipsters) are written
/// first, while votes for these and all others go on. Then the fence is taken, which waits for the votes being written and lets none begin,
/// and only tallies, links and ledger are written under it. Changing a link raises the epoch by a trigger, so links come after the fence.
/// </remarks>
public static class MergeStore
{
    /// <summary>Links a root to another, with all that are linked to it. Says the id of the link.</summary>
    public static async Task<Guid> Merge(
        Work work,
        HeldTree from,
        HeldTree into,
        string reason,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string add = """
            INSERT INTO candidate_merges (id, from_id, into_id, is_active, reason, merged_by, merged_at)
            VALUES (@mergeId, @FromId, @IntoId, 1, @reason, @staffId, @now)
            """;
        var (fromId, intoId, campaignId) = (from.Root.Id, into.Root.Id, into.Root.CampaignId);
        var mergeId = Guid.CreateVersion7(now);
        var votes = await MergedVotes.Find(work, fromId, from.Ids, intoId, into.Ids, now);
        await Tipsters.TellOf(
            work,
            from.Ids.Concat(into.Ids),
            "Merged",
            "经核实，几处推荐说的是同一位师傅，已合并为一位人选，每位推荐人只计一次。您的线索保留不变。",
            now
        );
        await work.Execute(
            add,
            new
            {
                mergeId,
                FromId = fromId,
                IntoId = intoId,
                reason,
                staffId,
                now,
            }
        );
        await AuditLog.Record(work, staffId, "candidate.merged", "candidate", fromId, now, new { mergeId, intoId });
        await HoldFence(work, campaignId);
        await votes.Finish(work, campaignId, now);
        await Root(work, from.Ids, intoId);
        return mergeId;
    }

    public static Task<CandidateMerge?> Find(Work work, Guid mergeId)
    {
        const string sql = """
            SELECT id, from_id, into_id, is_active IS NOT NULL AS is_active
            FROM candidate_merges
            WHERE id = @mergeId
            """;
        return work.FirstOrNothing<CandidateMerge>(sql, new { mergeId });
    }

    /// <summary>Takes one link away, whichever came after it: the candidate leaves with those that are linked to it.</summary>
    public static async Task Undo(
        Work work,
        CandidateMerge merge,
        HeldTree tree,
        string reason,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string links = """
            SELECT id, from_id, into_id, is_active IS NOT NULL AS is_active
            FROM candidate_merges
            WHERE from_id IN @Ids AND is_active = 1
            """;
        const string since = "SELECT merged_at FROM candidate_merges WHERE id = @Id";
        const string undo = """
            UPDATE candidate_merges
            SET is_active = NULL, undone_by = @staffId, undone_at = @now, undo_reason = @reason
            WHERE id = @Id
            """;
        var (campaignId, rootId) = (tree.Root.CampaignId, tree.Root.Id);
        var branch = MergeRules.Branch(merge.FromId, await work.List<CandidateMerge>(links, new { tree.Ids }));
        var votes = await PartedVotes.Find(work, branch, tree.Ids);
        var mergedAt = await work.FirstOrNothing<DateTimeOffset>(since, new { merge.Id });
        await RestedSupplements.GiveBack(work, branch, tree.Ids, mergedAt, now);
        await Tipsters.TellOf(
            work,
            tree.Ids,
            "MergeUndone",
            "此前的一次合并已撤销，人选各自恢复，支持数随之重新计算。您的线索保留不变。",
            now
        );
        await work.Execute(
            undo,
            new
            {
                merge.Id,
                staffId,
                now,
                reason,
            }
        );
        await AuditLog.Record(
            work,
            staffId,
            "candidate.merge-undone",
            "candidate",
            merge.FromId,
            now,
            new { mergeId = merge.Id, merge.IntoId }
        );
        await HoldFence(work, campaignId);
        await votes.Finish(work, campaignId, merge.FromId, rootId, now);
        await Root(work, branch, merge.FromId);
    }

    /// <summary>From here on nobody votes until the commit.</summary>
    private static Task<long> HoldFence(Work work, Guid campaignId) =>
        work.FirstOrNothing<long>(
            "SELECT epoch FROM voting_fences WHERE campaign_id = @campaignId FOR UPDATE",
            new { campaignId }
        );

    private static Task<int> Root(Work work, IEnumerable<Guid> candidateIds, Guid rootId) =>
        work.Execute("UPDATE candidates SET root_id = @rootId WHERE id IN @candidateIds", new { candidateIds, rootId });
}
