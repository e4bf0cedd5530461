using Craftsman.Domain.Applications;
using static Craftsman.Domain.Applications.ContestLevel;
using static Craftsman.Domain.Applications.EligibilityRuleIds;
using static Craftsman.Domain.Applications.RuleOutcome;

namespace Craftsman.Tests.Applications;

/// <summary>The cases of 三, read from the notice, with the eligibility date at 30 September 2016 unless a case names another.</summary>
public sealed class EligibilityTests
{
    private static readonly DateOnly September30 = new(2016, 9, 30);

    /// <summary>Meets every rule with room to spare, so that a case says only what matters to it.</summary>
    private static readonly EligibilityInputs Worker = new()
    {
        BirthDate = new(1970, 5, 1),
        IsChineseNational = true,
        IsUnionMember = true,
        DeclaredTruthful = true,
        IsFrontLine = true,
        InTradeInHangzhouSince = new(1992, 7, 1),
        Conditions = [new(1, "三十年修复古琴，独创的面板修补法在同行中公认。")],
    };

    private static readonly IReadOnlyList<EligibilityRule> Printed = EligibilityRules.Default;
    private static readonly IReadOnlyList<EligibilityRule> Exclusive = Reading(rule =>
        rule with
        {
            BoundIncluded = false,
        }
    );
    private static readonly IReadOnlyList<EligibilityRule> FullTheDayAfter = Reading(rule =>
        rule with
        {
            YearFull = YearFull.TheDayAfter,
        }
    );
    private static readonly IReadOnlyList<EligibilityRule> FirstOfMarch = Reading(rule =>
        rule with
        {
            LeapDay = LeapDay.FirstOfMarch,
        }
    );

    private static readonly Case[] Cases =
    [
        new("a worker who meets every rule", Worker, OneCondition, Pass),
        // 三(一)
        new("not a Chinese national", Worker with { IsChineseNational = false }, Nationality, Fail),
        new("nationality not asked yet", Worker with { IsChineseNational = null }, Nationality, NeedsEvidence),
        new("not a union member", Worker with { IsUnionMember = false }, UnionMember, Fail),
        new("membership not asked yet", Worker with { IsUnionMember = null }, UnionMember, NeedsEvidence),
        new("did not declare", Worker with { DeclaredTruthful = false }, LawfulAndTruthful, Fail),
        new("declaration not asked yet", Worker with { DeclaredTruthful = null }, LawfulAndTruthful, NeedsEvidence),
        // 三(二), front line
        new("left the front line", Worker with { IsFrontLine = false }, FrontLine, Fail),
        new("front line not asked yet", Worker with { IsFrontLine = null }, FrontLine, NeedsEvidence),
        // 三(二), age
        new("sixtieth birthday on the date", Born(1956, 9, 30), Age, Pass),
        new("sixty-first birthday the day after the date", Born(1955, 10, 1), Age, Pass),
        new("sixty-first birthday on the date", Born(1955, 9, 30), Age, Fail),
        new("sixty-first birthday the day before the date", Born(1955, 9, 29), Age, Fail),
        new("sixty, where 以下 is read without its number", Born(1956, 9, 30), Age, Fail, Rules: Exclusive),
        new("sixty tomorrow, where 以下 is read without its number", Born(1956, 10, 1), Age, Pass, Rules: Exclusive),
        new(
            "sixty-one today, where a year is full the day after",
            Born(1955, 9, 30),
            Age,
            Pass,
            Rules: FullTheDayAfter
        ),
        new(
            "sixty-one yesterday, where a year is full the day after",
            Born(1955, 9, 29),
            Age,
            Fail,
            Rules: FullTheDayAfter
        ),
        new("born on 29 February, sixty-one on 28 February", Born(1956, 2, 29), Age, Fail, On: new(2017, 2, 28)),
        new("born on 29 February, still sixty on 27 February", Born(1956, 2, 29), Age, Pass, On: new(2017, 2, 27)),
        new(
            "born on 29 February, still sixty on 28 February where 1 March stands for it",
            Born(1956, 2, 29),
            Age,
            Pass,
            On: new(2017, 2, 28),
            Rules: FirstOfMarch
        ),
        new(
            "born on 29 February, sixty-one on 1 March where 1 March stands for it",
            Born(1956, 2, 29),
            Age,
            Fail,
            On: new(2017, 3, 1),
            Rules: FirstOfMarch
        ),
        new(
            "born on 29 February, sixty-four on the day itself in a leap year",
            Born(1956, 2, 29),
            Age,
            Fail,
            On: new(2020, 2, 29)
        ),
        new("born on 31 December, asked about on 1 January", Born(1955, 12, 31), Age, Fail, On: new(2017, 1, 1)),
        new(
            "born on 31 December, sixty-one that day, where a year is full the day after",
            Born(1955, 12, 31),
            Age,
            Pass,
            On: new(2016, 12, 31),
            Rules: FullTheDayAfter
        ),
        new("birth date not asked yet", Worker with { BirthDate = null }, Age, NeedsEvidence),
        new("born after the date", Worker with { BirthDate = new(2017, 1, 1) }, Age, NeedsEvidence),
        // 三(二), the waiver of the age
        new(
            "too old, an outstanding contribution claimed with proof",
            Elder(new("主持修复六和塔木构", HasFiles: true)),
            Age,
            NeedsEvidence
        ),
        new(
            "too old, an outstanding contribution claimed without proof",
            Elder(new("主持修复六和塔木构")),
            Age,
            NeedsEvidence
        ),
        new("too old, an outstanding contribution claimed without a word", Elder(new(" ")), Age, NeedsEvidence),
        new(
            "too old, the contribution recognised by staff",
            Elder(new("主持修复六和塔木构", HasFiles: true), recognised: true),
            Age,
            Waived
        ),
        new(
            "too old, the contribution not recognised by staff",
            Elder(new("主持修复六和塔木构", HasFiles: true), recognised: false),
            Age,
            Fail
        ),
        new(
            "young enough, a contribution claimed and not needed",
            Worker with
            {
                OutstandingContribution = new("主持修复六和塔木构"),
            },
            Age,
            Pass
        ),
        new(
            "young enough, a contribution not recognised and not needed",
            Worker with
            {
                OutstandingContribution = new("主持修复六和塔木构"),
                OutstandingContributionRecognised = false,
            },
            Age,
            Pass
        ),
        new(
            "birth date missing, the contribution recognised by staff",
            Worker with
            {
                BirthDate = null,
                OutstandingContributionRecognised = true,
            },
            Age,
            Waived
        ),
        // 三(二), ten years
        new("ten years to the day", Since(2006, 9, 30), YearsInTrade, Pass),
        new("ten years less a day", Since(2006, 10, 1), YearsInTrade, Fail),
        new(
            "ten years to the day, where a year is full the day after",
            Since(2006, 9, 30),
            YearsInTrade,
            Fail,
            Rules: FullTheDayAfter
        ),
        new(
            "ten years and a day, where a year is full the day after",
            Since(2006, 9, 29),
            YearsInTrade,
            Pass,
            Rules: FullTheDayAfter
        ),
        new(
            "began on 29 February, full on 28 February ten years later",
            Since(2008, 2, 29),
            YearsInTrade,
            Pass,
            On: new(2018, 2, 28)
        ),
        new(
            "began on 29 February, not yet full on 27 February",
            Since(2008, 2, 29),
            YearsInTrade,
            Fail,
            On: new(2018, 2, 27)
        ),
        new(
            "began on 29 February, not yet full on 28 February where 1 March stands for it",
            Since(2008, 2, 29),
            YearsInTrade,
            Fail,
            On: new(2018, 2, 28),
            Rules: FirstOfMarch
        ),
        new(
            "began on 29 February, full on 1 March where 1 March stands for it",
            Since(2008, 2, 29),
            YearsInTrade,
            Pass,
            On: new(2018, 3, 1),
            Rules: FirstOfMarch
        ),
        new("began after the date", Since(2017, 1, 1), YearsInTrade, Fail),
        new(
            "began before being born",
            Worker with
            {
                InTradeInHangzhouSince = new(1969, 1, 1),
            },
            YearsInTrade,
            NeedsEvidence
        ),
        new("start not asked yet", Worker with { InTradeInHangzhouSince = null }, YearsInTrade, NeedsEvidence),
        new("a start at the end of the calendar", Since(9999, 12, 31), YearsInTrade, Fail),
        new(
            "too few years, conditions not asked yet",
            Since(2014, 3, 1) with
            {
                Conditions = null,
            },
            YearsInTrade,
            NeedsEvidence
        ),
        // 三(二)4 waives the years
        new("too few years, a national third place with proof", Beginner(Won(4, National, 3)), YearsInTrade, Waived),
        new(
            "too few years, a national third place without proof",
            Beginner(Won(4, National, 3, proof: false)),
            YearsInTrade,
            NeedsEvidence
        ),
        new("too few years, a national fourth place", Beginner(Won(4, National, 4)), YearsInTrade, Fail),
        new("too few years, a municipal first place", Beginner(Won(5, Municipal, 1)), YearsInTrade, Fail),
        new("too few years, a unique skill", Since(2014, 3, 1), YearsInTrade, Fail),
        new(
            "start missing, a provincial first place with proof",
            Worker with
            {
                InTradeInHangzhouSince = null,
                Conditions = [Won(4, Provincial, 1)],
            },
            YearsInTrade,
            Waived
        ),
        new("enough years, a world first place besides", Claims(Won(4, World, 1)), YearsInTrade, Pass),
        // 三(二)1–3
        new(
            "condition 1 with an account",
            Claims(new ClaimedCondition(1, "独门绝活")),
            OneCondition,
            Pass,
            Clause: "三(二)1"
        ),
        new(
            "condition 2 with an account",
            Claims(new ClaimedCondition(2, "王星记制扇三十年")),
            OneCondition,
            Pass,
            Clause: "三(二)2"
        ),
        new(
            "condition 3 with an account",
            Claims(new ClaimedCondition(3, "革新获省级科技奖")),
            OneCondition,
            Pass,
            Clause: "三(二)3"
        ),
        new(
            "condition 2 without a word",
            Claims(new ClaimedCondition(2, null)),
            OneCondition,
            NeedsEvidence,
            Clause: "三(二)2"
        ),
        new(
            "condition 3 with blanks only",
            Claims(new ClaimedCondition(3, " \n")),
            OneCondition,
            NeedsEvidence,
            Clause: "三(二)3"
        ),
        new("no condition claimed", Worker with { Conditions = [] }, OneCondition, Fail, Clause: "三(二)"),
        new(
            "conditions not asked yet",
            Worker with
            {
                Conditions = null,
            },
            OneCondition,
            NeedsEvidence,
            Clause: "三(二)"
        ),
        new(
            "a condition the notice does not have",
            Claims(new ClaimedCondition(6, "其他")),
            OneCondition,
            Fail,
            Clause: "三(二)"
        ),
        // 三(二)4 and 5, place by place
        new("world first", Claims(Won(4, World, 1)), OneCondition, Pass, Clause: "三(二)4"),
        new("world third", Claims(Won(4, World, 3)), OneCondition, Pass),
        new("world fourth", Claims(Won(4, World, 4)), OneCondition, Fail, Clause: "三(二)4"),
        new("national second", Claims(Won(4, National, 2)), OneCondition, Pass),
        new("national third", Claims(Won(4, National, 3)), OneCondition, Pass),
        new("national fourth", Claims(Won(4, National, 4)), OneCondition, Fail),
        new("provincial first", Claims(Won(4, Provincial, 1)), OneCondition, Pass),
        new("provincial second", Claims(Won(4, Provincial, 2)), OneCondition, Fail),
        new("municipal first claimed as condition 4", Claims(Won(4, Municipal, 1)), OneCondition, Fail),
        new("municipal first", Claims(Won(5, Municipal, 1)), OneCondition, Pass, Clause: "三(二)5"),
        new("municipal second", Claims(Won(5, Municipal, 2)), OneCondition, Fail, Clause: "三(二)5"),
        new("provincial first claimed as condition 5", Claims(Won(5, Provincial, 1)), OneCondition, Fail),
        new("municipal first without proof", Claims(Won(5, Municipal, 1, proof: false)), OneCondition, NeedsEvidence),
        new("municipal second without proof", Claims(Won(5, Municipal, 2, proof: false)), OneCondition, Fail),
        new(
            "condition 4 without a contest",
            Claims(new ClaimedCondition(4, "得过奖", HasFiles: true)),
            OneCondition,
            NeedsEvidence
        ),
        new(
            "condition 4 without a level",
            Claims(new ClaimedCondition(4, "得过奖", new(null, 1), HasFiles: true)),
            OneCondition,
            NeedsEvidence
        ),
        new(
            "condition 4 without a place",
            Claims(new ClaimedCondition(4, "得过奖", new(World, null), HasFiles: true)),
            OneCondition,
            NeedsEvidence
        ),
        new(
            "condition 4 with place nought",
            Claims(new ClaimedCondition(4, "得过奖", new(World, 0), HasFiles: true)),
            OneCondition,
            NeedsEvidence
        ),
        // Several at once: the best of them answers
        new(
            "a lost contest beside a unique skill",
            Claims(Won(4, Provincial, 2), new ClaimedCondition(1, "独门绝活")),
            OneCondition,
            Pass,
            Clause: "三(二)1"
        ),
        new(
            "a lost contest beside an unproven first place",
            Claims(Won(4, Provincial, 2), Won(5, Municipal, 1, proof: false)),
            OneCondition,
            NeedsEvidence,
            Clause: "三(二)5"
        ),
        new(
            "two contests under one condition, one of them won",
            Claims(Won(4, World, 9), Won(4, Provincial, 1)),
            OneCondition,
            Pass,
            Clause: "三(二)4"
        ),
    ];

    public static TheoryData<string> Names => [.. Cases.Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rules_answer_as_the_notice_says(string name)
    {
        var asked = Cases.Single(each => each.Name == name);

        var result = asked.Answer;
        var line = result.Rules.Single(rule => rule.RuleId == asked.RuleId);

        Assert.Equal(asked.Result, line.Result);
        Assert.Equal(OverallWhereOnlyOneRuleIsInDoubt(asked.Result), result.Overall);
        Assert.Equal(asked.Clause ?? line.Clause, line.Clause);
        Assert.Equal(asked.On ?? September30, result.AsOfDay);
        Assert.Equal(1, result.RuleVersion);
        Assert.All(result.Rules, rule => Assert.Equal(rule.Result == Pass, rule.WouldChange is null));
    }

    [Fact]
    public void Every_answer_has_the_seven_rules_in_the_order_of_the_notice()
    {
        string[] order = [Nationality, UnionMember, LawfulAndTruthful, Age, YearsInTrade, FrontLine, OneCondition];

        Assert.All(Cases, asked => Assert.Equal(order, asked.Answer.Rules.Select(rule => rule.RuleId)));
    }

    [Fact]
    public void The_same_question_has_the_same_answer_in_whatever_order_the_rules_are_read()
    {
        Assert.All(
            Cases,
            asked =>
            {
                var reversed = asked with { Rules = [.. (asked.Rules ?? Printed).Reverse()] };

                Assert.Equal(asked.Answer.Rules, reversed.Answer.Rules);
            }
        );
    }

    [Fact]
    public void Nothing_given_at_all_needs_evidence_for_every_rule()
    {
        var result = Eligibility.Evaluate(Printed, new EligibilityInputs(), September30);

        Assert.Equal(EligibilityVerdict.NeedsEvidence, result.Overall);
        Assert.All(result.Rules, rule => Assert.Equal(NeedsEvidence, rule.Result));
    }

    [Fact]
    public void One_rule_that_says_no_outweighs_all_that_is_missing()
    {
        var inputs = new EligibilityInputs { IsUnionMember = false };

        Assert.Equal(EligibilityVerdict.Ineligible, Eligibility.Evaluate(Printed, inputs, September30).Overall);
    }

    [Fact]
    public void Too_few_years_are_told_the_day_on_which_they_will_be_enough()
    {
        var years = Eligibility
            .Evaluate(Printed, Since(2008, 2, 29), September30)
            .Rules.Single(rule => rule.RuleId == YearsInTrade);

        Assert.Contains("2018年2月28日", years.WouldChange, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_the_code_does_not_know_is_left_to_staff()
    {
        EligibilityRule added = Printed[0] with { RuleId = "lives-in-hangzhou", Position = 99 };

        var result = Eligibility.Evaluate([.. Printed, added], Worker, September30);

        Assert.Equal(NeedsEvidence, result.Rules[^1].Result);
        Assert.Equal(EligibilityVerdict.NeedsEvidence, result.Overall);
    }

    [Fact]
    public void Two_versions_are_never_judged_together()
    {
        EligibilityRule[] mixed = [.. Printed, Printed[0] with { RuleVersion = 2 }];

        Assert.Throws<ArgumentException>(() => Eligibility.Evaluate(mixed, Worker, September30));
    }

    private static EligibilityInputs Born(int year, int month, int day) =>
        Worker with
        {
            BirthDate = new(year, month, day),
        };

    private static EligibilityInputs Since(int year, int month, int day) =>
        Worker with
        {
            InTradeInHangzhouSince = new(year, month, day),
        };

    private static EligibilityInputs Elder(OutstandingContribution contribution, bool? recognised = null) =>
        Born(1950, 1, 1) with
        {
            OutstandingContribution = contribution,
            OutstandingContributionRecognised = recognised,
        };

    private static EligibilityInputs Beginner(params ClaimedCondition[] conditions) =>
        Since(2014, 3, 1) with
        {
            Conditions = conditions,
        };

    private static EligibilityInputs Claims(params ClaimedCondition[] conditions) =>
        Worker with
        {
            Conditions = conditions,
        };

    private static ClaimedCondition Won(int condition, ContestLevel level, int rank, bool proof = true) =>
        new(condition, "数控车工比赛", new(level, rank), proof);

    private static IReadOnlyList<EligibilityRule> Reading(Func<EligibilityRule, EligibilityRule> read) =>
        [.. EligibilityRules.Default.Select(rule => rule.Bound is null ? rule : read(rule))];

    /// <summary>Each case of the table spoils one rule at most, so its answer is the whole answer.</summary>
    private static EligibilityVerdict OverallWhereOnlyOneRuleIsInDoubt(RuleOutcome result) =>
        result switch
        {
            Fail => EligibilityVerdict.Ineligible,
            NeedsEvidence => EligibilityVerdict.NeedsEvidence,
            _ => EligibilityVerdict.Eligible,
        };

    private sealed record Case(
        string Name,
        EligibilityInputs Inputs,
        string RuleId,
        RuleOutcome Result,
        string? Clause = null,
        DateOnly? On = null,
        IReadOnlyList<EligibilityRule>? Rules = null
    )
    {
        public EligibilityResult Answer => Eligibility.Evaluate(Rules ?? Printed, Inputs, On ?? September30);
    }
}
