using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Review;
using Craftsman.Tests.Support;
using DocumentFormat.OpenXml.Packaging;

namespace Craftsman.Tests.Meetings;

/// <summary>五(领导小组审定): what lies before the members: the dossier of each case, and the pack that is printed of them.</summary>
public sealed class MeetingPackTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private const string Conditions = "独创的配色法，不看样卡也分毫不差。";
    private const string TipStory = "老街坊都知道他，一把刀刮得比机床还准，修了半辈子的导轨。";
    private readonly App app = lonely.App;

    [Fact]
    public async Task 五_领导小组审定_Dossier_and_pack_tell_scores_objections_tips_and_votes_and_never_whose_they_are()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var panel = await app.APanel();
        var (scored, objector) = await AReviewedCase(panel);
        var (_, _, plain) = await app.ACaseIn(Stage.LeadingGroupDecision);
        var members = await app.ALeadingGroup(voting: 1);
        var meetingId = Guid.Parse((await clerk.Plans("Decision", scored, plain)).Should(201).Word("id"));
        var opinion = new JsonObject { ["text"] = "材料齐全，建议审定。", ["date"] = MeetingDrivers.Today };
        (await clerk.Acts(meetingId, $"cases/{scored}/opinion", opinion)).Should(200);

        var dossier = await SeesDossier(members[0].Person!, meetingId, scored);
        var docx = await PrintsPack(members[0].Person!, meetingId);

        var listing = Assert.Single(dossier.Json.GetProperty("scores").EnumerateArray());
        Assert.Equal("TrimmedMean", listing.GetProperty("method").GetString());
        var figures = listing.GetProperty("figures");
        Assert.Equal(3, figures.GetProperty("experts").GetInt32());
        Assert.Equal((91m, 1, false), PlacedOf(figures.GetProperty("mean")));
        Assert.Equal((91m, 1, false), PlacedOf(figures.GetProperty("trimmedMean")));
        Assert.Equal(1, figures.GetProperty("zScore").GetProperty("rank").GetInt32());
        Assert.Equal(
            [("Dismissed", true), ("Dismissed", false)],
            dossier
                .Json.GetProperty("objections")
                .EnumerateArray()
                .Select(said => (said.GetProperty("state").GetString()!, said.GetProperty("isNamed").GetBoolean()))
        );
        Assert.Equal((1, 3), (dossier.Number("tipCount"), dossier.Number("voteCount")));

        var pages = (await Office.PagesOf(docx)).Select(PaperDrivers.Dense).ToList();
        Assert.Equal(3, pages.Count);
        Assert.Matches(
            "会议材料会议：领导小组第一次会议日期：.*议程.*1沈阿根杭州机床厂.*审定2陆长根杭州丝绸印染厂纺织丝绸审定",
            pages[0]
        );
        Assert.DoesNotContain("回避", pages[0], StringComparison.Ordinal);
        var z = figures.GetProperty("zScore").GetProperty("value").GetDecimal();
        foreach (
            var said in new[]
            {
                "1.沈阿根事项：审定（案卷现状：领导小组审定）工作单位（工作地点）：杭州机床厂专业领域：",
                $"主要事迹简介{A.Form().DeedsSummary}申报条件（三(二)）条件1：{Conditions}专家评审",
                "3人91（第1名）91（第1名）",
                "第1轮按去掉最高分和最低分的平均分入围。公示异议",
                z.ToString("0.####", CultureInfo.InvariantCulture) + "（第1名）",
                "公示异议1.实名，经核查不成立：经向主办单位核实，名次与申报表不一致。2.匿名，经核查不成立：",
                "市民推荐1人、投票3票（仅供参考，不作为审定依据）。",
                $"领导小组办公室意见材料齐全，建议审定。（{NoticeDrivers.Today.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}）",
            }
        )
        {
            Assert.Contains(PaperDrivers.Dense(said), pages[1], StringComparison.Ordinal);
        }

        Assert.StartsWith("2.陆长根", pages[2], StringComparison.Ordinal);
        Assert.Contains("专家评审无评审记录。公示异议未收到异议。", pages[2], StringComparison.Ordinal);
        Assert.EndsWith("领导小组办公室意见（尚未填写）", pages[2], StringComparison.Ordinal);

        // The answer is in plain characters, so what follows looks for the right thing.
        Assert.Contains("沈阿根", dossier.Text, StringComparison.Ordinal);
        string[] hidden =
        [
            "周建国",
            "13800007777",
            "所述获奖名次与公布的名单不符",
            "老街坊",
            .. panel.Experts.Select(expert => expert.Id.ToString()),
            .. panel.Experts.Select(expert => expert.Person.UserName),
            objector.ToString(),
        ];
        var paper = PaperDrivers.TextOf(docx);
        Assert.All(
            hidden,
            secret =>
            {
                Assert.DoesNotContain(secret, dossier.Text, StringComparison.Ordinal);
                Assert.DoesNotContain(secret, paper, StringComparison.Ordinal);
            }
        );
        Assert.DoesNotMatch("139[0-9*]{4}", paper);
        Assert.DoesNotContain("0571", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("清河坊", paper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task 五_领导小组审定_Who_is_recused_gets_a_pack_without_the_case_and_the_office_gets_all()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var members = await app.ALeadingGroup(voting: 1);
        var (id, colleague) = await app.NewStaff(StaffRole.LeadingGroupMember);
        var added = (await clerk.AddsMember("章师傅", "杭州印刷厂", id)).Should(201);
        var (_, first, ofTheirUnit) = await app.ACaseIn(Stage.LeadingGroupDecision);
        await app.Database.Execute(
            "UPDATE candidates SET name = '沈阿根', work_unit = '杭州印刷厂有限公司' WHERE id = @first",
            new { first }
        );
        var (_, _, other) = await app.ACaseIn(Stage.LeadingGroupDecision);
        var meetingId = Guid.Parse((await clerk.Plans("Decision", ofTheirUnit, other)).Should(201).Word("id"));

        // Before the meeting is opened no recusal is on record, but the papers are read.
        await ReadsOnly(colleague, meetingId, [other], [ofTheirUnit], "1.沈阿根");
        await ReadsOnly(members[0].Person!, meetingId, [ofTheirUnit, other], []);

        (await clerk.Acts(meetingId, "open")).Should(200);
        (
            await clerk.Acts(
                meetingId,
                "attendance",
                MeetingDrivers.Presence(members[0].Id, Guid.Parse(added.Word("id")))
            )
        ).Should(200);
        (await members[0].Person!.Recuses(meetingId, other)).Should(201);

        await ReadsOnly(colleague, meetingId, [other], [ofTheirUnit], "1.沈阿根");
        await ReadsOnly(members[0].Person!, meetingId, [ofTheirUnit], [other], "2.陆长根");
        await ReadsOnly(clerk, meetingId, [ofTheirUnit, other], []);
        await ReadsOnly(await app.Staff(StaffRole.Auditor), meetingId, [ofTheirUnit, other], []);
        (
            await (await app.Staff(StaffRole.TipReviewer)).Api.Get($"/admin/v1/meetings/{meetingId}/pack.docx")
        ).ShouldRefuse(403, "role-missing");
        (await clerk.Api.Get($"/admin/v1/meetings/{other}/pack.docx")).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task 五_领导小组审定_A_case_short_listed_again_without_new_scores_says_why_and_a_withdrawn_one_tells_nothing()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var members = await app.ALeadingGroup(voting: 1);
        var (_, _, again) = await app.ACaseIn(Stage.LeadingGroupDecision);
        // As the secretary's second short-listing leaves it.
        await app.Database.Execute(
            """
            INSERT INTO short_lists (id, case_id, round, panel_id, method, figures, reason, staff_id, at)
            SELECT @id, @again, 2, @panelId, 'Mean', NULL, '异议只涉及证书编号，评分不变。', s.id, UTC_TIMESTAMP(6)
            FROM staff s
            LIMIT 1
            """,
            new
            {
                id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
                again,
                panelId = await app.APanelRow(),
            }
        );
        var (applicant, _, withdrawn) = await app.ACaseIn(Stage.LeadingGroupDecision);
        var meetingId = Guid.Parse((await clerk.Plans("Decision", again, withdrawn)).Should(201).Word("id"));
        var applicationId = await app.Database.Value<Guid>(
            "SELECT leading_application_id FROM cases WHERE id = @withdrawn",
            new { withdrawn }
        );
        (await applicant.Withdraws(applicationId)).Should(200);

        var dossier = await SeesDossier(members[0].Person!, meetingId, again);
        var paper = PaperDrivers.TextOf(await PrintsPack(members[0].Person!, meetingId));

        var listing = Assert.Single(dossier.Json.GetProperty("scores").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, listing.GetProperty("figures").ValueKind);
        Assert.Equal("异议只涉及证书编号，评分不变。", listing.GetProperty("reason").GetString());
        Assert.Contains("第2轮按平均分入围。异议只涉及证书编号，评分不变。", paper, StringComparison.Ordinal);
        Assert.EndsWith("（案卷现状：已撤回）申报已经撤回，本材料不含其内容。", paper, StringComparison.Ordinal);
    }

    /// <summary>A case that experts scored, that two citizens objected to without success, with a tip and three votes; and the named objector.</summary>
    private async Task<(Guid CaseId, Guid ObjectorId)> AReviewedCase(TestPanel panel)
    {
        var caseId = await panel.Receives("沈阿根", "杭州机床厂");
        var candidateId = await app.Database.Value<Guid>(
            "SELECT candidate_id FROM cases WHERE id = @caseId",
            new { caseId }
        );
        var tipId = await (await app.NewCitizen()).Tips(A.Tip() with { Story = TipStory });
        await (await app.Staff(StaffRole.TipReviewer)).Verifies(tipId, candidateId);
        await app.VoteRows(candidateId, 3);
        await panel.AllDeclare();
        (await panel.Assigns()).Should(200);
        await panel.AllScore(caseId, 90);
        (await panel.Closes()).Should(200);
        (await panel.Decides(caseId, "shortlist")).Should(200);

        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var noticeId = await officer.DraftsNotice(caseId);
        (await officer.OpensNotice(noticeId)).Should(200);
        var entryId = await app.Database.Value<Guid>(
            "SELECT id FROM public_notice_entries WHERE notice_id = @noticeId",
            new { noticeId }
        );
        var notice = new StandingNotice(noticeId, [], [entryId]);
        var (named, _, _) = await app.AnExaminedObjection(notice, named: true);
        var (anonymous, _, _) = await app.AnExaminedObjection(notice);
        (await app.Examines(officer, named, "dismiss")).Should(200);
        (await app.Examines(officer, anonymous, "dismiss")).Should(200);
        await app.NoticePasses(noticeId);
        (await app.EndsNotice(officer, caseId)).Should(200);
        return (
            caseId,
            await app.Database.Value<Guid>("SELECT citizen_id FROM objections WHERE id = @named", new { named })
        );
    }

    private static (decimal Value, int Rank, bool IsTied) PlacedOf(JsonElement placed) =>
        (
            placed.GetProperty("value").GetDecimal(),
            placed.GetProperty("rank").GetInt32(),
            placed.GetProperty("isTied").GetBoolean()
        );

    private static async Task<Answer> SeesDossier(StaffMember person, Guid meetingId, Guid caseId) =>
        (await person.Api.Get($"/admin/v1/meetings/{meetingId}/cases/{caseId}")).Should(200);

    /// <summary>The pack as the person gets it, which the format's validator finds nothing in.</summary>
    private static async Task<byte[]> PrintsPack(StaffMember person, Guid meetingId)
    {
        var docx = await person.Api.Bytes($"/admin/v1/meetings/{meetingId}/pack.docx");
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        Assert.Empty(PaperDrivers.Faults(document));
        return docx;
    }

    /// <summary>Dossiers and pack agree about what the person reads.</summary>
    /// <param name="leftOut">How the pack names what it leaves out.</param>
    private static async Task ReadsOnly(
        StaffMember person,
        Guid meetingId,
        Guid[] open,
        Guid[] closed,
        string? leftOut = null
    )
    {
        foreach (var caseId in open)
        {
            await SeesDossier(person, meetingId, caseId);
        }

        foreach (var caseId in closed)
        {
            (await person.Api.Get($"/admin/v1/meetings/{meetingId}/cases/{caseId}")).ShouldRefuse(
                409,
                "member-recused"
            );
        }

        var paper = PaperDrivers.TextOf(await PrintsPack(person, meetingId));
        Assert.Equal(open.Length, paper.Split("主要事迹简介").Length - 1);
        if (leftOut is null)
        {
            Assert.DoesNotContain("您须回避", paper, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains($"您须回避下列案卷，本材料不含其内容：{leftOut}。", paper, StringComparison.Ordinal);
            Assert.DoesNotContain($"{leftOut}事项：", paper, StringComparison.Ordinal);
        }
    }
}
