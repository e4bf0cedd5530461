using System.Text.Json;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Applications;

public sealed class PaperReceivedTests(App app)
{
    [Fact]
    public async Task Two_signed_copies_of_the_current_version_match_and_staff_and_applicant_read_so()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var (applicant, applicationId, caseId) = await app.ACase();
        var code = await applicant.PrintsCode(applicationId);

        var received = (await clerk.ReceivesPaper(applicationId, code.ToLowerInvariant())).Should(200);

        Assert.True(received.Json.GetProperty("matches").GetBoolean());
        Assert.Equal(2, received.Number("copies"));
        var shown = await (await app.Staff(StaffRole.QualificationReviewer)).SeesCase(caseId);
        var paper = Assert.Single(PaperOf(shown, applicationId));
        Assert.Equal(2, paper.GetProperty("copies").GetInt32());
        Assert.True(paper.GetProperty("matched").GetBoolean());
        Assert.True(paper.GetProperty("isCurrent").GetBoolean());
        Assert.Equal("OfficeClerk", paper.GetProperty("by").GetString());
        var line = shown.Json.GetProperty("history").EnumerateArray().Last();
        Assert.Equal("PaperReceived", line.GetProperty("move").GetString());
        Assert.Equal("OfficeClerk", line.GetProperty("by").GetString());
        Assert.Equal(1, shown.Number("version"));
        var told = (await applicant.SeesTimeline(applicationId))[^1];
        Assert.Contains("2份", told.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("一致", told.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(["application.paper-received"], await app.AuditedActs(applicationId));
    }

    [Fact]
    public async Task A_paper_from_before_the_supplement_is_received_and_known_to_be_another_version()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (applicant, applicationId, caseId) = await app.ACaseUnderReview();
        var before = await applicant.PrintsCode(applicationId);
        await reviewer.Returns(caseId, "deedsSummary");
        var form = await applicant.SeesForm(applicationId);
        (
            await applicant.Saves(applicationId, form with { DeedsSummary = $"{form.DeedsSummary}又带出了两名。" })
        ).Should(200);
        (await applicant.Submits(applicationId)).Should(200);

        var old = (await clerk.ReceivesPaper(applicationId, before)).Should(200);
        var current = (await clerk.ReceivesPaper(applicationId, await applicant.PrintsCode(applicationId))).Should(200);

        Assert.False(old.Json.GetProperty("matches").GetBoolean());
        Assert.True(current.Json.GetProperty("matches").GetBoolean());
        Assert.Equal(
            [(false, false), (true, true)],
            PaperOf(await reviewer.SeesCase(caseId), applicationId)
                .Select(paper =>
                    (paper.GetProperty("matched").GetBoolean(), paper.GetProperty("isCurrent").GetBoolean())
                )
        );
        Assert.Contains(
            await applicant.SeesTimeline(applicationId),
            step => step.GetProperty("text").GetString()!.Contains("不是同一版本", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_application_that_takes_the_lead_keeps_the_code_of_its_paper()
    {
        var form = A.Form();
        var (leader, leading, _) = await app.ACase(form);
        var next = await app.NewCitizen();
        var joined = await next.Applies(form);
        var code = await next.PrintsCode(joined);
        (await leader.Withdraws(leading)).Should(200);

        var received = (await (await app.Staff(StaffRole.OfficeClerk)).ReceivesPaper(joined, code)).Should(200);

        Assert.True(received.Json.GetProperty("matches").GetBoolean());
    }

    [Fact]
    public async Task Of_anothers_paper_no_applicant_reads_and_the_stages_stay_as_they_are()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var form = A.Form();
        var (leader, leading, _) = await app.ACase(form);
        var supporter = await app.NewCitizen();
        var supporting = await supporter.Applies(form);

        (await clerk.ReceivesPaper(supporting, await supporter.PrintsCode(supporting))).Should(200);
        (await clerk.ReceivesPaper(leading, "0000-0000-0000", copies: 1)).Should(200);

        var (ofLeader, ofSupporter) = (await leader.SeesTimeline(leading), await supporter.SeesTimeline(supporting));
        Assert.Contains(
            "1份",
            Assert.Single(ofLeader.Skip(1)).GetProperty("text").GetString(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "2份",
            Assert.Single(ofSupporter.Skip(1)).GetProperty("text").GetString(),
            StringComparison.Ordinal
        );
        Assert.All(ofLeader.Concat(ofSupporter), step => Assert.Equal("Submitted", step.GetProperty("to").GetString()));
    }

    [Fact]
    public async Task Of_twenty_copies_recorded_at_once_two_are_received()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var (applicant, applicationId, caseId) = await app.ACase();
        var code = await applicant.PrintsCode(applicationId);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => clerk.ReceivesPaper(applicationId, code, copies: 1))
        );

        Assert.Equal(2, answers.Count(answer => answer.Status == 200));
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.ShouldRefuse(409, "paper-complete"));
        Assert.Equal(
            [1, 2],
            answers.Where(answer => answer.Status == 200).Select(answer => answer.Number("copies")).Order()
        );
        Assert.Equal(3, (await app.HistoryOf(caseId)).Count);
        Assert.Equal(2, (await app.AuditedActs(applicationId)).Count);
    }

    [Fact]
    public async Task Paper_is_received_by_the_office_for_what_was_submitted_and_stands()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var (applicant, applicationId, _) = await app.ACase();
        var draft = await applicant.Drafts();
        var withdrawn = await applicant.Applies(A.Form());
        (await applicant.Withdraws(withdrawn)).Should(200);
        const string code = "0000-0000-0000";

        (await clerk.ReceivesPaper(draft, code)).ShouldRefuse(404, "not-found");
        (await clerk.ReceivesPaper(Guid.AllBitsSet, code)).ShouldRefuse(404, "not-found");
        (await clerk.ReceivesPaper(withdrawn, code)).ShouldRefuse(409, "application-withdrawn");
        (await (await app.Staff(StaffRole.QualificationReviewer)).ReceivesPaper(applicationId, code)).ShouldRefuse(
            403,
            "role-missing"
        );
        Assert.Equal(
            ["versionCode"],
            (await clerk.ReceivesPaper(applicationId, "0000-0000-000U"))
                .ShouldRefuse(400, "request-malformed")
                .ErrorFields
        );
        Assert.Equal(
            ["copies"],
            (await clerk.ReceivesPaper(applicationId, code, copies: 3))
                .ShouldRefuse(400, "request-malformed")
                .ErrorFields
        );
        Assert.Empty(await app.AuditedActs(applicationId));
    }

    private static IReadOnlyList<JsonElement> PaperOf(Answer shown, Guid applicationId) =>
        [
            .. shown
                .Json.GetProperty("applications")
                .EnumerateArray()
                .Single(each => each.GetProperty("id").GetGuid() == applicationId)
                .GetProperty("paper")
                .EnumerateArray(),
        ];
}
