using System.Text.Json;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;
using ConditionForm = Craftsman.Tests.Support.ApplicationForm.ConditionForm;

namespace Craftsman.Tests.Applications;

/// <summary>
/// 三 of 杭总工〔2016〕34号 from outside, a test for each thing it asks: a worker who lacks that alone is refused with its clause, and one who
/// has it applies. Bounds and readings are in <see cref="EligibilityTests"/>.
/// </summary>
public sealed class RequirementsOfTheNoticeTests(App app)
{
    [Fact]
    public Task 三_一_中国国籍_who_has_another_is_refused() =>
        Refuses(A.Form() with { IsChineseNational = false }, "三(一)", EligibilityRuleIds.Nationality);

    [Fact]
    public Task 三_一_工会会员_who_is_none_is_refused() =>
        Refuses(A.Form() with { IsUnionMember = false }, "三(一)", EligibilityRuleIds.UnionMember);

    [Fact]
    public async Task 三_一_遵纪守法_and_九_三_真实性_who_does_not_declare_both_does_not_apply()
    {
        var citizen = await app.NewCitizen();
        var form = await citizen.Pictured(A.Form());
        var id = await citizen.Drafts(form with { DeclaredTruthful = false });

        var refused = (await citizen.Submits(id)).ShouldRefuse(409, "application-incomplete");

        Assert.Equal(["declaredTruthful"], refused.ErrorFields);
        Assert.Equal("Draft", await app.StateOfApplication(id));
        var checkedRule = await Checked(new { declaredTruthful = false }, EligibilityRuleIds.LawfulAndTruthful);
        Assert.Equal(("三(一)", "Fail"), checkedRule);
        (await citizen.Saves(id, form)).Should(200);
        (await citizen.Submits(id)).Should(200);
    }

    [Fact]
    public async Task 三_二_60周岁以下_includes_the_number_and_ends_with_the_next_birthday()
    {
        var day = await EligibilityDate();
        var sixty = A.Form() with { BirthDate = day.AddYears(-61).AddDays(1).Written() };

        await (await app.NewCitizen()).Applies(sixty);
        await Refuses(sixty with { BirthDate = day.AddYears(-61).Written() }, "三(二)", EligibilityRuleIds.Age);
    }

    [Fact]
    public async Task 三_二_不少于10年_is_full_on_the_day_and_not_a_day_earlier()
    {
        var day = await EligibilityDate();
        var ten = A.Form() with { InTradeInHangzhouSince = day.AddYears(-10).Written() };

        await (await app.NewCitizen()).Applies(ten);
        await Refuses(
            ten with
            {
                InTradeInHangzhouSince = day.AddYears(-10).AddDays(1).Written(),
            },
            "三(二)",
            EligibilityRuleIds.YearsInTrade
        );
    }

    [Fact]
    public Task 三_二_一线岗位_who_left_it_is_refused() =>
        Refuses(A.Form() with { IsFrontLine = false }, "三(二)", EligibilityRuleIds.FrontLine);

    [Fact]
    public async Task 三_二_条件之一_none_is_too_few_and_one_that_holds_outweighs_one_that_does_not()
    {
        var citizen = await app.NewCitizen();
        var proof = await Proof(citizen);
        var second = new ConditionForm(5, "市数控车工比赛第二名", new("Municipal", 2), [proof]);
        var none = await citizen.Drafts(A.Form() with { Conditions = [] });

        (await citizen.Submits(none)).ShouldRefuse(409, "application-incomplete");
        await Refuses(A.Form() with { Conditions = [second] }, "三(二)5", EligibilityRuleIds.OneCondition, citizen);
        var both = A.Form() with
        {
            Conditions = [second with { FileIds = [await Proof(citizen)] }, new(2, "祖传的油纸伞，做了三十年。")],
        };
        await citizen.Applies(both);
    }

    [Fact]
    public Task 三_二_1_绝技绝活_or_先进操作法_is_told_in_words_and_judged_by_reviewers() =>
        IsJudgedByReviewers(1, "三(二)1", "独创的配色法，不看样卡也分毫不差。");

    [Fact]
    public Task 三_二_2_杭州特色_传统工艺_is_told_in_words_and_judged_by_reviewers() =>
        IsJudgedByReviewers(2, "三(二)2", "祖传的油纸伞，做了三十年。");

    [Fact]
    public Task 三_二_3_重大创造或革新_is_told_in_words_and_judged_by_reviewers() =>
        IsJudgedByReviewers(3, "三(二)3", "改了印染机的刮刀，全国三十家厂在用。");

    [Theory]
    [InlineData("World", 3, true)]
    [InlineData("World", 4, false)]
    [InlineData("National", 3, true)]
    [InlineData("National", 4, false)]
    [InlineData("Provincial", 1, true)]
    [InlineData("Provincial", 2, false)]
    public async Task 三_二_4_前3名_of_world_and_nation_and_第1名_of_the_province_and_then_不受工作年限的限制(
        string level,
        int rank,
        bool isEnough
    )
    {
        var citizen = await app.NewCitizen();
        var newcomer = A.Form() with
        {
            InTradeInHangzhouSince = (await EligibilityDate()).AddYears(-2).Written(),
            Conditions = [new(4, "数控车工比赛", new(level, rank), [await Proof(citizen)])],
        };

        if (isEnough)
        {
            var id = await citizen.Applies(newcomer);
            Assert.Equal(("三(二)4", "Pass"), await KeptOf(id, EligibilityRuleIds.OneCondition));
            Assert.Equal("Waived", (await KeptOf(id, EligibilityRuleIds.YearsInTrade)).Result);
            return;
        }

        var draft = await citizen.Drafts(newcomer);
        var refused = (await citizen.Submits(draft)).ShouldRefuse(409, "not-eligible");
        Assert.Equal(
            [(EligibilityRuleIds.YearsInTrade, "三(二)"), (EligibilityRuleIds.OneCondition, "三(二)4")],
            refused
                .Json.GetProperty("rules")
                .EnumerateArray()
                .Select(rule => (Word(rule, "ruleId"), Word(rule, "clause")))
        );
        Assert.Equal("Draft", await app.StateOfApplication(draft));
    }

    [Fact]
    public async Task 三_二_5_市级职业技能大赛第1名_counts_with_proof_and_lifts_no_years()
    {
        var citizen = await app.NewCitizen();
        var first = new ConditionForm(5, "市数控车工比赛第一名", new("Municipal", 1), [await Proof(citizen)]);
        var id = await citizen.Applies(A.Form() with { Conditions = [first] });

        Assert.Equal(("三(二)5", "Pass"), await KeptOf(id, EligibilityRuleIds.OneCondition));
        var other = await app.NewCitizen();
        await Refuses(
            A.Form() with
            {
                InTradeInHangzhouSince = (await EligibilityDate()).AddYears(-2).Written(),
                Conditions = [first with { FileIds = [await Proof(other)] }],
            },
            "三(二)",
            EligibilityRuleIds.YearsInTrade,
            other
        );
    }

    /// <summary>A draft of this form is refused with this clause alone, and stays a draft.</summary>
    private async Task Refuses(ApplicationForm form, string clause, string ruleId, Citizen? citizen = null)
    {
        citizen ??= await app.NewCitizen();
        var id = await citizen.Drafts(form);

        var refused = (await citizen.Submits(id)).ShouldRefuse(409, "not-eligible");

        Assert.Equal(clause, refused.Word("clause"));
        var rule = Assert.Single(refused.Json.GetProperty("rules").EnumerateArray());
        Assert.Equal((ruleId, clause), (Word(rule, "ruleId"), Word(rule, "clause")));
        Assert.Equal("Draft", await app.StateOfApplication(id));
    }

    /// <summary>三(二)1–3: without words it is no claim; with them it is taken, and a reviewer may find that it does not hold.</summary>
    private async Task IsJudgedByReviewers(int number, string clause, string text)
    {
        var citizen = await app.NewCitizen();
        var form = await citizen.Pictured(A.Form() with { Conditions = [new(number, null)] });
        var id = await citizen.Drafts(form);
        (await citizen.Submits(id)).ShouldRefuse(409, "application-incomplete");
        (await citizen.Saves(id, form with { Conditions = [new(number, text)] })).Should(200);

        (await citizen.Submits(id)).Should(200);

        Assert.Equal((clause, "Pass"), await KeptOf(id, EligibilityRuleIds.OneCondition));
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var caseId = await app.CaseOf(id);
        await reviewer.StartsReview(caseId);
        var rejection = CaseDrivers.BodyOf("reject");
        rejection["clause"] = clause;
        (await reviewer.MovesCase(caseId, "reject", rejection)).Should(200);
        Assert.Equal(
            clause,
            await app.Database.Value<string>(
                "SELECT clause FROM case_moves WHERE case_id = @caseId AND move = 'Reject'",
                new { caseId }
            )
        );
    }

    private async Task<(string Clause, string Result)> Checked(object body, string ruleId) =>
        Of((await app.Anonymous.Post("/api/v1/eligibility/check", body)).Should(200).Json.GetProperty("rules"), ruleId);

    /// <summary>What a rule said when the application was submitted.</summary>
    private async Task<(string Clause, string Result)> KeptOf(Guid applicationId, string ruleId) =>
        Of(
            JsonDocument
                .Parse(
                    await app.Database.Value<string>(
                        "SELECT results FROM eligibility_evaluations WHERE application_id = @applicationId AND occasion = 'Submit'",
                        new { applicationId }
                    )
                )
                .RootElement,
            ruleId
        );

    private static (string Clause, string Result) Of(JsonElement rules, string ruleId)
    {
        var rule = Assert.Single(rules.EnumerateArray(), rule => Word(rule, "ruleId") == ruleId);
        return (Word(rule, "clause"), Word(rule, "result"));
    }

    private static string Word(JsonElement rule, string property) => rule.GetProperty(property).GetString()!;

    private async Task<DateOnly> EligibilityDate() =>
        DateOnly.Parse(
            (await app.Anonymous.Get("/api/v1/campaigns/current")).Should(200).Word("eligibilityDate"),
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static async Task<string> Proof(Citizen citizen) =>
        (await citizen.UploadsFile(Pictures.Png(30, 40), "获奖证书.png")).ToString();
}
