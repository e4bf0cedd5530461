using System.Collections.Concurrent;

namespace Craftsman.Api.Candidates;

/// <summary>Who is shown, without the votes: the part of the copy that stays while nothing but votes changes.</summary>
internal sealed class PublicMembers
{
    public static readonly PublicMembers Nobody = new([], new Dictionary<Guid, Guid>(), PublicSearch.OfNobody);

    private readonly Dictionary<Guid, int> places;
    private readonly int[] newestFirst;
    private readonly ConcurrentDictionary<(string?, string?), int[]> newestFirstOf = new();

    private PublicMembers(PublicCandidate[] all, IReadOnlyDictionary<Guid, Guid> roots, PublicSearch search)
    {
        All = all;
        Search = search;
        var points = new HashCode();
        foreach (var candidate in all)
        {
            if (candidate.Point is { } point)
            {
                points.Add(candidate.Id);
                points.Add(point);
            }
        }

        PointsStamp = points.ToHashCode();
        Roots = roots;
        places = new Dictionary<Guid, int>(Math.Max(all.Length, roots.Count));
        for (var place = 0; place < all.Length; place++)
        {
            places.Add(all[place].Id, place);
        }

        foreach (var (id, root) in roots)
        {
            if (id != root && places.TryGetValue(root, out var place))
            {
                places[id] = place;
            }
        }

        newestFirst = [.. Enumerable.Range(0, all.Length)];
        Array.Sort(
            newestFirst,
            (one, other) =>
                all[other].PublishedAt.CompareTo(all[one].PublishedAt) is var byTime and not 0 ? byTime : other - one
        );
    }

    /// <summary>In the order of their ids; the index is a candidate's place.</summary>
    public PublicCandidate[] All { get; }

    /// <summary>Each candidate that is shown by itself or as its root, and that root, as they were when the epoch last changed.</summary>
    public IReadOnlyDictionary<Guid, Guid> Roots { get; }

    /// <summary>Of who is on the map and where, in this process.</summary>
    public int PointsStamp { get; }

    /// <summary>By what is written of them.</summary>
    public PublicSearch Search { get; }

    /// <summary>The place of a candidate, or of the root it was merged into; null when that is not shown.</summary>
    public int? PlaceOf(Guid id) => places.TryGetValue(id, out var place) ? place : null;

    /// <summary>Those whose ids come after the one and up to the other.</summary>
    public IEnumerable<PublicCandidate> Between(Guid after, Guid to) =>
        All.SkipWhile(candidate => candidate.Id <= after).TakeWhile(candidate => candidate.Id <= to);

    public int[] NewestFirst(string? district, string? trade) =>
        district is null && trade is null
            ? newestFirst
            : newestFirstOf.GetOrAdd((district, trade), _ => Where(newestFirst, district, trade));

    /// <summary>Those of the places that are of the district and the trade, in the same order.</summary>
    public int[] Where(int[] list, string? district, string? trade) =>
        Array.FindAll(
            list,
            place =>
                (district is null || All[place].District == district) && (trade is null || All[place].Trade == trade)
        );

    /// <param name="changes">By id; null stands for one that is shown no longer.</param>
    public PublicMembers With(
        IReadOnlyDictionary<Guid, PublicCandidate?> changes,
        IReadOnlyDictionary<Guid, Guid> roots
    )
    {
        if (changes.Count == 0 && ReferenceEquals(roots, Roots))
        {
            return this;
        }

        PublicCandidate[] all =
        [
            .. All.Where(candidate => !changes.ContainsKey(candidate.Id))
                .Concat(changes.Values.OfType<PublicCandidate>())
                .OrderBy(candidate => candidate.Id),
        ];
        return new PublicMembers(all, roots, Search.With(all));
    }
}
