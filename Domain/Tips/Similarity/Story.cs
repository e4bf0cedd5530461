using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Craftsman.Domain.Tips.Similarity;

/// <summary>A story as the pairs of neighbouring characters in it, without the worker's name and unit, which are compared by themselves.</summary>
public sealed class Story
{
    public static readonly Story None = new([]);

    private Story(int[] pairs) => Pairs = pairs;

    /// <summary>Each pair once, in order of its number.</summary>
    internal int[] Pairs { get; }

    public static Story Of(string text, string name = "", string? workUnit = null)
    {
        var told = Han.Fold(text);
        foreach (var said in new[] { Han.Fold(name), Han.Fold(workUnit ?? "") }.Where(said => said.Length > 1))
        {
            told = told.Replace(said, "|", StringComparison.Ordinal);
        }

        var pairs = new HashSet<int>();
        for (var at = 1; at < told.Length; at++)
        {
            if (told[at] != '|' && told[at - 1] != '|')
            {
                pairs.Add(PairOf(told[at - 1], told[at]));
            }
        }

        int[] sorted = [.. pairs];
        Array.Sort(sorted);
        return sorted.Length == 0 ? None : new Story(sorted);
    }

    internal static int PairOf(char one, char other) => (one << 16) | other;
}

/// <summary>How much each pair of characters tells: one that every second story has tells nothing.</summary>
public sealed class StoryWeights
{
    /// <summary>As many stories as are imagined behind those that were counted, so that a handful of stories does not make rules.</summary>
    private const int Imagined = 50;

    private const int ImaginedWithCommonWords = 25;

    private static readonly FrozenSet<int> Common = Tables
        .Words("CommonStory.txt")
        .SelectMany(word => word.Zip(word.Skip(1), Story.PairOf))
        .ToFrozenSet();

    private readonly FrozenDictionary<int, int> counts;
    private readonly int stories;

    private StoryWeights(Dictionary<int, int> counts, int stories)
    {
        this.counts = counts.ToFrozenDictionary();
        this.stories = stories;
    }

    /// <summary>Of no stories: only the common words weigh less.</summary>
    public static StoryWeights Unlearned { get; } = new([], 0);

    /// <summary>Learned from stories as they are; pairs seen only once need no place.</summary>
    public static StoryWeights Of(IEnumerable<Story> stories)
    {
        var seen = new Dictionary<int, int>();
        var told = 0;
        foreach (var story in stories)
        {
            told++;
            foreach (var pair in story.Pairs)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(seen, pair, out _)++;
            }
        }

        return new StoryWeights(
            seen.Where(each => each.Value > 1).ToDictionary(each => each.Key, each => each.Value),
            told
        );
    }

    /// <summary>How much two stories say the same, from 0 to 1: the cosine of their pairs by weight.</summary>
    public double Likeness(Story one, Story other)
    {
        if (one.Pairs.Length == 0 || other.Pairs.Length == 0)
        {
            return 0;
        }

        double shared = 0;
        double mine = 0;
        double theirs = 0;
        var (left, right) = (0, 0);
        while (left < one.Pairs.Length || right < other.Pairs.Length)
        {
            var (first, second) = (At(one.Pairs, left), At(other.Pairs, right));
            var weight = WeightOf((int)Math.Min(first, second));
            if (first <= second)
            {
                mine += weight;
                left++;
            }

            if (second <= first)
            {
                theirs += weight;
                right++;
            }

            if (first == second)
            {
                shared += weight;
            }
        }

        return shared / Math.Sqrt(mine * theirs);
    }

    private static long At(int[] pairs, int at) => at < pairs.Length ? pairs[at] : long.MaxValue;

    private double WeightOf(int pair)
    {
        var seen = counts.GetValueOrDefault(pair, 1) + (Common.Contains(pair) ? ImaginedWithCommonWords : 0);
        var weight = Math.Log((double)(stories + Imagined) / seen);
        return weight <= 0 ? 0.01 : weight * weight;
    }
}
