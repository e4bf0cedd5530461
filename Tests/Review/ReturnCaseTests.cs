using System.Text.Json;
using System.Text.Json.Nodes;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Review;

/// <summary>补正: what a reviewer may ask for, and what the applicant may change meanwhile.</summary>
public sealed class ReturnCaseTests(App app)
{
    [Fact]
    public async Task An_applicant_reads_what_to_supplement_changes_it_and_sends_it_back_into_the_review()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (applicant, applicationId, caseId) = await app.ACaseUnderReview();
        await reviewer.Returns(caseId, "deedsSummary", "address");

        var asked = (await applicant.SeesApplication(applicationId)).Json.GetProperty("supplement");
        Assert.Equal(
            ["deedsSummary", "address"],
            asked.GetProperty("items").EnumerateArray().Select(item => item.GetString())
        );
        Assert.Equal(CaseDrivers.InTwoWeeks, asked.GetProperty("dueOn").GetString());
        var form = await applicant.SeesForm(applicationId);
        (
            await applicant.Saves(
                applicationId,
                form with
                {
                    DeedsSummary = "进厂二十多年，带出徒弟三十二名，其中高级工九名。",
                    Address = "西湖区龙井路一号",
                }
            )
        ).Should(200);
        (await applicant.Submits(applicationId)).Should(200);

        var own = await applicant.SeesApplication(applicationId);
        Assert.Equal("QualificationReview", own.Word("caseState"));
        Assert.Equal("西湖区龙井路一号", own.Word("address"));
        Assert.Equal(JsonValueKind.Null, own.Json.GetProperty("supplement").ValueKind);
        Assert.Equal(
            ["Submit", "Resubmit"],
            await app.Database.Rows<string>(
                "SELECT occasion FROM eligibility_evaluations WHERE application_id = @applicationId ORDER BY at, id",
                new { applicationId }
            )
        );
        (await applicant.Saves(applicationId, form)).ShouldRefuse(409, "application-submitted");
        (await applicant.Submits(applicationId)).ShouldRefuse(409, "application-submitted");
    }

    [Fact]
    public async Task While_a_case_is_returned_nothing_may_change_that_was_not_asked_for()
    {
        var (applicant, applicationId, caseId) = await app.ACaseUnderReview();
        await (await app.Staff(StaffRole.QualificationReviewer)).Returns(caseId, "deedsSummary");
        var form = await applicant.SeesForm(applicationId);

        var refused = await applicant.Saves(
            applicationId,
            form with
            {
                DeedsSummary = "进厂二十多年，带出徒弟三十二名。",
                Name = "陆大根",
                Mobile = "13800000000",
                Conditions = [new(2, "绸伞")],
            }
        );

        Assert.Equal(
            ["conditions", "mobile", "name"],
            refused.ShouldRefuse(409, "supplement-only").ErrorFields.Order()
        );
        Assert.Equal("五(资格审核)", refused.Word("clause"));
        Assert.Equal(form.DeedsSummary, (await applicant.SeesForm(applicationId)).DeedsSummary);
    }

    [Fact]
    public async Task A_supplement_that_is_not_complete_leaves_the_case_returned()
    {
        var (applicant, applicationId, caseId) = await app.ACaseUnderReview();
        await (await app.Staff(StaffRole.QualificationReviewer)).Returns(caseId, "deedsSummary");
        var form = await applicant.SeesForm(applicationId);
        (await applicant.Saves(applicationId, form with { DeedsSummary = "太短了" })).Should(200);

        var refused = (await applicant.Submits(applicationId)).ShouldRefuse(409, "application-incomplete");

        Assert.Equal(["deedsSummary"], refused.ErrorFields);
        Assert.Equal("Returned", await app.StageOf(caseId));
    }

    [Fact]
    public async Task A_supplement_asked_for_in_time_is_taken_after_the_closing_of_applications()
    {
        var name = app.UniqueName("late-supplement-");
        var applicant = await Citizen.LogIn(app.Anonymous, name);
        var applicationId = await applicant.Applies();
        var caseId = await app.CaseOf(applicationId);
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        await reviewer.StartsReview(caseId);
        await reviewer.Returns(caseId, "deedsSummary");
        var afterwards = await Citizen.LogIn(app.InTheFuture(TimeSpan.FromDays(61)), name);

        (await afterwards.Submits(applicationId)).Should(200);

        Assert.Equal("QualificationReview", await app.StageOf(caseId));
    }

    [Fact]
    public async Task Of_twenty_supplements_sent_at_once_one_moves_the_case()
    {
        var (applicant, applicationId, caseId) = await app.ACaseUnderReview();
        await (await app.Staff(StaffRole.QualificationReviewer)).Returns(caseId, "deedsSummary");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => applicant.MovesApplication(applicationId, "submit", 2))
        );

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.ShouldRefuse(409, "version-stale"));
        Assert.Single(await app.HistoryOf(caseId), line => line.StartsWith("Resubmit", StringComparison.Ordinal));
    }

    private static string Day(int fromToday) =>
        ChinaDay.Of(TimeProvider.System.GetUtcNow()).AddDays(fromToday).ToString("yyyy-MM-dd", null);

    private static readonly Dictionary<string, (string Name, Func<JsonNode?> Value)> Faults = new()
    {
        ["due today"] = ("dueOn", () => Day(0)),
        ["due yesterday"] = ("dueOn", () => Day(-1)),
        ["due in more than sixty days"] = ("dueOn", () => Day(62)),
        ["a field the form does not have"] = ("items", () => new JsonArray("deedsSummary", "salary")),
        ["a channel"] = ("items", () => new JsonArray("channel")),
        ["nothing"] = ("items", () => new JsonArray()),
    };

    public static TheoryData<string> FaultyRequests => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(FaultyRequests))]
    public async Task A_reviewer_cannot_ask_for_what_no_applicant_could_supplement(string fault)
    {
        var (field, value) = Faults[fault];
        var (_, _, caseId) = await app.ACaseUnderReview();
        var body = CaseDrivers.ReturnOf("deedsSummary");
        body[field] = value();

        var refused = await (await app.Staff(StaffRole.QualificationReviewer)).MovesCase(caseId, "return", body);

        Assert.Equal([field], refused.ShouldRefuse(400, "supplement-invalid").ErrorFields);
        Assert.Equal("QualificationReview", await app.StageOf(caseId));
    }

    [Fact]
    public async Task All_faults_of_a_request_are_told_at_once()
    {
        var (_, _, caseId) = await app.ACaseUnderReview();
        var body = CaseDrivers.ReturnOf("salary");
        body["dueOn"] = Day(-1);

        var refused = await (await app.Staff(StaffRole.QualificationReviewer)).MovesCase(caseId, "return", body);

        Assert.Equal(["dueOn", "items"], refused.ShouldRefuse(400, "supplement-invalid").ErrorFields.Order());
    }
}
