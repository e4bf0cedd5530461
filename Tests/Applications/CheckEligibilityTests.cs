using System.Text.Json;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Applications;

public sealed class CheckEligibilityTests(App app)
{
    private static readonly object Eligible = new
    {
        birthDate = "1980-05-12",
        isChineseNational = true,
        isUnionMember = true,
        declaredTruthful = true,
        isFrontLine = true,
        inTradeInHangzhouSince = "2001-03-01",
        conditions = new[] { new { number = 1, text = "独创的配色法" } },
    };

    private static readonly Dictionary<
        string,
        (object Body, string Overall, string Rule, string Result, string Clause)
    > People = new()
    {
        ["whoever meets them all"] = (Eligible, "Eligible", "one-condition", "Pass", "三(二)1"),
        ["whoever said nothing yet"] = (new { }, "NeedsEvidence", "nationality", "NeedsEvidence", "三(一)"),
        ["a foreigner"] = (new { isChineseNational = false }, "Ineligible", "nationality", "Fail", "三(一)"),
        ["whoever is in no union"] = (new { isUnionMember = false }, "Ineligible", "union-member", "Fail", "三(一)"),
        ["an office worker"] = (new { isFrontLine = false }, "Ineligible", "front-line", "Fail", "三(二)"),
        ["a worker of seventy-five"] = (new { birthDate = "1950-01-01" }, "Ineligible", "age", "Fail", "三(二)"),
        ["a worker of seventy-five who achieved much"] = (
            new { birthDate = "1950-01-01", outstandingContribution = new { text = "主持修复了古塔" } },
            "NeedsEvidence",
            "age",
            "NeedsEvidence",
            "三(二)"
        ),
        ["a newcomer who claims nothing"] = (
            new { inTradeInHangzhouSince = "2024-01-01", conditions = Array.Empty<object>() },
            "Ineligible",
            "years-in-trade",
            "Fail",
            "三(二)"
        ),
        ["a newcomer who won a national contest"] = (
            new
            {
                inTradeInHangzhouSince = "2024-01-01",
                conditions = new[]
                {
                    new
                    {
                        number = 4,
                        text = "全国赛",
                        contest = new { level = "National", rank = 1 },
                    },
                },
            },
            "NeedsEvidence",
            "years-in-trade",
            "NeedsEvidence",
            "三(二)"
        ),
        ["the second of a municipal contest"] = (
            new
            {
                conditions = new[]
                {
                    new
                    {
                        number = 5,
                        text = "市赛",
                        contest = new { level = "Municipal", rank = 2 },
                    },
                },
            },
            "Ineligible",
            "one-condition",
            "Fail",
            "三(二)5"
        ),
    };

    public static TheoryData<string> Everybody => [.. People.Keys];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Anybody_is_told_where_they_stand_rule_by_rule_with_the_clause(string person)
    {
        var (body, overall, ruleId, result, clause) = People[person];

        var answer = (await app.Anonymous.Post("/api/v1/eligibility/check", body)).Should(200);

        Assert.Equal(overall, answer.Word("overall"));
        Assert.Equal(1, answer.Number("ruleVersion"));
        Assert.Equal(
            (await app.Anonymous.Get("/api/v1/campaigns/current")).Should(200).Word("eligibilityDate"),
            answer.Word("asOfDay")
        );
        var rules = answer.Json.GetProperty("rules").EnumerateArray().ToArray();
        Assert.Equal(7, rules.Length);
        var rule = Assert.Single(rules, each => each.GetProperty("ruleId").GetString() == ruleId);
        Assert.Equal(result, rule.GetProperty("result").GetString());
        Assert.Equal(clause, rule.GetProperty("clause").GetString());
        Assert.All(rules, each => Assert.NotEmpty(each.GetProperty("quotation").GetString()!));
        Assert.All(
            rules,
            each =>
                Assert.Equal(
                    each.GetProperty("result").GetString() == "Pass",
                    each.GetProperty("wouldChange").ValueKind == JsonValueKind.Null
                )
        );
    }

    [Fact]
    public async Task The_same_question_gets_the_same_answer_on_another_day_and_by_whoever_asks()
    {
        var first = (await app.Anonymous.Post("/api/v1/eligibility/check", Eligible)).Should(200);

        var later = (await app.InTheFuture(TimeSpan.FromDays(40)).Post("/api/v1/eligibility/check", Eligible)).Should(
            200
        );
        var citizen = (await (await app.NewCitizen()).Api.Post("/api/v1/eligibility/check", Eligible)).Should(200);

        Assert.Equal(first.Text, later.Text);
        Assert.Equal(first.Text, citizen.Text);
    }

    [Theory]
    [InlineData("""{"birthDate": "12.5.1980"}""", "json-invalid")]
    [InlineData("""{"isUnionMember": "yes"}""", "json-invalid")]
    [InlineData("""{"conditions": [{"number": 4, "contest": {"level": "Village", "rank": 1}}]}""", "json-invalid")]
    [InlineData("""{"conditions": [{"number": 4, "contest": {"level": 1, "rank": 1}}]}""", "json-invalid")]
    [InlineData("{", "json-invalid")]
    [InlineData("""{"conditions": [{"number": 6, "text": "别的"}]}""", "condition-unknown")]
    [InlineData("""{"conditions": [null]}""", "request-malformed")]
    public async Task Nonsense_is_malformed(string body, string code)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        (await app.Anonymous.Send(HttpMethod.Post, "/api/v1/eligibility/check", content)).ShouldRefuse(400, code);
    }
}
