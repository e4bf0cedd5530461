using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Infrastructure.Campaigns;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class CheckEligibility
{
    /// <summary>What the rules of 三 are judged from. Anything may be absent; nothing is stored.</summary>
    public sealed record Request(
        DateOnly? BirthDate,
        bool? IsChineseNational,
        bool? IsUnionMember,
        bool? DeclaredTruthful,
        bool? IsFrontLine,
        DateOnly? InTradeInHangzhouSince,
        [property: AtMost(5)] IReadOnlyList<ApplicationForm.ConditionForm>? Conditions,
        ApplicationForm.ContributionForm? OutstandingContribution
    );

    /// <summary>逐条自查申报条件</summary>
    public static async Task<Results<Ok<EligibilityResult>, ProblemHttpResult>> Handle(
        Request request,
        ArrivedAt arrived,
        CampaignQueries campaigns,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var content = new ApplicationContent
        {
            BirthDate = request.BirthDate,
            IsChineseNational = request.IsChineseNational,
            IsUnionMember = request.IsUnionMember,
            DeclaredTruthful = request.DeclaredTruthful,
            IsFrontLine = request.IsFrontLine,
            InTradeInHangzhouSince = request.InTradeInHangzhouSince,
            Conditions = request.Conditions is null
                ? null
                : [.. request.Conditions.Select(condition => condition.ToEntry())],
            OutstandingContribution = request.OutstandingContribution is { } contribution
                ? new ContributionEntry(contribution.Text, [])
                : null,
        };
        if (ApplicationRules.KnownConditions(content).IsRefused(out var refusal))
        {
            return Problems.From(refusal);
        }

        var rules = EligibilityRules.InForce(campaign.Rules, ChinaDay.Of(arrived.Value));
        return TypedResults.Ok(Eligibility.Evaluate(rules, content.EligibilityInputs(), campaign.EligibilityDate));
    }
}
