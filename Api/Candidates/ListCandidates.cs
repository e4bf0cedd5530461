using System.Buffers.Binary;
using System.ComponentModel.DataAnnotations;
using System.Runtime.InteropServices;
using System.Text;
using Craftsman.Api.Http;
using Craftsman.Api.Media;
using Craftsman.Domain;
using Craftsman.Domain.Candidates;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Candidates;

namespace Craftsman.Api.Candidates;

public static class ListCandidates
{
    /// <param name="AsOf">When the votes were read: at this moment or just after it.</param>
    public sealed record Response(DateTimeOffset AsOf, IReadOnlyList<Item> Items, string? NextCursor);

    /// <param name="WorkUnit">Null unless the worker agreed to show it.</param>
    /// <param name="TipCount">How many citizens tipped this worker.</param>
    public sealed record Item(
        Guid Id,
        string Name,
        string? WorkUnit,
        string? District,
        string Trade,
        string? PhotoUrl,
        int TipCount,
        int VoteCount,
        DateTimeOffset PublishedAt
    );

    /// <summary>人选列表</summary>
    /// <remarks>
    /// Published candidates, by votes (the default) or the newest first. Anybody may read. A search q finds those in whose name, shown
    /// unit or workplace, or story all its words stand; words stand between spaces. The list is a second or two old and comes with an ETag; a client that sends it back in If-None-Match is told 304 while the page is the same but for asOf. By
    /// votes, a candidate who rises past the place where a reader stands is on the pages before it; nobody is met twice while votes are
    /// only added.
    /// </remarks>
    internal static async Task<IResult> Handle(
        string? district,
        string? trade,
        string? q,
        [RegularExpression("^(votes|newest)?$", ErrorMessage = "应为 votes 或 newest。")] string? sort,
        string? cursor,
        PublicCopies copies,
        Cursors cursors,
        CancellationToken cancellationToken,
        [Between(1, 100)] int limit = 20
    )
    {
        var copy = await copies.Current(cancellationToken);
        if (CandidateFilter.Read(copy.Campaign, district, trade, q).IsRefused(out var refusal, out var filter))
        {
            return Problems.From(refusal);
        }

        var order = sort == "newest" ? CandidateSort.Newest : CandidateSort.Votes;
        var list = $"candidates?district={filter.District}&trade={filter.Trade}&q={filter.Q}&sort={order}";
        if (cursors.Read<CandidatePosition>(list, cursor).IsRefused(out refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var places = copy.List(order, filter.District, filter.Trade);
        var from = position.After is { } after ? copy.IndexAfter(places, order, after) : 0;
        var found = filter.Q is { } words
            ? CollectionsMarshal.AsSpan(copy.Find(SearchWords.Of(words), places, from, limit + 1))
            : places.AsSpan(from, Math.Min(limit + 1, places.Length - from));
        var page = found[..Math.Min(limit, found.Length)];
        var next = found.Length > limit ? cursors.Protect(list, copy.PositionOf(page[^1])) : null;
        return Write(copy, page, next);
    }

    /// <summary>The same JSON as of a <see cref="Response"/>, put together from what the copy holds.</summary>
    private static PublicJson Write(PublicCopy copy, ReadOnlySpan<int> page, string? nextCursor)
    {
        const int stampBytes = sizeof(long) + sizeof(int);
        // The cursor follows from the rows, save whether there is one.
        Span<byte> content = stackalloc byte[1 + (stampBytes * page.Length)];
        content[0] = nextCursor is null ? (byte)0 : (byte)1;
        var most = Before.Length + copy.AsOfJson.Length + Between.Length + After.Length + 3 + (nextCursor?.Length ?? 4);
        for (var at = 0; at < page.Length; at++)
        {
            var item = copy.Members.All[page[at]].Item;
            var stamp = content.Slice(1 + (at * stampBytes), stampBytes);
            BinaryPrimitives.WriteInt64LittleEndian(stamp, item.Stamp);
            BinaryPrimitives.WriteInt32LittleEndian(stamp[sizeof(long)..], copy.Votes[page[at]]);
            most += 1 + item.MostBytes;
        }

        var body = GC.AllocateUninitializedArray<byte>(most);
        var length = 0;
        Add(Before);
        Add(copy.AsOfJson);
        Add(Between);
        for (var at = 0; at < page.Length; at++)
        {
            if (at > 0)
            {
                Add(","u8);
            }

            length += copy.Members.All[page[at]].Item.Write(copy.Votes[page[at]], body.AsSpan(length));
        }

        Add(After);
        if (nextCursor is null)
        {
            Add("null"u8);
        }
        else
        {
            Add("\""u8);
            length += Encoding.ASCII.GetBytes(nextCursor, body.AsSpan(length));
            Add("\""u8);
        }

        Add("}"u8);
        return new PublicJson(body.AsMemory(0, length), PublicJson.TagOf(content));

        void Add(ReadOnlySpan<byte> part)
        {
            part.CopyTo(body.AsSpan(length));
            length += part.Length;
        }
    }

    private static ReadOnlySpan<byte> Before => "{\"asOf\":"u8;
    private static ReadOnlySpan<byte> Between => ",\"items\":["u8;
    private static ReadOnlySpan<byte> After => "],\"nextCursor\":"u8;
}
