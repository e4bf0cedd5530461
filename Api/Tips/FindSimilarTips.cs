using Craftsman.Api.Http;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Tips.Similarity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class FindSimilarTips
{
    public sealed record Response(IReadOnlyList<Item> Items);

    /// <param name="WorkUnit">Where the worker agreed to show it.</param>
    /// <param name="Score">From 0 to 1.</param>
    /// <param name="Reasons">What speaks for it and what against, in words.</param>
    public sealed record Item(
        Guid CandidateId,
        string Name,
        string? WorkUnit,
        double Score,
        IReadOnlyList<string> Reasons
    );

    /// <summary>提交前看看：也许已有人推荐过这位师傅</summary>
    /// <remarks>At most five, and only candidates who are published: nobody else is named to the public.</remarks>
    public static async Task<Ok<Response>> Handle(
        [Needed, Line(40)] string name,
        [Line(100)] string? workUnit,
        CampaignQueries campaigns,
        SimilarQueries similar,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var found = await similar.Hints(campaign.Id, name, workUnit, cancellationToken);
        return TypedResults.Ok(
            new Response([
                .. found.Select(candidate => new Item(
                    candidate.CandidateId!.Value,
                    candidate.Name,
                    candidate.WorkUnit,
                    candidate.Score,
                    candidate.Reasons
                )),
            ])
        );
    }
}
