using System.Text.Json;
using Craftsman.Api.Http;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Voting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Voting;

public static class ListAnomalies
{
    private const string List = "votes/anomalies";

    /// <param name="IsSetAside">Whether the service quarantined the votes itself.</param>
    /// <param name="Evidence">What was measured, by name; a number each.</param>
    public sealed record Item(
        Guid Id,
        string Signal,
        string Explanation,
        Guid? CandidateId,
        DateTimeOffset FoundAt,
        bool IsSetAside,
        IReadOnlyDictionary<string, double> Evidence,
        long Votes,
        long Quarantined,
        long Excluded
    );

    private sealed record Position(Guid Id);

    /// <summary>投票异常</summary>
    public static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        string? cursor,
        CampaignQueries campaigns,
        AnomalyQueries anomalies,
        Cursors cursors,
        CancellationToken cancellationToken,
        [Between(1, 100)] int limit = 20
    )
    {
        if (cursors.Read<Position>(List, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var rows = await anomalies.List(campaign.Id, position.After?.Id, limit + 1, cancellationToken);
        var page = cursors.PageOf(rows, limit, List, row => new Position(row.Id));
        return TypedResults.Ok(new Page<Item>([.. page.Items.Select(ItemFor)], page.NextCursor));
    }

    private static Item ItemFor(AnomalyRow row) =>
        new(
            row.Id,
            row.SignalCode,
            Explain(row.SignalCode),
            row.CandidateId,
            row.FoundAt,
            row.IsSetAside,
            JsonSerializer.Deserialize<Dictionary<string, double>>(row.Evidence)!,
            row.Votes,
            row.Quarantined,
            row.Excluded
        );

    private static string Explain(string signal) =>
        signal switch
        {
            "risk-rank" => "微信判定投票账号的作弊风险高。",
            "fresh-accounts" => "一位人选短时间内得到大量新注册账号的选票。",
            "one-address" => "一位人选的大量选票来自同一网络地址，且账号多为新注册。",
            "robot-intervals" => "选票的间隔过于均匀，不像人工操作。",
            "list-run" => "账号按名单顺序逐一投票，不像人工操作。",
            _ => "一位人选的得票突然远高于其平时水平。",
        };
}
