using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Experts;

/// <summary>
/// 五(专家评审)：建立由相关领域知名专家、行业协会、社会组织、网络媒体等方面人员组成的专家评审团队，对初审入围人员进行把关、审核。
/// </summary>
public sealed class ExpertReviewTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private readonly App app = lonely.App;

    [Fact]
    public async Task 五_专家评审_Cases_go_from_panel_over_scores_to_the_short_list_or_end()
    {
        var panel = await app.APanel();
        var (best, other) = (
            await panel.Receives("沈阿根", "杭州机床厂"),
            await panel.Receives("周水生", "萧山电机厂")
        );
        await panel.AllDeclare();

        var assigned = (await panel.Assigns()).Should(200);
        Assert.Equal((2, 6), (assigned.Number("cases"), assigned.Number("added")));
        var judge = (await panel.Judges(best))[0];
        var dossier = (await judge.Person.Api.Get($"{panel.Path}/cases/{best}")).Should(200);
        Assert.Equal("沈阿根", dossier.Word("name"));
        Assert.DoesNotContain("139", dossier.Text, StringComparison.Ordinal);
        (await panel.Decides(best, "shortlist")).ShouldRefuse(409, "panel-open");
        (await panel.Closes()).ShouldRefuse(409, "scores-open");
        await panel.AllScore(best, 90);
        await panel.AllScore(other, 70);
        (await panel.Closes()).Should(200);

        var ranking = (await panel.Secretary.Api.Get($"{panel.Path}/ranking?cut=1")).Should(200);
        var items = ranking.Json.GetProperty("items");
        Assert.Equal(best, items[0].GetProperty("caseId").GetGuid());
        Assert.Equal(91m, items[0].GetProperty("mean").GetProperty("value").GetDecimal());
        Assert.Equal("三种方法的前 1 名相同。", ranking.Word("atTheCut"));
        Assert.Equal("ExpertReview", (await panel.Decides(best, "shortlist")).Should(200).Word("state"));
        (await panel.Decides(best, "shortlist")).ShouldRefuse(409, "case-already-shortlisted");
        Assert.Equal("NotSelected", (await panel.Decides(other, "not-select")).Should(200).Word("state"));
        Assert.Equal(
            "TrimmedMean",
            await app.Database.Value<string>("SELECT method FROM short_lists WHERE case_id = @best", new { best })
        );
        Assert.Equal(
            1,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM cases WHERE id = @best AND shortlisted_at IS NOT NULL",
                new { best }
            )
        );
    }

    [Fact]
    public async Task 五_专家评审_知名专家_行业协会_社会组织_网络媒体_A_panel_that_lacks_one_of_them_or_members_is_given_no_case()
    {
        var panel = await app.APanel(experts: 3);
        await panel.Receives("沈阿根", "杭州机床厂");

        var refused = (await panel.Assigns()).ShouldRefuse(409, "panel-incomplete");
        Assert.Equal("五(专家评审)", refused.Word("clause"));
        Assert.Equal("Media", Assert.Single(refused.Json.GetProperty("missing").EnumerateArray()).GetString());
        Assert.Equal(2, refused.Number("membersNeeded"));
        await panel.Joins("Media");
        (await panel.Assigns()).ShouldRefuse(409, "panel-incomplete");
    }

    [Fact]
    public async Task Nobody_but_the_secretary_deals_out_cases_and_no_expert_reads_the_ranking()
    {
        var panel = await app.APanel();
        var expert = panel.Experts[0].Person;

        (await expert.Api.Get($"{panel.Path}/ranking")).ShouldRefuse(403, "role-missing");
        (await expert.Api.Get($"{panel.Path}/progress")).ShouldRefuse(403, "role-missing");
        (await expert.Api.Post($"{panel.Path}/assignments", new { version = 1 })).ShouldRefuse(403, "role-missing");
        (await (await app.Staff(StaffRole.QualificationReviewer)).Api.Get("/admin/v1/panels")).ShouldRefuse(
            403,
            "role-missing"
        );
        (await (await app.Staff(StaffRole.Auditor)).Api.Get($"{panel.Path}/ranking")).Should(200);
        (await panel.Secretary.Api.Post($"{panel.Path}/scores", new { })).ShouldRefuse(403, "role-missing");
    }

    [Fact]
    public async Task A_case_that_came_back_after_an_objection_is_scored_anew_or_short_listed_with_a_reason()
    {
        var panel = await app.APanel();
        var (first, second) = (
            await panel.Receives("沈阿根", "杭州机床厂"),
            await panel.Receives("周水生", "萧山电机厂")
        );
        await panel.AllDeclare();
        (await panel.Assigns()).Should(200);
        await panel.AllScore(first, 80);
        await panel.AllScore(second, 70);
        (await panel.Closes()).Should(200);
        (await panel.Decides(first, "shortlist")).Should(200);
        (await panel.Decides(second, "shortlist")).Should(200);
        // As UpholdToExpertReview leaves it.
        await app.Database.Execute(
            """
            UPDATE cases
            SET shortlisted_at = NULL, expert_round = expert_round + 1, stage_since = UTC_TIMESTAMP(6), version = version + 2
            WHERE id IN @cases
            """,
            new { cases = new[] { first, second } }
        );

        (await panel.Decides(first, "shortlist")).ShouldRefuse(409, "case-not-scored");
        (await panel.Decides(first, "shortlist", new { reason = "异议与评分无关。" })).Should(200);
        (await panel.Reopens()).Should(200);
        (await panel.Assigns()).ShouldRefuse(409, "assignment-infeasible");
        await panel.AllDeclare();
        Assert.Equal(3, (await panel.Assigns()).Should(200).Number("added"));
        await panel.AllScore(second, 60);
        (await panel.Closes()).Should(200);
        (await panel.Decides(second, "shortlist", new { method = "ZScore" })).Should(200);
        Assert.Equal(
            ["1 TrimmedMean", "2 ZScore"],
            await app.Database.Rows<string>(
                "SELECT CONCAT(round, ' ', method) FROM short_lists WHERE case_id = @second ORDER BY round",
                new { second }
            )
        );
    }

    [Fact]
    public async Task Progress_and_reminders_say_who_still_has_to_do_what()
    {
        var panel = await app.APanel();
        var expert = panel.Experts[0];
        var before = Assert.Single(await Reminders(expert));
        Assert.True(before.GetProperty("declaresConflicts").GetBoolean());
        await panel.Receives("沈阿根", "杭州机床厂");
        var caseId = await panel.Receives("周水生", "萧山电机厂");
        await panel.AllDeclare();
        (await panel.Assigns()).Should(200);
        await app.Database.Execute("UPDATE panels SET scores_due_on = '2020-01-01' WHERE id = @Id", new { panel.Id });
        var judge = (await panel.Judges(caseId))[0];
        (await panel.Scores(judge, caseId, 80, submit: false)).Should(200);

        var progress = (await panel.Secretary.Api.Get($"{panel.Path}/progress")).Should(200);
        var line = progress
            .Json.GetProperty("items")
            .EnumerateArray()
            .Single(item => item.GetProperty("staffId").GetGuid() == judge.Id);
        Assert.Equal(1, line.GetProperty("drafts").GetInt32());
        var held = line.GetProperty("assigned").GetInt32();
        Assert.Equal(held, line.GetProperty("overdue").GetInt32());
        var reminder = Assert.Single(await Reminders(judge));
        Assert.Equal(held, reminder.GetProperty("openScores").GetInt32());
        Assert.True(reminder.GetProperty("isOverdue").GetBoolean());
    }

    private static async Task<IReadOnlyList<System.Text.Json.JsonElement>> Reminders(ExpertPerson expert) =>
        [
            .. (await expert.Person.Api.Get("/admin/v1/me/reminders"))
                .Should(200)
                .Json.GetProperty("items")
                .EnumerateArray(),
        ];
}
