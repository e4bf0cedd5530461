using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Domain.Voting;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Voting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Voting;

public static class ListAnomalousVotes
{
    /// <summary>Who cast it is not told.</summary>
    /// <param name="Day">The day in Hangzhou that the vote counts for.</param>
    /// <param name="RiskRank">WeChat's risk rank of the voter, from 0 to 4; null when WeChat told none.</param>
    public sealed record Item(
        Guid Id,
        Guid CandidateId,
        DateOnly Day,
        DateTimeOffset CastAt,
        VoteState State,
        int? RiskRank
    );

    private sealed record Position(Guid Id);

    /// <summary>一项投票异常的选票</summary>
    /// <remarks>The earliest first. <c>id</c> is what <c>voteIds</c> of quarantine, restore and exclude names.</remarks>
    public static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        OpaqueId id,
        string? cursor,
        CampaignQueries campaigns,
        AnomalyQueries anomalies,
        Cursors cursors,
        CancellationToken cancellationToken,
        [Between(1, 100)] int limit = 20
    )
    {
        var list = $"votes/anomalies/{id.Value}/votes";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var rows = await anomalies.Votes(campaign.Id, id.Value, position.After?.Id, limit + 1, cancellationToken);
        if (rows is null)
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        var page = cursors.PageOf(rows, limit, list, row => new Position(row.Id));
        return TypedResults.Ok(
            new Page<Item>(
                [
                    .. page.Items.Select(row => new Item(
                        row.Id,
                        row.CandidateId,
                        row.Day,
                        row.CastAt,
                        row.State,
                        row.RiskRank
                    )),
                ],
                page.NextCursor
            )
        );
    }
}
