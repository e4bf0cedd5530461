using System.Collections.Concurrent;
using System.Text.Json;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Candidates;

namespace Craftsman.Api.Candidates;

/// <summary>All published candidates with their votes as they stood at one moment. Never changed: a newer one takes its place.</summary>
internal sealed class PublicCopy
{
    private readonly int[] mostVotesFirst;
    private readonly ConcurrentDictionary<(string?, string?), int[]> mostVotesFirstOf = new();
    private readonly ConcurrentDictionary<(string?, string?), PublicJson> leaderboards = new();

    /// <param name="votes">By place.</param>
    public PublicCopy(PublicMembers members, int[] votes)
    {
        Members = members;
        Votes = votes;
        // Places go up with the ids, so that votes and place in one number sort as votes and id do.
        var keys = new long[votes.Length];
        for (var place = 0; place < votes.Length; place++)
        {
            keys[place] = ((long)votes[place] << 32) | (uint)place;
        }

        Array.Sort(keys);
        Array.Reverse(keys);
        mostVotesFirst = Array.ConvertAll(keys, key => (int)(uint)key);
    }

    public required Campaign Campaign { get; init; }

    /// <summary>Taken before the votes were read: they are those of this moment or of one just after it.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary><see cref="AsOf"/> as it stands in answers.</summary>
    public required byte[] AsOfJson { get; init; }

    /// <summary>The same moment by the clock that is never set.</summary>
    public required long ReadAt { get; init; }

    public required long Epoch { get; init; }

    /// <summary>Up to which id texts were read last; the next read goes on from there.</summary>
    public required Guid TextsReadTo { get; init; }

    public PublicMembers Members { get; }

    public int[] Votes { get; }

    /// <summary>Places in the order of a list.</summary>
    public int[] List(CandidateSort sort, string? district, string? trade) =>
        sort == CandidateSort.Newest ? Members.NewestFirst(district, trade)
        : district is null && trade is null ? mostVotesFirst
        : mostVotesFirstOf.GetOrAdd((district, trade), _ => Members.Where(mostVotesFirst, district, trade));

    /// <summary>The first of a list, from an index on, in whose texts all the words stand.</summary>
    public List<int> Find(IReadOnlyList<string> words, int[] list, int from, int most)
    {
        var perhaps = Members.Search.Perhaps(words);
        var searched = new SearchedWords(words);
        var found = new List<int>(most);
        for (var at = from; at < list.Length && found.Count < most; at++)
        {
            if (perhaps.Include(list[at]) && PublicText.HasAll(searched, Members.All[list[at]].Detail.Json))
            {
                found.Add(list[at]);
            }
        }

        return found;
    }

    /// <summary>Where in a list the first candidate stands that comes after the position, which may be of an older copy.</summary>
    public int IndexAfter(int[] list, CandidateSort sort, CandidatePosition position)
    {
        var (from, to) = (0, list.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (ComesAfter(list[middle], sort, position))
            {
                to = middle;
            }
            else
            {
                from = middle + 1;
            }
        }

        return from;
    }

    public CandidatePosition PositionOf(int place) =>
        new(Members.All[place].Id, Members.All[place].PublishedAt, Votes[place]);

    public PublicJson Leaderboard(string? district, string? trade, JsonSerializerOptions options) =>
        leaderboards.GetOrAdd((district, trade), _ => GetLeaderboard.Write(this, district, trade, options));

    private bool ComesAfter(int place, CandidateSort sort, CandidatePosition position)
    {
        var candidate = Members.All[place];
        var difference =
            sort == CandidateSort.Newest
                ? candidate.PublishedAt.CompareTo(position.PublishedAt)
                : Votes[place].CompareTo(position.VoteCount);
        return difference < 0 || (difference == 0 && candidate.Id.CompareTo(position.Id) < 0);
    }
}
