using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Objections;

/// <summary>五(社会公示): examined by somebody other than the reviewer of the case, and decided with reasons.</summary>
public sealed class ExamineObjectionTests(App app)
{
    [Fact]
    public async Task 五_社会公示_a_dismissed_objection_tells_its_reasons_by_the_code_and_lets_the_case_go_on()
    {
        var notice = await app.ANotice();
        var (id, code, examiner) = await app.AnExaminedObjection(notice);
        Assert.Equal("Examining", (await app.Follows(code)).Word("state"));

        (await app.Examines(examiner, id, "dismiss")).Should(200);

        var followed = (await app.Follows(code)).Should(200);
        Assert.Equal("Dismissed", followed.Word("state"));
        Assert.Equal("经向主办单位核实，名次与申报表不一致。", followed.Word("reasons"));
        (await app.Examines(examiner, id, "dismiss")).ShouldRefuse(409, "objection-not-examined");
        await app.NoticePasses(notice.Id);
        (await app.EndsNotice(examiner, notice.Workers[0].CaseId)).Should(200);
    }

    [Theory]
    [InlineData("ExpertReview", "UpholdToExpertReview: PublicNotice -> ExpertReview")]
    [InlineData("Rejected", "UpholdToRejected: PublicNotice -> Rejected")]
    public async Task 五_社会公示_an_upheld_objection_takes_the_case_out_of_the_notice(string outcome, string move)
    {
        var notice = await app.ANotice(workers: 2);
        var (id, code, examiner) = await app.AnExaminedObjection(notice);

        (await app.Examines(examiner, id, "uphold", outcome)).Should(200);

        Assert.Equal("Upheld", (await app.Follows(code)).Word("state"));
        Assert.Contains(move, await app.HistoryOf(notice.Workers[0].CaseId));
        Assert.Equal(outcome, await app.StageOf(notice.Workers[0].CaseId));
        Assert.Equal("PublicNotice", await app.StageOf(notice.Workers[1].CaseId));
        var named = Assert.Single(await app.NamedIn(notice.Id));
        Assert.Equal(notice.EntryIds[1], named.GetProperty("entryId").GetGuid());
        Assert.Equal(
            1,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM cases WHERE id = @CaseId AND (stage = 'Rejected' OR shortlisted_at IS NULL)",
                notice.Workers[0]
            )
        );
    }

    [Fact]
    public async Task An_objection_holds_the_case_it_is_about_and_no_other()
    {
        var notice = await app.ANotice(workers: 2);
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var (id, _) = await app.AnObjection(notice);
        await app.NoticePasses(notice.Id);

        (await app.EndsNotice(officer, notice.Workers[0].CaseId)).ShouldRefuse(409, "objection-open");
        (await app.EndsNotice(officer, notice.Workers[1].CaseId)).Should(200);
        (await app.Examines(officer, id, "acknowledge")).Should(200);
        (await app.EndsNotice(officer, notice.Workers[0].CaseId)).ShouldRefuse(409, "objection-open");
        (await app.Examines(officer, id, "dismiss")).Should(200);
        (await app.EndsNotice(officer, notice.Workers[0].CaseId)).Should(200);
    }

    [Fact]
    public async Task Who_reviewed_the_qualification_of_a_case_does_not_examine_what_is_said_against_it()
    {
        var (_, both) = await app.NewStaff(StaffRole.QualificationReviewer, StaffRole.NoticeOfficer);
        var (applicant, applicationId, caseId) = await app.ACase();
        await both.StartsReview(caseId);
        await app.PutsCaseIn(caseId, "ExpertReview");
        await app.Database.Execute(
            "UPDATE cases SET shortlisted_at = UTC_TIMESTAMP(6) WHERE id = @caseId",
            new { caseId }
        );
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var noticeId = await officer.DraftsNotice(caseId);
        (await officer.OpensNotice(noticeId)).Should(200);
        var entryId = await app.Database.Value<Guid>(
            "SELECT id FROM public_notice_entries WHERE notice_id = @noticeId",
            new { noticeId }
        );
        var worker = new NamedWorker(applicant, await app.CandidateOf(applicationId), caseId);
        var (id, _) = await app.AnObjection(new StandingNotice(noticeId, [worker], [entryId]));

        (await app.Examines(both, id, "acknowledge")).ShouldRefuse(403, "objection-reviewed-by-you");
        (await app.Examines(officer, id, "acknowledge")).Should(200);
    }

    [Fact]
    public async Task Only_the_examiner_decides_until_a_colleague_takes_over()
    {
        var notice = await app.ANotice();
        var (id, _, first) = await app.AnExaminedObjection(notice);
        var (_, second) = await app.NewStaff(StaffRole.NoticeOfficer);

        (await app.Examines(second, id, "dismiss")).ShouldRefuse(403, "objection-of-another");
        (await app.Examines(first, id, "acknowledge")).ShouldRefuse(409, "objection-not-waiting");
        (await app.Examines(second, id, "acknowledge")).Should(200);
        (await app.Examines(first, id, "dismiss")).ShouldRefuse(403, "objection-of-another");
        (await app.Examines(second, id, "dismiss", version: 1)).ShouldRefuse(409, "version-stale");
        (await app.Examines(second, id, "dismiss")).Should(200);
    }

    [Fact]
    public async Task Of_many_who_acknowledge_at_once_one_does()
    {
        var notice = await app.ANotice();
        var (id, _) = await app.AnObjection(notice);
        var officers = new List<StaffMember>();
        for (var i = 0; i < 4; i++)
        {
            officers.Add((await app.NewStaff(StaffRole.NoticeOfficer)).Person);
        }

        var answers = await Task.WhenAll(
            officers.Select(officer => app.Examines(officer, id, "acknowledge", version: 1))
        );

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.ShouldRefuse(409, "version-stale"));
    }

    [Fact]
    public async Task The_examiner_alone_reads_who_objects_with_a_reason_on_record()
    {
        var notice = await app.ANotice();
        var (id, _, examiner) = await app.AnExaminedObjection(notice, named: true);
        var (anonymous, _, _) = await app.AnExaminedObjection(notice);
        var (_, other) = await app.NewStaff(StaffRole.NoticeOfficer);
        var path = $"{ObjectionDrivers.Objections}/{id}";

        var seen = (await examiner.Api.Get(path)).Should(200);
        Assert.Equal("周**", seen.Word("nameMasked"));
        Assert.Equal("138****7777", seen.Word("contactMasked"));
        Assert.Equal("所述获奖名次与公布的名单不符。", seen.Word("text"));
        (await other.Api.Post($"{path}/contact", new { reason = "电话核实。" })).ShouldRefuse(
            403,
            "objection-of-another"
        );
        var whole = (await examiner.Api.Post($"{path}/contact", new { reason = "电话核实。" })).Should(200);
        (
            await examiner.Api.Post($"{ObjectionDrivers.Objections}/{anonymous}/contact", new { reason = "核实。" })
        ).ShouldRefuse(404, "not-found");

        Assert.Equal("周建国", whole.Word("name"));
        Assert.Equal("13800007777", whole.Word("contact"));
        Assert.Contains("objection.contact-unmasked", await app.AuditedActs(id));
    }

    [Fact]
    public async Task What_came_by_phone_or_letter_is_entered_by_staff_and_a_letter_in_time_counts_though_entered_later()
    {
        var notice = await app.ANotice();
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var scan = await officer.UploadsScan();

        var phoned = (await officer.EntersObjection(notice)).Should(201);
        await app.PeriodEnds(notice.Id);
        (await officer.EntersObjection(notice)).ShouldRefuse(409, "objection-period-over");
        var letter = await officer.EntersObjection(
            notice,
            "Letter",
            NoticeDrivers.Today.AddDays(-2).Written(),
            named: false,
            scan
        );
        (await officer.EntersObjection(notice, "Online")).ShouldRefuse(400, "request-malformed");
        (await officer.EntersObjection(notice, receivedOn: NoticeDrivers.Today.AddDays(1).Written())).ShouldRefuse(
            400,
            "request-malformed"
        );

        Assert.Equal("Received", (await app.Follows(phoned.Word("followCode"))).Word("state"));
        var seen = (await officer.Api.Get($"{ObjectionDrivers.Objections}/{letter.Should(201).Word("id")}")).Should(
            200
        );
        Assert.Equal("Letter", seen.Word("source"));
        Assert.Equal(scan, seen.Json.GetProperty("fileIds")[0].GetGuid());
        Assert.Equal(
            2,
            (await officer.Api.Get($"{ObjectionDrivers.Objections}?noticeId={notice.Id}&state=Received"))
                .Should(200)
                .Json.GetProperty("items")
                .GetArrayLength()
        );
    }

    [Fact]
    public async Task Only_notice_officers_examine_and_auditors_read()
    {
        var notice = await app.ANotice();
        var (id, _) = await app.AnObjection(notice);
        foreach (var role in Enum.GetValues<StaffRole>().Except([StaffRole.NoticeOfficer]))
        {
            var person = await app.Staff(role);
            (await app.Examines(person, id, "acknowledge")).ShouldRefuse(403, "role-missing");
            (await person.EntersObjection(notice)).ShouldRefuse(403, "role-missing");
            Assert.Equal(
                role == StaffRole.Auditor ? 200 : 403,
                (await person.Api.Get($"{ObjectionDrivers.Objections}/{id}")).Status
            );
        }
    }

    /// <summary>Whichever comes first, the other meets it: an objection is refused as late, or the end is refused for it.</summary>
    [Fact]
    public async Task Of_objections_at_the_closing_moment_and_the_end_of_the_notice_never_both_are_taken()
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var (heldBack, endedFirst) = (0, 0);
        for (var round = 0; round < 12; round++)
        {
            var notice = await app.ANotice();
            var caseId = notice.Workers[0].CaseId;
            await app.NoticePasses(notice.Id);
            await app.Database.Execute(
                "UPDATE public_notices SET closes_at = UTC_TIMESTAMP(6) + INTERVAL 80000 MICROSECOND WHERE id = @Id",
                notice
            );
            var version = await app.VersionOfCase(caseId);
            var citizens = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.NewCitizen()));

            var objections = citizens.Select(
                async (citizen, at) =>
                {
                    await Task.Delay(round * 8 + (at * 5));
                    return await citizen.ObjectsTo(notice);
                }
            );
            var ends = Enumerable
                .Range(0, 6)
                .Select(async at =>
                {
                    await Task.Delay(60 + (at * 6));
                    return await officer.Api.Post($"/admin/v1/cases/{caseId}/end-notice", new { version });
                });
            var (said, ended) = (Task.WhenAll(objections), Task.WhenAll(ends));
            await Task.WhenAll(said, ended);

            var taken = (await said).Count(answer => answer.Status == 201);
            var done = (await ended).Count(answer => answer.Status == 200);
            Assert.All(
                (await said).Where(answer => answer.Status != 201),
                answer => answer.ShouldRefuse(409, "objection-period-over")
            );
            Assert.True(done <= 1, $"ended {done} times");
            Assert.False(taken > 0 && done > 0, $"round {round}: {taken} objections were taken and the notice ended");
            heldBack += taken > 0 ? 1 : 0;
            endedFirst += done;
        }

        Assert.True(heldBack + endedFirst > 0);
    }
}
