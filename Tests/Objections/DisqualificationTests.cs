using Craftsman.Domain.Identity;
using Craftsman.Domain.Review;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Objections;

/// <summary>九(三): 务必保证所提交材料的真实性……对有弄虚作假的，一经查实，即取消申报资格. Two persons decide.</summary>
public sealed class DisqualificationTests(App app)
{
    [Theory]
    [InlineData(Stage.QualificationReview)]
    [InlineData(Stage.ExpertReview)]
    [InlineData(Stage.LeadingGroupDecision)]
    public async Task 九_三_取消申报资格_From_any_stage_one_asks_with_evidence_and_a_clerk_decides(Stage stage)
    {
        var (applicant, candidateId, caseId) = await app.ACaseIn(stage);
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var (approvalId, fileId) = await Asks(reviewer, caseId);
        Assert.Equal(stage.ToString(), await app.StageOf(caseId));

        (await clerk.Decides(approvalId, "approve")).Should(200);

        Assert.Equal("Disqualified", await app.StageOf(caseId));
        Assert.Contains($"Disqualify: {stage} -> Disqualified", await app.HistoryOf(caseId));
        Assert.Equal(
            "九(三)",
            await app.Database.Value<string>(
                "SELECT clause FROM case_moves WHERE case_id = @caseId AND move = 'Disqualify'",
                new { caseId }
            )
        );
        var applicationId = await app.Database.Value<Guid>(
            "SELECT leading_application_id FROM cases WHERE id = @caseId",
            new { caseId }
        );
        var last = (await applicant.SeesTimeline(applicationId))[^1];
        Assert.Equal("Disqualified", last.GetProperty("to").GetString());
        Assert.Contains("九(三)", last.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.NotEqual("Published", await app.StateOfCandidate(candidateId));
        Assert.Equal(200, (await clerk.Api.Get($"/admin/v1/files/{fileId}")).Status);
        (await clerk.Decides(approvalId, "approve")).ShouldRefuse(409, "approval-decided");
    }

    [Fact]
    public async Task A_published_candidate_is_taken_from_the_public_with_the_disqualification()
    {
        var (_, candidateId, caseId) = await app.ACaseIn(Stage.PublicNotice);
        await app.Database.Execute(
            "UPDATE candidates SET state = 'Published', published_at = UTC_TIMESTAMP(6) WHERE id = @candidateId",
            new { candidateId }
        );
        var (approvalId, _) = await Asks(await app.Staff(StaffRole.QualificationReviewer), caseId);

        (await (await app.Staff(StaffRole.OfficeClerk)).Decides(approvalId, "approve")).Should(200);

        Assert.Equal("Unpublished", await app.StateOfCandidate(candidateId));
        (await app.Shows(candidateId)).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task Who_asked_does_not_decide_and_nobody_but_a_clerk_does()
    {
        var (_, _, caseId) = await app.ACaseIn(Stage.ExpertReview);
        var (_, asker) = await app.NewStaff(StaffRole.OfficeClerk);
        var (approvalId, _) = await Asks(asker, caseId);

        (await asker.Decides(approvalId, "approve")).ShouldRefuse(403, "approval-needs-another-person");
        (await (await app.Staff(StaffRole.FraudReviewer)).Decides(approvalId, "approve")).ShouldRefuse(
            403,
            "role-missing"
        );
        (await (await app.Staff(StaffRole.QualificationReviewer)).Decides(approvalId, "approve")).ShouldRefuse(
            403,
            "role-missing"
        );
        Assert.DoesNotContain(
            approvalId,
            (await (await app.Staff(StaffRole.FraudReviewer)).Api.Get("/admin/v1/approvals?limit=100"))
                .Should(200)
                .Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            caseId.ToString(),
            (await (await app.Staff(StaffRole.OfficeClerk)).Api.Get("/admin/v1/approvals?limit=100")).Should(200).Text,
            StringComparison.Ordinal
        );
        Assert.Equal("ExpertReview", await app.StageOf(caseId));
    }

    [Fact]
    public async Task Of_clerks_who_approve_at_once_one_moves_the_case()
    {
        var (_, _, caseId) = await app.ACaseIn(Stage.PublicNotice);
        var (approvalId, _) = await Asks(await app.Staff(StaffRole.QualificationReviewer), caseId);
        var clerks = new List<StaffMember>();
        for (var i = 0; i < 5; i++)
        {
            clerks.Add((await app.NewStaff(StaffRole.OfficeClerk)).Person);
        }

        var answers = await Task.WhenAll(clerks.Select(clerk => clerk.Decides(approvalId, "approve")));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(
            answers.Where(answer => answer.Status != 200),
            answer => answer.ShouldRefuse(409, "approval-decided")
        );
        Assert.Single(await app.HistoryOf(caseId), line => line.StartsWith("Disqualify", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_decided_in_seven_days_lapses_and_may_be_asked_again()
    {
        var (_, _, caseId) = await app.ACaseIn(Stage.ExpertReview);
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (approvalId, _) = await Asks(reviewer, caseId);
        var version = await app.VersionOfCase(caseId);
        (await SendsAsk(reviewer, caseId, version, await reviewer.UploadsScan())).ShouldRefuse(
            409,
            "disqualification-asked"
        );
        await app.Database.Execute(
            "UPDATE approvals SET lapses_at = UTC_TIMESTAMP(6) WHERE id = @approvalId",
            new { approvalId = Guid.Parse(approvalId) }
        );

        (await (await app.Staff(StaffRole.OfficeClerk)).Decides(approvalId, "approve")).ShouldRefuse(
            409,
            "approval-lapsed"
        );
        await Asks(reviewer, caseId);
    }

    [Fact]
    public async Task An_approval_is_judged_anew_and_a_case_that_ended_meanwhile_stays_as_it_ended()
    {
        var (_, _, caseId) = await app.ACaseIn(Stage.ExpertReview);
        var (approvalId, _) = await Asks(await app.Staff(StaffRole.QualificationReviewer), caseId);
        await app.PutsCaseIn(caseId, "NotSelected");
        var clerk = await app.Staff(StaffRole.OfficeClerk);

        (await clerk.Decides(approvalId, "approve")).ShouldRefuse(409, "case-closed");

        Assert.Equal("NotSelected", await app.StageOf(caseId));
        Assert.Equal(
            "Waiting",
            await app.Database.Value<string>(
                "SELECT state FROM approvals WHERE id = @approvalId",
                new { approvalId = Guid.Parse(approvalId) }
            )
        );
        (await clerk.Decides(approvalId, "refuse")).Should(200);
    }

    [Fact]
    public async Task Asking_needs_evidence_the_version_the_role_and_a_case_before_its_recognition()
    {
        var (_, _, caseId) = await app.ACaseIn(Stage.ExpertReview);
        var (_, _, recognised) = await app.ACaseIn(Stage.Recognised);
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var version = await app.VersionOfCase(caseId);

        (await SendsAsk(reviewer, caseId, version)).ShouldRefuse(400, "request-malformed");
        (await SendsAsk(reviewer, caseId, version, Guid.AllBitsSet)).ShouldRefuse(400, "request-malformed");
        (await SendsAsk(reviewer, caseId, version + 1, await reviewer.UploadsScan())).ShouldRefuse(
            409,
            "version-stale"
        );
        (
            await SendsAsk(reviewer, recognised, await app.VersionOfCase(recognised), await reviewer.UploadsScan())
        ).ShouldRefuse(409, "stage-not-allowed");
        (await SendsAsk(await app.Staff(StaffRole.NoticeOfficer), caseId, version, Guid.AllBitsSet)).ShouldRefuse(
            403,
            "role-missing"
        );
        (await SendsAsk(await app.DistrictReviewer("330122"), caseId, version, Guid.AllBitsSet)).ShouldRefuse(
            404,
            "not-found"
        );
        Assert.Equal(
            0,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM approval_cases WHERE case_id IN @ids",
                new { ids = new[] { caseId, recognised } }
            )
        );
    }

    [Fact]
    public async Task An_objection_upheld_with_disqualified_counts_as_the_first_person()
    {
        var notice = await app.ANotice();
        var caseId = notice.Workers[0].CaseId;
        var (id, code, examiner) = await app.AnExaminedObjection(notice);

        var asked = (await app.Examines(examiner, id, "uphold", "Disqualified")).Should(202).Word("approvalId");
        Assert.Equal("Examining", (await app.Follows(code)).Word("state"));
        (await app.Examines(examiner, id, "dismiss")).ShouldRefuse(409, "disqualification-asked");
        await app.NoticePasses(notice.Id);
        (await app.EndsNotice(examiner, caseId)).ShouldRefuse(409, "objection-open");
        (await (await app.Staff(StaffRole.OfficeClerk)).Decides(asked, "approve")).Should(200);

        Assert.Equal("Disqualified", await app.StageOf(caseId));
        var followed = (await app.Follows(code)).Should(200);
        Assert.Equal("Upheld", followed.Word("state"));
        Assert.Equal("经向主办单位核实，名次与申报表不一致。", followed.Word("reasons"));
        Assert.Empty(await app.NamedIn(notice.Id));
    }

    [Fact]
    public async Task When_the_second_person_does_not_agree_the_objection_is_examined_as_before()
    {
        var notice = await app.ANotice();
        var (id, code, examiner) = await app.AnExaminedObjection(notice);
        var asked = (await app.Examines(examiner, id, "uphold", "Disqualified")).Should(202).Word("approvalId");

        (await (await app.Staff(StaffRole.OfficeClerk)).Decides(asked, "refuse")).Should(200);

        Assert.Equal("Examining", (await app.Follows(code)).Word("state"));
        Assert.Equal("PublicNotice", await app.StageOf(notice.Workers[0].CaseId));
        (await app.Examines(examiner, id, "dismiss")).Should(200);
    }

    private async Task<(string ApprovalId, Guid FileId)> Asks(StaffMember staff, Guid caseId)
    {
        var fileId = await staff.UploadsScan();
        var asked = await SendsAsk(staff, caseId, await app.VersionOfCase(caseId), fileId);
        return (asked.Should(202).Word("approvalId"), fileId);
    }

    private static Task<Answer> SendsAsk(StaffMember staff, Guid caseId, int version, params Guid[] fileIds) =>
        staff.Api.Post(
            $"/admin/v1/cases/{caseId}/disqualify",
            new
            {
                version,
                fileIds,
                reason = "获奖证书系伪造，已向发证单位核实。",
            }
        );
}
