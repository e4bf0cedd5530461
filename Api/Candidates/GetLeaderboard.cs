using System.Text.Json;
using Craftsman.Api.Http;
using Craftsman.Domain.Candidates;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.Candidates;

public static class GetLeaderboard
{
    private const int Most = 100;

    /// <param name="AsOf">When the votes were read.</param>
    public sealed record Response(DateTimeOffset AsOf, IReadOnlyList<Item> Items);

    /// <param name="Rank">Candidates with equal votes share a rank, and the next rank counts them all: 1, 1, 3.</param>
    public sealed record Item(int Rank, Guid CandidateId, string Name, int VoteCount);

    /// <summary>投票排行榜</summary>
    /// <remarks>
    /// The first hundred by votes. Anybody may read. Answers with an ETag; a client that sends it back in If-None-Match is told 304 while
    /// ranks, names and votes are the same.
    /// </remarks>
    internal static async Task<IResult> Handle(
        string? district,
        string? trade,
        PublicCopies copies,
        IOptions<JsonOptions> json,
        CancellationToken cancellationToken
    )
    {
        var copy = await copies.Current(cancellationToken);
        return CandidateFilter.Read(copy.Campaign, district, trade, null).IsRefused(out var refusal, out var filter)
            ? Problems.From(refusal)
            : copy.Leaderboard(filter.District, filter.Trade, json.Value.SerializerOptions);
    }

    internal static PublicJson Write(PublicCopy copy, string? district, string? trade, JsonSerializerOptions options)
    {
        var items = new List<Item>(Most);
        foreach (var place in copy.List(CandidateSort.Votes, district, trade).Take(Most))
        {
            var votes = copy.Votes[place];
            var rank = items is [.., var last] && last.VoteCount == votes ? last.Rank : items.Count + 1;
            items.Add(new Item(rank, copy.Members.All[place].Id, copy.Members.All[place].Name, votes));
        }

        return new PublicJson(
            JsonSerializer.SerializeToUtf8Bytes(new Response(copy.AsOf, items), options),
            PublicJson.TagOf(JsonSerializer.SerializeToUtf8Bytes(items, options))
        );
    }
}
