using Craftsman.Domain.Applications;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Review;

/// <summary>What a qualification review leans on, of the round that counts, read under the case's lock.</summary>
/// <param name="EndorsedBy">The level of the organization that filed the leading application.</param>
/// <param name="Rules">The version under which the leading application was submitted: a change of the rules meanwhile is not for it.</param>
/// <param name="Eligibility">What those rules say of the form as it stands, with what the reviewers recognised.</param>
internal sealed record QualificationFacts(
    Channel Leading,
    ScreeningLevel? EndorsedBy,
    IReadOnlyList<ScreeningStep> Screenings,
    IReadOnlyList<RuleCheck> Checks,
    IReadOnlyList<EligibilityRule> Rules,
    EligibilityResult Eligibility
)
{
    public ReviewReadiness Readiness =>
        new(ScreeningRules.Missing(Leading, EndorsedBy, Screenings), ChecklistRules.Fault(Rules, Checks, Eligibility));

    public static async Task<QualificationFacts> Read(
        Work work,
        CaseFactsRow row,
        ApplicationStore applications,
        Campaign campaign
    )
    {
        const string leading = """
            SELECT a.channel, a.content, o.kind,
                (SELECT e.rule_version FROM eligibility_evaluations e WHERE e.application_id = a.id ORDER BY e.at DESC, e.id DESC LIMIT 1) AS rule_version
            FROM applications a
            LEFT JOIN organizations o ON o.id = a.organization_id
            WHERE a.id = @LeadingApplicationId
            """;
        const string screenings =
            "SELECT level, is_recommended FROM case_screenings WHERE case_id = @Id AND round = @ReviewRound ORDER BY at, id";
        const string checks =
            "SELECT rule_id, outcome, note FROM case_checks WHERE case_id = @Id AND round = @ReviewRound ORDER BY rule_id";
        var application = (await work.FirstOrNothing<LeadingRow>(leading, new { row.LeadingApplicationId }))!;
        var found = (await work.List<CheckRow>(checks, new { row.Id, row.ReviewRound }))
            .Select(each => new RuleCheck(each.RuleId, each.Outcome, each.Note))
            .ToArray();
        EligibilityRule[] rules = [.. campaign.Rules.Where(rule => rule.RuleVersion == application.RuleVersion)];
        var inputs = applications.Read(application.Content).EligibilityInputs() with
        {
            OutstandingContributionRecognised = ChecklistRules.IsContributionRecognised(found),
        };
        return new QualificationFacts(
            application.Channel,
            Enum.TryParse<ScreeningLevel>(application.Kind, out var level) ? level : null,
            [
                .. (await work.List<StepRow>(screenings, new { row.Id, row.ReviewRound })).Select(
                    each => new ScreeningStep(each.Level, each.IsRecommended)
                ),
            ],
            found,
            rules,
            Domain.Applications.Eligibility.Evaluate(rules, inputs, campaign.EligibilityDate)
        );
    }

    private sealed record LeadingRow
    {
        public Channel Channel { get; init; }
        public byte[] Content { get; init; } = [];
        public string? Kind { get; init; }
        public int RuleVersion { get; init; }
    }

    private sealed record StepRow
    {
        public ScreeningLevel Level { get; init; }
        public bool IsRecommended { get; init; }
    }

    private sealed record CheckRow
    {
        public string RuleId { get; init; } = "";
        public CheckOutcome Outcome { get; init; }
        public string? Note { get; init; }
    }
}
