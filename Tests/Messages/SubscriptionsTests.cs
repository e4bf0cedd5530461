using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Messages;

public sealed class SubscriptionsTests(App app)
{
    private const string TipMoved = "development-tip-moved";
    private const string TipQuestion = "development-tip-question";

    [Fact]
    public async Task Each_accept_is_one_more_credit_and_a_retry_with_its_key_counts_once()
    {
        var citizen = await app.NewCitizen();
        (await citizen.Subscribes("accept-1", TipMoved, TipQuestion)).Should(200);
        (await citizen.Subscribes("accept-1", TipMoved, TipQuestion)).Should(200);
        (await citizen.Subscribes("accept-2", TipMoved)).Should(200);

        var answer = (await citizen.Api.Get("/api/v1/me/subscriptions")).Should(200);

        Assert.Equal(
            [("TipQuestion", 1), ("TipMoved", 2), ("CaseMoved", 0)],
            answer
                .Json.GetProperty("templates")
                .EnumerateArray()
                .Select(each => (each.GetProperty("kind").GetString()!, each.GetProperty("credits").GetInt32()))
        );
    }

    [Fact]
    public async Task No_more_than_twenty_credits_are_kept()
    {
        var citizen = await app.NewCitizen();
        await Task.WhenAll(Enumerable.Range(0, 23).Select(_ => citizen.Subscribes(null, TipMoved)));

        Assert.Equal(20, await app.CreditsOf(await app.IdOf(citizen)));
    }

    [Theory]
    [InlineData("a template nobody knows")]
    [InlineData(TipMoved, TipMoved)]
    [InlineData(TipMoved, TipQuestion, "3", "4", "5", "6")]
    public async Task Unknown_repeated_and_too_many_templates_are_refused(params string[] templateIds)
    {
        var answer = await (await app.NewCitizen()).Subscribes(null, templateIds);

        Assert.Equal(["templateIds"], answer.ShouldRefuse(400, "request-malformed").ErrorFields);
    }

    [Fact]
    public async Task A_tipster_who_agreed_is_told_of_a_question_and_the_decision_and_others_are_not()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (agreed, silent) = (await app.NewCitizen(), await app.NewCitizen());
        (await agreed.Subscribes(null, TipMoved, TipQuestion)).Should(200);
        foreach (var citizen in new[] { agreed, silent })
        {
            var asked = await citizen.Tips();
            var version = await reviewer.Claims(asked);
            (await reviewer.Decides(asked, "request-info", new { question = "师傅在哪个车间？", version })).Should(200);
            await reviewer.VerifiesAsNew(await citizen.Tips());
        }

        Assert.Equal(
            ["TipQuestion 需要补充", "TipMoved 已经核实"],
            await app.Database.Rows<string>(
                "SELECT CONCAT(kind, ' ', status) FROM messages WHERE citizen_id = @id ORDER BY id",
                new { id = await app.IdOf(agreed) }
            )
        );
        Assert.Empty(await app.MessagesOf(await app.IdOf(silent)));
    }

    [Fact]
    public async Task An_applicant_who_agreed_is_told_when_staff_move_the_case()
    {
        var citizen = await app.NewCitizen();
        (await citizen.Subscribes(null, MessageDrivers.CaseTemplate)).Should(200);
        var application = await citizen.Applies();
        var caseId = await app.Database.Value<Guid>(
            "SELECT id FROM cases WHERE leading_application_id = @application",
            new { application }
        );
        var (_, reviewer) = await app.NewStaff(StaffRole.QualificationReviewer);
        (await reviewer.Api.Post($"/admin/v1/cases/{caseId}/start-review", new { version = 1 })).Should(200);

        Assert.Equal(
            ["资格审核"],
            await app.Database.Rows<string>(
                "SELECT status FROM messages WHERE citizen_id = @id",
                new { id = await app.IdOf(citizen) }
            )
        );
    }
}
