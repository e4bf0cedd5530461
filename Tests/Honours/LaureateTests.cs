using System.Text.Json.Nodes;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Review;
using Craftsman.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Craftsman.Tests.Honours;

/// <summary>七 奖励办法: certificate, medal, 20 000 yuan, 五一劳动奖章 for those who meet its conditions; 八(一): the story; and revocation, which has no clause.</summary>
public sealed class LaureateTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private readonly App app = lonely.App;

    [Fact]
    public async Task 七_荣誉称号_证书_Recognised_twenty_times_at_once_a_worker_is_one_laureate_with_one_certificate()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var (_, candidateId, caseId) = await app.ADecidedCase();
        var version = (await clerk.SeesCase(caseId)).Number("version");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => clerk.MovesCase(caseId, "recognise", [], version))
        );

        var recognised = Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(19, answers.Count(answer => answer.Code == "version-stale"));
        Assert.Equal("Recognised", await app.StageOf(caseId));
        var laureate = (await clerk.Api.Get($"/admin/v1/laureates/{recognised.Word("laureateId")}")).Should(200);
        Assert.Equal(recognised.Word("certificateNumber"), laureate.Word("certificateNumber"));
        Assert.Matches("^杭工匠〔1〕第\\d\\d+号$", laureate.Word("certificateNumber"));
        Assert.Equal((20_000, "Due"), (laureate.Number("prizeYuan"), laureate.Word("prizeState")));
        Assert.Equal(candidateId.ToString(), laureate.Word("candidateId"));
        Assert.Equal(
            1,
            await app.Database.Value<long>("SELECT COUNT(*) FROM laureates WHERE case_id = @caseId", new { caseId })
        );
    }

    [Fact]
    public async Task 五_领导小组审定_Nobody_is_recognised_whom_no_meeting_agreed_to()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var (_, _, undecided) = await app.ACaseIn(Stage.LeadingGroupDecision);
        var (_, _, earlier) = await app.ACaseIn(Stage.PublicNotice);

        (await clerk.MovesCase(undecided, "recognise")).ShouldRefuse(409, "case-not-decided");
        (await clerk.MovesCase(earlier, "recognise")).ShouldRefuse(409, "stage-not-allowed");
    }

    [Fact]
    public async Task 七_Tipsters_are_told_of_the_recognition()
    {
        var tipster = await app.NewCitizen();
        var (_, candidateId, caseId) = await app.ADecidedCase();
        await app.Joins(tipster, candidateId);

        (await (await app.Staff(StaffRole.OfficeClerk)).MovesCase(caseId, "recognise")).Should(200);

        Assert.Equal(
            1,
            await app.Database.Value<long>(
                "SELECT COUNT(*) FROM tip_events e JOIN tips t ON t.id = e.tip_id WHERE t.candidate_id = @candidateId AND e.kind = 'CaseRecognised'",
                new { candidateId }
            )
        );
    }

    [Fact]
    public async Task 七_奖牌_and_一次性奖励20000元_are_recorded_and_a_paid_prize_stays_paid()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var (_, _, _, id) = await app.ALaureate();
        var today = MeetingDrivers.Today;

        (await Records(clerk, id, 1, "2020-01-01", null)).ShouldRefuse(400, "request-malformed");
        (await Records(await app.Staff(StaffRole.NoticeOfficer), id, 1, today, today)).ShouldRefuse(
            403,
            "role-missing"
        );
        (await Records(clerk, id, 1, today, today)).Should(200);
        (await Records(clerk, id, 1, today, today)).ShouldRefuse(409, "version-stale");
        (await Records(clerk, id, 2, today, null)).ShouldRefuse(409, "prize-already-paid");

        var laureate = (await clerk.Api.Get($"/admin/v1/laureates/{id}")).Should(200);
        Assert.Equal(
            ("Paid", today, today),
            (laureate.Word("prizeState"), laureate.Word("prizePaidOn"), laureate.Word("medalOn"))
        );
    }

    [Fact]
    public async Task 七_对符合条件的_杭州市五一劳动奖章_is_given_to_nobody_without_saying_which_condition_is_met()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var (_, _, _, id) = await app.ALaureate();
        var today = MeetingDrivers.Today;
        async Task<bool> HasIt() =>
            (await clerk.Api.Get($"/admin/v1/laureates/{id}"))
                .Should(200)
                .Json.GetProperty("hasMayDayMedal")
                .GetBoolean();

        Assert.False(await HasIt());
        (await Records(clerk, id, 1, today, null, mayDayReason: " ")).ShouldRefuse(400, "request-malformed");
        (await Records(clerk, id, 1, today, null, mayDayReason: null)).Should(200);
        Assert.False(await HasIt());
        (await Records(clerk, id, 2, today, null)).Should(200);

        Assert.True(await HasIt());
        Assert.Equal(
            "技术创新获市级表彰",
            await app.Database.Value<string>("SELECT may_day_reason FROM laureates WHERE id = @id", new { id })
        );
    }

    [Fact]
    public async Task 七_优先疗休养_is_every_laureates_whose_recognition_stands_and_its_use_is_recorded()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var (_, _, caseId, id) = await app.ALaureate();
        var today = MeetingDrivers.Today;

        (await Records(clerk, id, 1, today, null, recuperatedOn: "2020-01-01")).ShouldRefuse(400, "request-malformed");
        (await Records(clerk, id, 1, today, null, recuperatedOn: today)).Should(200);

        var laureate = (await clerk.Api.Get($"/admin/v1/laureates/{id}")).Should(200);
        Assert.True(laureate.Json.GetProperty("hasRecuperationPriority").GetBoolean());
        Assert.Equal(today, laureate.Word("recuperatedOn"));
        await app.PutsCaseIn(caseId, "Revoked");
        var revoked = (await clerk.Api.Get($"/admin/v1/laureates/{id}")).Should(200);
        Assert.False(revoked.Json.GetProperty("hasRecuperationPriority").GetBoolean());
    }

    [Fact]
    public async Task 八_一_A_story_is_public_only_with_the_workers_own_word_and_goes_with_it()
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var (applicant, candidateId, _, id) = await app.ALaureate();

        (await Moves(officer, id, "publish", 1)).ShouldRefuse(409, "story-missing");
        (await Shows(id)).ShouldRefuse(404, "not-found");
        (await Writes(officer, id, 1)).Should(200);
        await app.Database.Execute(
            "UPDATE consents SET withdrawn_at = NOW(6) WHERE candidate_id = @candidateId",
            new { candidateId }
        );
        (await Moves(officer, id, "publish", 2)).ShouldRefuse(409, "consent-missing");
        await app.Database.Execute(
            "UPDATE consents SET withdrawn_at = NULL WHERE candidate_id = @candidateId",
            new { candidateId }
        );
        (await Moves(officer, id, "publish", 2)).Should(200);

        var shown = (await Shows(id)).Should(200);
        Assert.Equal(("三十年守着一台织机。", "杭州丝绸印染厂"), (shown.Word("story"), shown.Word("workUnit")));
        Assert.Contains(id, await Listed());
        (await applicant.WithdrawsConsent(candidateId)).Should(204);
        (await Shows(id)).ShouldRefuse(404, "not-found");
        Assert.DoesNotContain(id, await Listed());
        Assert.Equal("Recognised", (await officer.Api.Get($"/admin/v1/laureates/{id}")).Should(200).Word("state"));
    }

    [Fact]
    public async Task Tipsters_who_agreed_to_be_named_are_thanked_until_they_take_it_back()
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (_, candidateId, _, id) = await app.ALaureate();
        var (silent, unfit, named, leaving, gone) = (
            await app.NewCitizen(),
            await app.NewCitizen(),
            await app.NewCitizen(),
            await app.NewCitizen(),
            await app.NewCitizen()
        );
        await Joined(silent, null);
        var unfitTip = await unfit.Tips(A.Tip() with { ThanksName = "违规内容" });
        await app.CheckBecomes(unfitTip, "Risky");
        var version = await reviewer.Claims(unfitTip);
        (await reviewer.Decides(unfitTip, "verify", new { candidateId, version })).ShouldRefuse(
            409,
            "tip-content-undecided"
        );
        var namedTip = await Joined(named, "工友老周");
        var leavingTip = await Joined(leaving, "隔壁小吴");
        await Joined(gone, "路人甲");
        (await Writes(officer, id, 1)).Should(200);
        (await Moves(officer, id, "publish", 2)).Should(200);

        Assert.Equal(["工友老周", "隔壁小吴", "路人甲"], await Thanked());
        Assert.Equal("工友老周", (await named.SeesTip(namedTip)).Word("thanksName"));

        (await named.Api.Delete($"/api/v1/me/tips/{leavingTip}/thanks")).ShouldRefuse(404, "not-found");
        (await leaving.Api.Delete($"/api/v1/me/tips/{leavingTip}/thanks")).Should(204);
        (await leaving.Api.Delete($"/api/v1/me/tips/{leavingTip}/thanks")).Should(204);
        (await gone.Api.Delete("/api/v1/me")).Should(200);
        Assert.Equal(["工友老周"], await Thanked());

        async Task<Guid> Joined(Citizen citizen, string? thanksName)
        {
            var tipId = await citizen.Tips(A.Tip() with { ThanksName = thanksName });
            await reviewer.Verifies(tipId, candidateId);
            await app.CheckBecomes(tipId, "Pass");
            return tipId;
        }

        async Task<IEnumerable<string?>> Thanked() =>
            (await Shows(id)).Should(200).Json.GetProperty("thanks").EnumerateArray().Select(name => name.GetString());
    }

    [Fact]
    public async Task A_recognition_is_revoked_by_a_meeting_that_agrees_and_its_number_is_not_given_again()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var (applicant, candidateId, caseId, id) = await app.ALaureate();
        var number = (await clerk.Api.Get($"/admin/v1/laureates/{id}")).Should(200).Word("certificateNumber");
        (await Writes(officer, id, 1)).Should(200);
        (await Moves(officer, id, "publish", 2)).Should(200);
        await (await app.Staff(StaffRole.TipReviewer)).Publishes(candidateId);
        var members = await app.ALeadingGroup();
        var refusing = await app.AnOpenMeeting(members, [caseId], "Revocation");
        await members.Vote(refusing, caseId, "Disagree", "Disagree", "Agree");
        var meetingId = await app.AnOpenMeeting(members, [caseId], "Revocation");

        (await Revokes(refusing)).ShouldRefuse(409, "revocation-not-agreed");
        (await Revokes(meetingId)).ShouldRefuse(409, "ballots-missing");
        await members.Vote(meetingId, caseId, "Agree", "Agree", "Abstain");
        (await clerk.Decides(meetingId, caseId)).ShouldRefuse(409, "case-not-on-agenda");
        (await Revokes(meetingId)).Should(200);

        Assert.Equal("Revoked", await app.StageOf(caseId));
        Assert.Equal("Unpublished", await app.StateOfCandidate(candidateId));
        (await Shows(id)).ShouldRefuse(404, "not-found");
        (await Records(clerk, id, 3, MeetingDrivers.Today, null)).ShouldRefuse(409, "laureate-revoked");
        Assert.Equal("Cancelled", (await clerk.Api.Get($"/admin/v1/laureates/{id}")).Word("prizeState"));
        var applicationId = await app.Database.Value<Guid>(
            "SELECT leading_application_id FROM cases WHERE id = @caseId",
            new { caseId }
        );
        var last = (await applicant.SeesTimeline(applicationId))[^1];
        Assert.Equal("Revoked", last.GetProperty("to").GetString());
        var (_, _, _, next) = await app.ALaureate();
        Assert.NotEqual(
            number,
            (await clerk.Api.Get($"/admin/v1/laureates/{next}")).Should(200).Word("certificateNumber")
        );

        async Task<Answer> Revokes(Guid by) =>
            await clerk.MovesCase(
                caseId,
                "revoke",
                new JsonObject { ["meetingId"] = by, ["reason"] = "经查材料不实。" }
            );
    }

    [Fact]
    public async Task 七_The_certificate_says_who_was_recognised_and_is_printed_for_no_revoked_one()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var (_, _, caseId, id) = await app.ALaureate();

        var docx = await clerk.Api.Bytes($"/admin/v1/laureates/{id}/certificate.docx");

        using (var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false))
        {
            Assert.Empty(PaperDrivers.Faults(document));
        }

        var laureate = (await clerk.Api.Get($"/admin/v1/laureates/{id}")).Should(200);
        var page = PaperDrivers.Dense(Assert.Single(await Office.PagesOf(docx)));
        Assert.Contains($"{laureate.Word("name")}同志", page, StringComparison.Ordinal);
        Assert.Contains("授予“杭州工匠”荣誉称号", page, StringComparison.Ordinal);
        Assert.Contains($"证书编号：{laureate.Word("certificateNumber")}", page, StringComparison.Ordinal);
        await app.PutsCaseIn(caseId, "Revoked");
        (await clerk.Api.Get($"/admin/v1/laureates/{id}/certificate.docx")).ShouldRefuse(409, "laureate-revoked");
    }

    [Fact]
    public async Task The_final_list_has_a_line_for_each_laureate()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var (_, _, _, id) = await app.ALaureate();
        var laureate = (await clerk.Api.Get($"/admin/v1/laureates/{id}")).Should(200);

        var file = await clerk.Api.Bytes("/admin/v1/laureates/export.xlsx");

        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(PaperDrivers.Faults(document));
        var rows = document
            .WorkbookPart!.WorksheetParts.Single()
            .Worksheet!.Descendants<Row>()
            .Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList())
            .ToList();
        Assert.Equal("证书编号", rows[0][0]);
        var line = Assert.Single(rows, row => row[0] == laureate.Word("certificateNumber"));
        Assert.Equal([laureate.Word("name"), "杭州丝绸印染厂", "上城区", "纺织丝绸"], line.Skip(1).Take(4));
        Assert.Equal(("已认定", "20000", "待发放"), (line[6], line[8], line[9]));
    }

    private static Task<Answer> Records(
        StaffMember staff,
        Guid id,
        int version,
        string medalOn,
        string? prizePaidOn,
        string? mayDayReason = "技术创新获市级表彰",
        string? recuperatedOn = null
    ) =>
        staff.Api.Put(
            $"/admin/v1/laureates/{id}",
            new
            {
                version,
                medalOn,
                prizePaidOn,
                mayDayReason,
                recuperatedOn,
            }
        );

    private static Task<Answer> Writes(StaffMember officer, Guid id, int version) =>
        officer.Api.Put($"/admin/v1/laureates/{id}/story", new { version, text = "三十年守着一台织机。" });

    private static Task<Answer> Moves(StaffMember officer, Guid id, string move, int version) =>
        officer.Api.Post($"/admin/v1/laureates/{id}/{move}", new { version, reason = "核实中。" });

    private Task<Answer> Shows(Guid id) => app.Anonymous.Get($"/api/v1/laureates/{id}");

    private async Task<IReadOnlyList<Guid>> Listed() =>
        [
            .. (await app.Anonymous.Get("/api/v1/laureates?limit=100"))
                .Should(200)
                .Json.GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("id").GetGuid()),
        ];
}
