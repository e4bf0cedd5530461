namespace Craftsman.Api.Candidates;

/// <summary>
/// Says of all candidates at once who may have some words in their texts, so that only those few are compared. Each pair of signs that
/// stand side by side sets <see cref="MarksOfAPair"/> of <see cref="Marks"/> marks of its candidate (a Bloom filter), and a mark lies side by side for five
/// hundred candidates, as much as memory brings at once: a word costs a look at so many places for each of its pairs, however frequent it is.
/// 512 bytes a candidate. Never changed; a newer one takes over the parts in which no text changed.
/// </summary>
internal sealed class PublicSearch
{
    public static readonly PublicSearch OfNobody = new([]);

    private const int Marks = 4096;

    /// <summary>
    /// A story of 200 字 then sets a fifth of the marks, and one in two thousand candidates is compared in vain for a word of two signs; with
    /// two marks a pair it would be one in eighty, and comparing is what a rare word costs.
    /// </summary>
    private const int MarksOfAPair = 5;

    private const int BitsOfAMark = 12;

    private const int MostInPart = 512;

    /// <summary>An array of so many marks of a part is no large object for the collector.</summary>
    private const int MarksTogether = 1024;

    private const int InNumber = 64;

    private readonly Part[] parts;

    private PublicSearch(Part[] parts) => this.parts = parts;

    /// <param name="all">In the order of their ids.</param>
    public PublicSearch With(PublicCandidate[] all)
    {
        var now = new List<Part>(Math.Max(parts.Length, all.Length / MostInPart) + 1);
        var from = 0;
        for (var each = 0; each < parts.Length; each++)
        {
            var to = from;
            while (to < all.Length && (each + 1 == parts.Length || all[to].Id < parts[each + 1].First))
            {
                to++;
            }

            Add(all.AsSpan(from..to), parts[each]);
            from = to;
        }

        Add(all.AsSpan(from), null);
        return new PublicSearch([.. now]);

        void Add(ReadOnlySpan<PublicCandidate> members, Part? held)
        {
            if (held is not null && held.IsOf(members))
            {
                now.Add(held);
                return;
            }

            var count = (members.Length + MostInPart - 1) / MostInPart;
            for (var part = 0; part < count; part++)
            {
                now.Add(new Part(members[(part * members.Length / count)..((part + 1) * members.Length / count)]));
            }
        }
    }

    /// <summary>Whoever has the words is among them, and few others are.</summary>
    /// <param name="words">Folded. One of a single sign excludes nobody.</param>
    public Places Perhaps(IReadOnlyList<string> words)
    {
        var marks = new List<int>();
        foreach (var word in words)
        {
            for (var at = 1; at < word.Length; at++)
            {
                var hash = HashOf(word[at - 1], word[at]);
                for (var each = 0; each < MarksOfAPair; each++)
                {
                    marks.Add(MarkOf(hash, each));
                }
            }
        }

        var length = parts.Sum(part => part.Length);
        var places = new Places(length);
        var start = 0;
        foreach (var part in parts)
        {
            part.Put(marks, places, start);
            start += part.Length;
        }

        return places;
    }

    private static ulong HashOf(char first, char second)
    {
        var mixed = (((ulong)first << 16) | second) * 0x9E3779B97F4A7C15;
        mixed ^= mixed >> 32;
        mixed *= 0xD6E8FEB86659FD93;
        return mixed ^ (mixed >> 32);
    }

    private static int MarkOf(ulong hash, int each) => (int)(hash >> (BitsOfAMark * each)) & (Marks - 1);

    /// <summary>A set of places.</summary>
    public sealed class Places(int length)
    {
        private readonly ulong[] bits = new ulong[(length / InNumber) + 2];

        public bool Include(int place) => (bits[place / InNumber] >> (place % InNumber) & 1) == 1;

        public void Add(int start, ulong together)
        {
            var (at, shift) = (start / InNumber, start % InNumber);
            bits[at] |= together << shift;
            if (shift > 0)
            {
                bits[at + 1] |= together >> (InNumber - shift);
            }
        }
    }

    private sealed class Part
    {
        private readonly long[] stamps;
        private readonly Guid[] ids;
        private readonly int numbers;
        private readonly ulong[][] bits;

        public Part(ReadOnlySpan<PublicCandidate> members)
        {
            stamps = new long[members.Length];
            ids = new Guid[members.Length];
            numbers = (members.Length + InNumber - 1) / InNumber;
            bits = new ulong[Marks / MarksTogether][];
            for (var each = 0; each < bits.Length; each++)
            {
                bits[each] = new ulong[MarksTogether * numbers];
            }

            for (var at = 0; at < members.Length; at++)
            {
                stamps[at] = members[at].SearchStamp;
                ids[at] = members[at].Id;
                var (number, bit) = (at / InNumber, 1UL << (at % InNumber));
                PublicText.EachPair(
                    members[at].Detail.Json,
                    (first, second) =>
                    {
                        var hash = HashOf(first, second);
                        for (var each = 0; each < MarksOfAPair; each++)
                        {
                            OfMark(MarkOf(hash, each))[number] |= bit;
                        }
                    }
                );
            }
        }

        public Guid First => ids[0];

        public int Length => ids.Length;

        public bool IsOf(ReadOnlySpan<PublicCandidate> members)
        {
            if (members.Length != ids.Length)
            {
                return false;
            }

            for (var at = 0; at < ids.Length; at++)
            {
                if (ids[at] != members[at].Id || stamps[at] != members[at].SearchStamp)
                {
                    return false;
                }
            }

            return true;
        }

        public void Put(List<int> marks, Places places, int start)
        {
            Span<ulong> together = stackalloc ulong[MostInPart / InNumber];
            together = together[..numbers];
            together.Fill(ulong.MaxValue);
            if (ids.Length % InNumber is > 0 and var rest)
            {
                together[^1] = (1UL << rest) - 1;
            }

            foreach (var mark in marks)
            {
                var having = OfMark(mark);
                for (var number = 0; number < together.Length; number++)
                {
                    together[number] &= having[number];
                }
            }

            for (var number = 0; number < numbers; number++)
            {
                places.Add(start + (number * InNumber), together[number]);
            }
        }

        private Span<ulong> OfMark(int mark) =>
            bits[mark / MarksTogether].AsSpan(mark % MarksTogether * numbers, numbers);
    }
}
