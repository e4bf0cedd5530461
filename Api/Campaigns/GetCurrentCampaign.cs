using System.Security.Cryptography;
using System.Text.Json;
using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Campaigns;
using Craftsman.Infrastructure.Campaigns;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Craftsman.Api.Campaigns;

public static class GetCurrentCampaign
{
    public sealed record Response(
        Guid Id,
        string Name,
        int Edition,
        DateOnly EligibilityDate,
        int Places,
        int VotesPerDay,
        string PolicyVersion,
        IReadOnlyList<Phase> Phases,
        IReadOnlyList<District> Districts,
        IReadOnlyList<Trade> Trades,
        IReadOnlyList<Rule> Rules
    );

    /// <param name="Clause">Where the notice says it, such as 三(二).</param>
    public sealed record Rule(string Id, string Clause, string Text);

    /// <summary>当前活动</summary>
    /// <remarks>Answers with an ETag over what it says; a client that sends it back in If-None-Match is told 304 while nothing changed.</remarks>
    public static async Task<IResult> Handle(
        ArrivedAt arrived,
        CampaignQueries campaigns,
        IOptions<JsonOptions> json,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var today = ChinaDay.Of(arrived.Value);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new Response(
                campaign.Id,
                campaign.Name,
                campaign.Edition,
                campaign.EligibilityDate,
                campaign.Places,
                campaign.QuotaOn(today, QuotaKind.Votes),
                campaign.PolicyVersion,
                campaign.Phases,
                campaign.Districts,
                campaign.Trades,
                [
                    .. EligibilityRules
                        .InForce(campaign.Rules, today)
                        .Select(rule => new Rule(rule.RuleId, rule.Clause, rule.Text)),
                ]
            ),
            json.Value.SerializerOptions
        );
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body)[..8])}\"");
        return TypedResults.File(body, "application/json; charset=utf-8", entityTag: tag);
    }
}
