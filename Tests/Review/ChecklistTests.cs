using Craftsman.Domain.Applications;
using Craftsman.Domain.Review;

namespace Craftsman.Tests.Review;

public sealed class ChecklistTests
{
    private static readonly DateOnly Day = new(2016, 9, 30);
    private static readonly IReadOnlyList<EligibilityRule> Rules = EligibilityRules.Default;

    private static readonly EligibilityInputs Worker = new()
    {
        BirthDate = new(1970, 5, 1),
        IsChineseNational = true,
        IsUnionMember = true,
        DeclaredTruthful = true,
        IsFrontLine = true,
        InTradeInHangzhouSince = new(1992, 7, 1),
        Conditions = [new(1, "独门绝活")],
    };

    private static readonly EligibilityInputs Elder = Worker with
    {
        BirthDate = new(1950, 1, 1),
        OutstandingContribution = new("主持修复六和塔木构", HasFiles: true),
    };

    [Fact]
    public void Every_rule_needs_its_line()
    {
        foreach (var left in EligibilityRuleIds.All)
        {
            var fault = Fault(Worker, [.. All().Where(check => check.RuleId != left)]);

            Assert.Equal("checklist-incomplete", fault!.Code);
            Assert.Equal([left], (string[])fault.Extensions!["missing"]!);
            Assert.Equal(Rules.Single(rule => rule.RuleId == left).Clause, fault.Clause);
        }

        Assert.Null(Fault(Worker, All()));
    }

    [Fact]
    public void A_rule_found_not_met_keeps_the_case_with_its_clause()
    {
        foreach (var ruleId in EligibilityRuleIds.All)
        {
            var fault = Fault(Worker, All((ruleId, CheckOutcome.NotMet)));

            Assert.Equal("checklist-not-met", fault!.Code);
            Assert.Equal(Rules.Single(rule => rule.RuleId == ruleId).Clause, fault.Clause);
        }
    }

    [Fact]
    public void An_outstanding_contribution_lifts_the_age_only_where_it_was_recognised()
    {
        Assert.Equal("checklist-incomplete", Fault(Elder, All())!.Code);
        Assert.Equal("checklist-not-met", Fault(Elder, All((EligibilityRuleIds.Age, CheckOutcome.NotMet)))!.Code);
        Assert.Null(Fault(Elder, All((EligibilityRuleIds.Age, CheckOutcome.Waived))));
    }

    [Fact]
    public void No_word_lets_somebody_pass_whom_the_rules_refuse()
    {
        var fault = Fault(
            Worker with
            {
                InTradeInHangzhouSince = new(2015, 1, 1),
            },
            All((EligibilityRuleIds.YearsInTrade, CheckOutcome.Waived))
        );

        Assert.Equal(("not-eligible", "三(二)"), (fault!.Code, fault.Clause));
    }

    [Fact]
    public void All_faults_of_the_lines_are_told_at_once()
    {
        RuleCheck[] lines =
        [
            new("age", CheckOutcome.Met, null),
            new("age", CheckOutcome.Met, null),
            new("no-such-rule", CheckOutcome.Met, null),
            new("condition-1", CheckOutcome.Met, null),
            new("nationality", CheckOutcome.Waived, "护照"),
            new("front-line", CheckOutcome.NotMet, " "),
        ];

        Assert.True(ChecklistRules.Accept(Rules, lines).IsRefused(out var refusal));

        Assert.Equal("checklist-invalid", refusal.Code);
        Assert.Equal(
            ["items[1].ruleId", "items[2].ruleId", "items[3].ruleId", "items[4].outcome", "items[5].note"],
            refusal.Errors!.Keys.Order()
        );
    }

    [Fact]
    public void What_a_supplement_is_about_is_checked_again()
    {
        Assert.Equal(
            [EligibilityRuleIds.OneCondition, EligibilityRuleIds.YearsInTrade],
            ChecklistRules.AskedAgain(new Supplement(["conditions", "address"], Day, "请补交证书。")).Order()
        );
        Assert.Empty(ChecklistRules.AskedAgain(new Supplement(["deedsSummary"], Day, "请补充。")));
    }

    private static Domain.Refusal? Fault(EligibilityInputs inputs, IReadOnlyList<RuleCheck> checks) =>
        ChecklistRules.Fault(
            Rules,
            checks,
            Eligibility.Evaluate(
                Rules,
                inputs with
                {
                    OutstandingContributionRecognised = ChecklistRules.IsContributionRecognised(checks),
                },
                Day
            )
        );

    private static RuleCheck[] All(params (string RuleId, CheckOutcome Outcome)[] found) =>
        [
            .. EligibilityRuleIds.All.Select(ruleId => new RuleCheck(
                ruleId,
                found.Where(each => each.RuleId == ruleId).Select(each => each.Outcome).FirstOrDefault(),
                "看过材料"
            )),
        ];
}
