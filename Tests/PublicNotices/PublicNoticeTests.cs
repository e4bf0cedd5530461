using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Review;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.PublicNotices;

/// <summary>五(社会公示): 经专家评审后，通过本市报纸、电视、网络等渠道进行社会公示，通过后进入下一审核程序.</summary>
public sealed class PublicNoticeTests(App app)
{
    [Fact]
    public async Task 五_社会公示_opening_moves_every_short_listed_case_at_once_and_the_public_reads_what_staff_wrote()
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var (first, second) = (await app.AShortlistedCase(), await app.AShortlistedCase());
        var drafted = await officer.SendsNotice(
            [second.CaseId, first.CaseId],
            texts: new[] { new { caseId = first.CaseId, text = "配色三十年，不看样卡分毫不差。" } }
        );
        var noticeId = drafted.Should(201).Json.GetProperty("id").GetGuid();
        (await app.Anonymous.Get($"/api/v1/public-notices/{noticeId}")).ShouldRefuse(404, "not-found");

        (await officer.OpensNotice(noticeId)).Should(200);

        Assert.Equal("PublicNotice", await app.StageOf(first.CaseId));
        Assert.Equal("PublicNotice", await app.StageOf(second.CaseId));
        var notice = (await app.Anonymous.Get($"/api/v1/public-notices/{noticeId}")).Should(200);
        Assert.True(notice.Json.GetProperty("isOpenForObjections").GetBoolean());
        Assert.Equal(NoticeDrivers.Today.Written(), notice.Word("opensOn"));
        Assert.Equal(
            ChinaDay.StartOf(DateOnly.Parse(notice.Word("lastDay"), null).AddDays(1)),
            notice.Json.GetProperty("closesAt").GetDateTimeOffset()
        );
        var entries = await app.NamedIn(noticeId);
        Assert.Equal(
            [second.CandidateId, first.CandidateId],
            entries.Select(entry => entry.GetProperty("candidateId").GetGuid())
        );
        Assert.Equal("配色三十年，不看样卡分毫不差。", entries[1].GetProperty("text").GetString());
        Assert.Equal("陆长根", entries[1].GetProperty("name").GetString());
        Assert.Equal("杭州丝绸印染厂", entries[1].GetProperty("workUnit").GetString());
        Assert.Contains(
            noticeId.ToString(),
            (await app.Anonymous.Get("/api/v1/public-notices?limit=100")).Should(200).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("OpenNotice: ExpertReview -> PublicNotice", await app.HistoryOf(first.CaseId));
    }

    [Fact]
    public async Task One_case_that_may_not_be_shown_keeps_the_whole_notice_closed_and_says_why()
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var ready = await app.AShortlistedCase();
        var (_, _, unmarked) = await app.ACaseIn(Stage.ExpertReview);
        var (_, _, early) = await app.ACaseIn(Stage.QualificationReview);
        var noticeId = await officer.DraftsNotice(ready.CaseId, unmarked, early);

        var refused = (await officer.OpensNotice(noticeId)).ShouldRefuse(409, "notice-cases-refused");

        Assert.Equal(
            [(unmarked, "case-not-shortlisted"), (early, "stage-not-allowed")],
            refused
                .Json.GetProperty("cases")
                .EnumerateArray()
                .Select(each => (each.GetProperty("caseId").GetGuid(), each.GetProperty("code").GetString()!))
                .OrderBy(each => each.Item2)
        );
        Assert.Equal("ExpertReview", await app.StageOf(ready.CaseId));
        Assert.Equal("Draft", (await officer.SeesNotice(noticeId)).Word("state"));
        Assert.DoesNotContain(
            "OpenNotice",
            string.Join('|', await app.HistoryOf(ready.CaseId)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nobody_is_named_without_a_consent_that_counts()
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var worker = await app.AShortlistedCase();
        await app.Database.Execute(
            "UPDATE consents SET source = 'Paper', signed_on = '2026-01-01', identity_check = '无', confirmed_at = NULL, recorded_by = (SELECT MIN(id) FROM staff) WHERE candidate_id = @CandidateId",
            worker
        );
        var noticeId = await officer.DraftsNotice(worker.CaseId);

        var refused = (await officer.OpensNotice(noticeId)).ShouldRefuse(409, "notice-cases-refused");

        Assert.Equal("notice-consent-missing", refused.Json.GetProperty("cases")[0].GetProperty("code").GetString());
        Assert.Equal("ExpertReview", await app.StageOf(worker.CaseId));
    }

    [Fact]
    public async Task Words_that_nobody_found_fit_are_shown_on_the_word_of_staff_alone()
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var worker = await app.AShortlistedCase();
        Assert.Equal(
            1,
            await app.Database.Execute(
                "UPDATE content_checks SET state = 'Unchecked', label = 1 WHERE candidate_id = @CandidateId",
                worker
            )
        );
        var noticeId = await officer.DraftsNotice(worker.CaseId);

        var refused = (await officer.OpensNotice(noticeId, contentFit: null)).ShouldRefuse(409, "notice-cases-refused");
        Assert.Equal("notice-content-undecided", refused.Json.GetProperty("cases")[0].GetProperty("code").GetString());
        (await officer.OpensNotice(noticeId, contentFit: true)).Should(200);
    }

    [Theory]
    [InlineData(0, 400, "notice-period-empty")]
    [InlineData(-3, 400, "notice-period-empty")]
    [InlineData(4, 409, "notice-period-too-short")]
    [InlineData(61, 400, "request-malformed")]
    public async Task A_period_of_no_days_or_of_fewer_than_the_campaign_asks_for_is_refused(
        int workingDays,
        int status,
        string code
    )
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var before = await app.Database.Value<int>("SELECT COUNT(*) FROM public_notices WHERE working_days <> 5");

        (await officer.SendsNotice([], workingDays: workingDays)).ShouldRefuse(status, code);

        Assert.Equal(
            before,
            await app.Database.Value<int>("SELECT COUNT(*) FROM public_notices WHERE working_days <> 5")
        );
    }

    [Fact]
    public async Task A_notice_counts_the_holidays_of_the_table_and_is_nobodys_before_its_first_day()
    {
        var (officer, administrator) = (
            await app.Staff(StaffRole.NoticeOfficer),
            await app.Staff(StaffRole.Administrator)
        );
        var worker = await app.AShortlistedCase();
        var monday = NoticeDrivers.Today.AddDays(300);
        monday = monday.AddDays(((int)DayOfWeek.Monday - (int)monday.DayOfWeek + 7) % 7);
        foreach (var (ahead, kind) in new[] { (1, "DayOff"), (2, "DayOff"), (5, "Workday") })
        {
            var body = new
            {
                kind,
                name = "国庆节",
                version = 0,
            };
            (await administrator.Api.Put($"/admin/v1/campaign-days/{monday.AddDays(ahead).Written()}", body)).Should(
                200
            );
        }

        var drafted = await officer.SendsNotice([worker.CaseId], opensOn: monday.Written());
        var noticeId = drafted.Should(201).Json.GetProperty("id").GetGuid();
        var planned = (await officer.SeesNotice(noticeId)).Word("lastDay");
        (await officer.OpensNotice(noticeId)).Should(200);

        // Monday, Thursday, Friday, the Saturday that is made up, and the Monday after.
        Assert.Equal(monday.AddDays(7).Written(), planned);
        Assert.Equal(planned, (await officer.SeesNotice(noticeId)).Word("lastDay"));
        (await app.Anonymous.Get($"/api/v1/public-notices/{noticeId}")).ShouldRefuse(404, "not-found");
        Assert.DoesNotContain(
            noticeId.ToString(),
            (await app.Anonymous.Get("/api/v1/public-notices?limit=100")).Text,
            StringComparison.Ordinal
        );
        var then = app.At(ChinaDay.StartOf(monday));
        Assert.Equal(
            monday.Written(),
            (await then.Get($"/api/v1/public-notices/{noticeId}")).Should(200).Word("opensOn")
        );
    }

    [Fact]
    public async Task A_first_day_that_has_passed_an_empty_list_a_case_twice_and_an_unknown_case_are_refused()
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var worker = await app.AShortlistedCase();

        (await officer.SendsNotice([worker.CaseId], opensOn: NoticeDrivers.Today.AddDays(-1).Written())).ShouldRefuse(
            409,
            "notice-day-past"
        );
        (await officer.SendsNotice([worker.CaseId, worker.CaseId])).ShouldRefuse(400, "request-malformed");
        Assert.Equal(
            ["caseIds"],
            (await officer.SendsNotice([Guid.AllBitsSet])).ShouldRefuse(400, "request-malformed").ErrorFields
        );
        (await officer.OpensNotice(await officer.DraftsNotice())).ShouldRefuse(409, "notice-without-entries");
    }

    [Fact]
    public async Task A_draft_is_changed_by_its_version_and_what_stands_is_not()
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var (first, second) = (await app.AShortlistedCase(), await app.AShortlistedCase());
        var noticeId = await officer.DraftsNotice(first.CaseId);
        object With(int version) =>
            new
            {
                title = "公示",
                caseIds = new[] { second.CaseId },
                version,
            };

        (await officer.Api.Put($"{NoticeDrivers.Notices}/{noticeId}", With(1))).Should(200);
        (await officer.Api.Put($"{NoticeDrivers.Notices}/{noticeId}", With(1))).ShouldRefuse(409, "version-stale");
        (await officer.OpensNotice(noticeId)).Should(200);
        (await officer.Api.Put($"{NoticeDrivers.Notices}/{noticeId}", With(3))).ShouldRefuse(
            409,
            "notice-already-open"
        );

        Assert.Equal("ExpertReview", await app.StageOf(first.CaseId));
        Assert.Equal("PublicNotice", await app.StageOf(second.CaseId));
    }

    [Fact]
    public async Task Of_many_who_open_a_notice_at_once_one_does_and_each_case_moves_once()
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var (first, second) = (await app.AShortlistedCase(), await app.AShortlistedCase());
        var noticeId = await officer.DraftsNotice(first.CaseId, second.CaseId);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(_ =>
                    officer.Api.Post($"{NoticeDrivers.Notices}/{noticeId}/open", new { version = 1, contentFit = true })
                )
        );

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.ShouldRefuse(409, "version-stale"));
        Assert.Single(
            await app.HistoryOf(first.CaseId),
            line => line.StartsWith("OpenNotice", StringComparison.Ordinal)
        );
        Assert.Single(
            await app.HistoryOf(second.CaseId),
            line => line.StartsWith("OpenNotice", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Who_takes_back_their_consent_is_struck_from_the_notice_at_once_and_the_others_stay()
    {
        var notice = await app.ANotice(workers: 3);

        (await notice.Workers[0].Applicant.WithdrawsConsent(notice.Workers[0].CandidateId)).Should(204);
        var afterConsent = await app.NamedIn(notice.Id);
        await app.PutsCaseIn(notice.Workers[1].CaseId, "Disqualified");
        var afterDisqualified = await app.NamedIn(notice.Id);

        Assert.Equal(
            [notice.EntryIds[1], notice.EntryIds[2]],
            afterConsent.Select(entry => entry.GetProperty("entryId").GetGuid())
        );
        Assert.Equal([notice.EntryIds[2]], afterDisqualified.Select(entry => entry.GetProperty("entryId").GetGuid()));
    }

    [Fact]
    public async Task The_work_unit_of_who_did_not_agree_to_it_is_not_told()
    {
        var notice = await app.ANotice();
        await app.Database.Execute(
            "UPDATE candidates SET show_work_unit = 0 WHERE id = @CandidateId",
            notice.Workers[0]
        );

        var entry = Assert.Single(await app.NamedIn(notice.Id));

        Assert.Equal(System.Text.Json.JsonValueKind.Null, entry.GetProperty("workUnit").ValueKind);
    }

    [Fact]
    public async Task 五_社会公示_报纸_电视_网络_are_each_to_be_on_record_before_a_case_goes_on()
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var notice = await app.ANotice();
        var caseId = notice.Workers[0].CaseId;
        (await app.EndsNotice(officer, caseId)).ShouldRefuse(409, "notice-not-over");
        var fileId = await officer.UploadsScan();
        (await officer.Publishes(notice.Id, "Newspaper", fileId)).Should(201);
        (await officer.Publishes(notice.Id, "Newspaper")).ShouldRefuse(409, "publication-recorded");
        (await officer.Publishes(notice.Id, "Television", fileId)).ShouldRefuse(400, "request-malformed");
        (
            await officer.Publishes(notice.Id, "Television", publishedOn: NoticeDrivers.Today.AddDays(-1).Written())
        ).ShouldRefuse(400, "request-malformed");
        (await officer.Publishes(notice.Id, "Television")).Should(201);
        Assert.Equal(
            ["Network"],
            (await officer.SeesNotice(notice.Id))
                .Json.GetProperty("missingPublications")
                .EnumerateArray()
                .Select(kind => kind.GetString())
        );
        await app.Database.Execute(
            "UPDATE public_notices SET opens_at = opens_at - INTERVAL 9 DAY, closes_at = UTC_TIMESTAMP(6) WHERE id = @Id",
            notice
        );

        var refused = (await app.EndsNotice(officer, caseId)).ShouldRefuse(409, "notice-not-published");
        (await officer.Publishes(notice.Id, "Network")).Should(201);
        var ended = (await app.EndsNotice(officer, caseId)).Should(200);

        Assert.Equal("Network", refused.Json.GetProperty("missing")[0].GetString());
        Assert.Equal("LeadingGroupDecision", ended.Word("state"));
        Assert.Contains("EndNotice: PublicNotice -> LeadingGroupDecision", await app.HistoryOf(caseId));
        Assert.Equal(200, (await officer.Api.Get($"/admin/v1/files/{fileId}")).Status);
    }

    [Fact]
    public async Task Only_notice_officers_write_notices_and_auditors_read_them()
    {
        var notice = await app.ANotice();
        foreach (var role in Enum.GetValues<StaffRole>().Except([StaffRole.NoticeOfficer]))
        {
            var person = await app.Staff(role);
            (await person.SendsNotice([])).ShouldRefuse(403, "role-missing");
            (await person.Publishes(notice.Id, "Network")).ShouldRefuse(403, "role-missing");
            (await app.EndsNotice(person, notice.Workers[0].CaseId)).ShouldRefuse(403, "role-missing");
            Assert.Equal(
                role == StaffRole.Auditor ? 200 : 403,
                (await person.Api.Get($"{NoticeDrivers.Notices}/{notice.Id}")).Status
            );
        }
    }

    [Fact]
    public async Task An_officer_finds_the_short_listed_cases_that_wait()
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var worker = await app.AShortlistedCase();
        var found = false;
        var path = $"{NoticeDrivers.Notices}/shortlisted-cases?limit=100";
        for (var cursor = ""; cursor is not null && !found; )
        {
            var page = (await officer.Api.Get($"{path}&cursor={cursor}")).Should(200);
            found = page
                .Json.GetProperty("items")
                .EnumerateArray()
                .Any(each =>
                    each.GetProperty("caseId").GetGuid() == worker.CaseId && each.GetProperty("hasConsent").GetBoolean()
                );
            cursor = page.Json.GetProperty("nextCursor").GetString();
        }

        Assert.True(found);
    }
}
