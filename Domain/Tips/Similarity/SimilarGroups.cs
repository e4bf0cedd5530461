namespace Craftsman.Domain.Tips.Similarity;

/// <summary>Some tellings that belong together, by their places in the list they were found in; the centre first.</summary>
/// <param name="Members">Each with how it compares with the centre.</param>
public sealed record SimilarGroup(IReadOnlyList<(int Place, Likeness WithCentre)> Members);

/// <summary>
/// Groups tellings of which pairs belong together. Going from pair to pair alone would chain people: A is like B and B like C, and C is
/// somebody else. So a group has a centre, the one with the most and strongest pairs, and whoever joins is like the centre too and is
/// nobody's in the group who is plainly somebody else.
/// </summary>
public static class SimilarGroups
{
    /// <summary>What joins by a pair with another member may be a little less like the centre.</summary>
    private const double LikeTheCentre = 0.35;

    /// <summary>Below it two are taken for two people, and no third brings them into one group.</summary>
    private const double TwoPeople = 0.15;

    /// <summary>So many of a group are asked; a larger one is one of very many voices about one worker, and its centre is sure.</summary>
    private const int MostAsked = 40;

    /// <param name="pairs">Pairs that reach <see cref="SimilarityRules.Together"/>.</param>
    /// <param name="compare">Compares any two.</param>
    public static IReadOnlyList<SimilarGroup> Of(
        IReadOnlyCollection<(int One, int Other, double Score)> pairs,
        Func<int, int, Likeness> compare
    )
    {
        var neighbours = new Dictionary<int, List<(int Place, double Score)>>();
        foreach (var (one, other, score) in pairs)
        {
            Add(one, other, score);
            Add(other, one, score);
        }

        var groups = new List<SimilarGroup>();
        var taken = new HashSet<int>();
        foreach (
            var centre in neighbours
                .OrderByDescending(each => each.Value.Sum(pair => pair.Score))
                .ThenBy(each => each.Key)
                .Select(each => each.Key)
        )
        {
            if (taken.Contains(centre))
            {
                continue;
            }

            var members = new List<(int, Likeness)> { (centre, Likeness.None) };
            var waiting = new PriorityQueue<int, double>();
            var asked = new HashSet<int> { centre };
            AskNeighboursOf(centre);
            while (waiting.TryDequeue(out var place, out _))
            {
                var withCentre = compare(centre, place);
                if (
                    withCentre.Score >= LikeTheCentre
                    && members.Take(MostAsked).All(member => compare(member.Item1, place).Score >= TwoPeople)
                )
                {
                    members.Add((place, withCentre));
                    AskNeighboursOf(place);
                }
            }

            if (members.Count > 1)
            {
                taken.UnionWith(members.Select(member => member.Item1));
                groups.Add(new SimilarGroup(members));
            }

            void AskNeighboursOf(int place)
            {
                foreach (var (next, score) in neighbours[place])
                {
                    if (!taken.Contains(next) && asked.Add(next))
                    {
                        waiting.Enqueue(next, -score);
                    }
                }
            }
        }

        return groups;

        void Add(int one, int other, double score)
        {
            if (!neighbours.TryGetValue(one, out var known))
            {
                neighbours[one] = known = [];
            }

            known.Add((other, score));
        }
    }
}
