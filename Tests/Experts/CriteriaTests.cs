using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Experts;

/// <summary>Criteria belong to the campaign and stay once anybody scored by them, so this has a database of its own.</summary>
public sealed class CriteriaTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private readonly App app = lonely.App;

    [Fact]
    public async Task Weights_add_up_to_a_hundred_and_criteria_stay_once_a_sheet_is_in()
    {
        var secretary = await app.Staff(StaffRole.PanelSecretary);
        var before = (await secretary.Api.Get("/admin/v1/criteria")).Should(200);
        object Body(int last) =>
            new
            {
                version = before.Number("version"),
                scale = 100,
                items = new[]
                {
                    new
                    {
                        id = "skill",
                        name = "技艺水平",
                        weight = 60,
                    },
                    new
                    {
                        id = "teaching",
                        name = "传承带徒",
                        weight = last,
                    },
                },
            };

        var refused = (await secretary.Api.Put("/admin/v1/criteria", Body(39))).ShouldRefuse(
            409,
            "weights-do-not-add-up"
        );
        Assert.Equal(99, refused.Number("sum"));
        Assert.Equal(before.Text, (await secretary.Api.Get("/admin/v1/criteria")).Text);

        var panel = await app.APanel();
        var caseId = await panel.Receives("沈阿根", "杭州机床厂");
        await panel.AllDeclare();
        (await panel.Assigns()).Should(200);
        (await panel.Scores((await panel.Judges(caseId))[0], caseId, 80)).Should(200);
        (await secretary.Api.Put("/admin/v1/criteria", Body(40))).ShouldRefuse(409, "criteria-in-use");
    }
}
