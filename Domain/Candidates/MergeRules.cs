namespace Craftsman.Domain.Candidates;

/// <summary>One side of a merge, as it stands while its whole tree is held.</summary>
/// <param name="Named">The candidate that staff named.</param>
/// <param name="Root">The root of its tree, which is itself while it is linked to nobody.</param>
/// <param name="IsUnderReview">An open case of the tree is past Submitted.</param>
public sealed record MergeSide(Candidate Named, Candidate Root, bool IsUnderReview);

/// <summary>A link that once was made.</summary>
public sealed record CandidateMerge
{
    public Guid Id { get; init; }
    public Guid FromId { get; init; }
    public Guid IntoId { get; init; }
    public bool IsActive { get; init; }
}

/// <summary>
/// When two candidates may be said to be one worker, and who then belongs together. Links form trees: each candidate has at most one, and
/// it leads to a root. Merging moves no vote and no tip, so an undo has only to take the link away.
/// </summary>
public static class MergeRules
{
    /// <summary>Grants the root that the link will lead to.</summary>
    public static Decision<Guid> Merge(MergeSide from, MergeSide into) =>
        from.Named.CampaignId != into.Named.CampaignId ? MergeRefusals.TwoCampaigns
        : from.Named.Id == into.Named.Id ? MergeRefusals.SameWorker
        : from.Named.IsMerged ? MergeRefusals.AlreadyMerged.With("rootId", from.Root.Id)
        : from.Root.Id == into.Root.Id ? MergeRefusals.SameWorker
        : from.Root.State == CandidateState.Published && into.Root.State != CandidateState.Published
            ? MergeRefusals.PublishedIntoUnpublished
        : from.IsUnderReview && into.IsUnderReview ? MergeRefusals.BothUnderReview
        : into.Root.Id;

    public static Decision<CandidateMerge> Undo(CandidateMerge merge) =>
        merge.IsActive ? merge : MergeRefusals.AlreadyUndone;

    /// <summary>The candidate and all that are linked to it, directly or through others.</summary>
    /// <param name="active">The active links of the tree.</param>
    public static IReadOnlySet<Guid> Branch(Guid candidateId, IEnumerable<CandidateMerge> active)
    {
        var children = active.ToLookup(merge => merge.IntoId, merge => merge.FromId);
        var branch = new HashSet<Guid> { candidateId };
        var waiting = new Queue<Guid>(branch);
        while (waiting.TryDequeue(out var parent))
        {
            foreach (var child in children[parent].Where(branch.Add))
            {
                waiting.Enqueue(child);
            }
        }

        return branch;
    }
}
