using Craftsman.Api.Http;
using Craftsman.Api.Media;
using Craftsman.Domain;
using Craftsman.Domain.Candidates;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Candidates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class ListCandidates
{
    /// <param name="AsOf">When the numbers were read.</param>
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
    /// <remarks>Published candidates, by votes (the default) or the newest first. Anybody may read.</remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        string? district,
        string? trade,
        string? q,
        string? sort,
        string? cursor,
        ArrivedAt arrived,
        CampaignQueries campaigns,
        CandidateQueries candidates,
        ShownPhotos shown,
        Cursors cursors,
        CancellationToken cancellationToken,
        [Between(1, 100)] int limit = 20
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        if (CandidateFilter.Read(campaign, district, trade, q).IsRefused(out var refusal, out var filter))
        {
            return Problems.From(refusal);
        }

        CandidateSort? order = sort switch
        {
            null or "" or "votes" => CandidateSort.Votes,
            "newest" => CandidateSort.Newest,
            _ => null,
        };
        if (order is null)
        {
            return Problems.From(RequestRefusals.Malformed.About("sort", "应为 votes 或 newest。"));
        }

        var list = $"candidates?district={filter.District}&trade={filter.Trade}&q={filter.Q}&sort={order}";
        if (cursors.Read<CandidatePosition>(list, cursor).IsRefused(out refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var found = await candidates.Published(
            campaign.Id,
            filter,
            order.Value,
            position.After,
            limit + 1,
            cancellationToken
        );
        var page = found.Take(limit).ToList();
        var photos = await shown.OneOfEach([.. page.Select(candidate => candidate.Id)], cancellationToken);
        return TypedResults.Ok(
            new Response(
                arrived.Value,
                [
                    .. page.Select(candidate => new Item(
                        candidate.Id,
                        candidate.Name,
                        candidate.WorkUnit,
                        candidate.District,
                        candidate.Trade,
                        photos.TryGetValue(candidate.Id, out var photo)
                            ? PhotoAddresses.Public(photo, PhotoSize.Medium)
                            : null,
                        candidate.TipCount,
                        candidate.VoteCount,
                        candidate.PublishedAt
                    )),
                ],
                found.Count > limit
                    ? cursors.Protect(
                        list,
                        new CandidatePosition(page[^1].Id, page[^1].PublishedAt, page[^1].VoteCount)
                    )
                    : null
            )
        );
    }
}
