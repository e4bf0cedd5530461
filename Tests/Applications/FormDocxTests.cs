using System.Globalization;
using Craftsman.Api.Applications;
using Craftsman.Api.Candidates;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;
using DocumentFormat.OpenXml.Packaging;

namespace Craftsman.Tests.Applications;

/// <summary>附件: the 申报表 from data, two copies in one file.</summary>
public sealed class FormDocxTests(App app)
{
    private const string Sentence = "从学徒到高级技师，他守着一台印染机，把配色的手艺一点一滴传给了徒弟。";

    [Fact]
    public void An_empty_form_is_the_annex_of_the_notice_word_for_word()
    {
        var notice = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Applications", "notice-2016-34.txt"));
        var annex = PaperDrivers.Dense(notice[(notice.LastIndexOf("附件", StringComparison.Ordinal) + 2)..]);
        var empty = Filled() with { Age = 0, Channel = Channel.Unit, DueOn = new DateOnly(2016, 9, 30) };

        var text = PaperDrivers.TextOf(FormDocx.Write(empty, null, Qr()));

        var copy = text[..(text.Length / 2)];
        Assert.Equal(copy, text[copy.Length..]);
        Assert.StartsWith(
            annex,
            copy.Replace("年龄0民族", "年龄民族", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_longest_form_becomes_two_pages_that_say_the_same_and_all_of_it()
    {
        var applicant = await app.NewCitizen();
        var diploma = await applicant.UploadsFile(Pictures.Pdf());
        var deeds = string.Concat(Enumerable.Repeat(Sentence, 40))[..600];
        var form = A.Form() with
        {
            DeedsSummary = deeds,
            Address = string.Concat(Enumerable.Repeat("杭州市上城区清波街道清河坊历史街区", 12))[..200],
            TitleOrSkillLevel = "高级技师（国家职业资格一级）",
            Conditions =
            [
                new(1, "独创的配色法。"),
                new(2, "守着一门老手艺。"),
                new(3, "改造了印染机。"),
                new(5, "市级大赛第一名。", new("Municipal", 1), [diploma.ToString()]),
            ],
        };
        var applicationId = await applicant.Applies(form);

        var docx = await applicant.DownloadsForm(applicationId);

        using (var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false))
        {
            Assert.Empty(PaperDrivers.Faults(document));
        }

        var pages = await Office.PagesOf(docx);
        Assert.Equal(2, pages.Count);
        Assert.Equal(pages[0], pages[1]);
        var page = PaperDrivers.Dense(pages[0]);
        Assert.Contains(deeds, page, StringComparison.Ordinal);
        Assert.Contains(form.Address!, page, StringComparison.Ordinal);
        Assert.Contains(form.Mobile!, page, StringComparison.Ordinal);
        Assert.Contains(form.Phone!, page, StringComparison.Ordinal);
        string[] labels =
        [
            "首届“杭州工匠”认定工作申报表",
            "姓名",
            "年龄",
            "民族",
            "专业领域",
            "职称（技能等级）",
            "联系电话",
            "手机",
            "联系地址",
            "工作单位",
            "推荐单位意见",
            "盖章",
            "年月日",
            "领导小组办公室意见",
            "盖章",
            "年月日",
            "主要事迹简介",
            "（600字以内，详细材料请另附）",
            "注：申报表一式两份并电子档",
        ];
        var at = 0;
        foreach (var label in labels)
        {
            var next = page.IndexOf(label, at, StringComparison.Ordinal);
            Assert.True(next >= 0, $"“{label}” is missing after “{page[..at]}”.");
            at = next + label.Length;
        }
    }

    [Theory]
    [MemberData(nameof(AwkwardDeeds))]
    public async Task Whatever_was_written_each_copy_is_one_page(string deeds)
    {
        var form = Filled() with
        {
            Name = "买买提·吐尔逊江·阿布都热依木",
            Address = new string('W', 200),
            WorkUnit = new string('厂', 100),
            TitleOrSkillLevel = new string('技', 60),
            DeedsSummary = deeds,
        };

        var pages = await Office.PagesOf(FormDocx.Write(form, null, Qr()));

        Assert.Equal(2, pages.Count);
        Assert.Contains(PaperDrivers.Dense(deeds), PaperDrivers.Dense(pages[1]), StringComparison.Ordinal);
    }

    public static TheoryData<string> AwkwardDeeds =>
        new(
            string.Join('\n', Enumerable.Repeat("一", 600)),
            string.Join(' ', Enumerable.Range(1000, 600).Select(number => $"skill{number}")),
            new string('，', 600)
        );

    [Fact]
    public async Task The_form_says_the_age_at_the_eligibility_date_who_recommends_and_until_when()
    {
        var applicant = await app.NewCitizen();
        var applicationId = await applicant.Applies(A.Form());
        var day = await app.Database.Value<DateTime>("SELECT eligibility_date FROM campaigns WHERE is_current = 1");
        var age = day.Year - 1980 - (day < new DateTime(day.Year, 5, 12, 0, 0, 0, DateTimeKind.Utc) ? 1 : 0);

        var text = PaperDrivers.TextOf(await applicant.DownloadsForm(applicationId));

        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"年龄{age}民族汉族"),
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("推荐单位意见个人自荐盖章", text, StringComparison.Ordinal);
        Assert.Matches("电子档于[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日前报市总技协办", text);
    }

    [Fact]
    public async Task Who_was_found_by_citizens_is_printed_with_their_number()
    {
        var candidateId = await app.ACandidate();
        await app.Joins(await app.NewCitizen(), candidateId);
        await app.Joins(await app.NewCitizen(), candidateId);
        var people = await app.Database.Value<int>(
            "SELECT COUNT(DISTINCT citizen_id) FROM tips WHERE candidate_id = @candidateId AND state = 'Joined'",
            new { candidateId }
        );
        var worker = await app.NewCitizen();
        var (_, applicationId) = await worker.Accepts(
            await (await app.Staff(StaffRole.TipReviewer)).Invites(candidateId)
        );
        (await worker.Saves(applicationId, await worker.Pictured(A.Form()))).Should(200);
        (await worker.Submits(applicationId)).Should(200);

        var text = PaperDrivers.TextOf(await worker.DownloadsForm(applicationId));

        Assert.True(people >= 2);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"推荐单位意见群众推荐（共有{people}位市民推荐）"),
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_opinion_of_an_organization_is_printed_with_its_day_and_leaves_room_for_the_seal()
    {
        var form = Filled() with
        {
            Channel = Channel.Unit,
            Endorsement = new("杭州丝绸印染厂", "技艺精湛，同意推荐。", new DateOnly(2026, 9, 18)),
        };

        var text = PaperDrivers.TextOf(FormDocx.Write(form, null, Qr()));

        Assert.Contains(
            "推荐单位意见技艺精湛，同意推荐。杭州丝绸印染厂盖章2026年9月18日领导小组",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_photo_is_placed_and_the_qr_code_leads_to_this_version()
    {
        var applicant = await app.NewCitizen();
        var photoId = await applicant.UploadsPhoto(Pictures.Jpeg(300, 400));
        var applicationId = await applicant.Applies(A.Form() with { PhotoId = photoId.ToString() });

        var docx = await applicant.DownloadsForm(applicationId);

        var code = (await applicant.PrintsCode(applicationId)).Replace("-", "", StringComparison.Ordinal);
        var link = new Uri($"https://example.invalid/f/{applicationId}?code={code}");
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var images = document
            .MainDocumentPart!.ImageParts.Select(part =>
            {
                using var stream = part.GetStream();
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                return copy.ToArray();
            })
            .ToList();
        Assert.Contains(images, image => image.SequenceEqual(QrCode.Of(link)));
        var stored = await File.ReadAllBytesAsync(
            (await app.PicturesOf(photoId))[1],
            TestContext.Current.CancellationToken
        );
        Assert.Contains(images, image => image.SequenceEqual(stored));
        Assert.Equal(2, images.Count);
    }

    [Fact]
    public async Task A_draft_a_withdrawn_application_and_anothers_are_not_printed()
    {
        var applicant = await app.NewCitizen();
        var draft = await applicant.Drafts();
        var withdrawn = await applicant.Applies(A.Form());
        (await applicant.Withdraws(withdrawn)).Should(200);
        var another = await (await app.NewCitizen()).Applies(A.Form());
        static string Path(Guid id) => $"/api/v1/me/applications/{id}/form.docx";

        (await applicant.Api.Get(Path(draft))).ShouldRefuse(409, "form-before-submission");
        (await applicant.Api.Get(Path(withdrawn))).ShouldRefuse(409, "application-withdrawn");
        (await applicant.Api.Get(Path(another))).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task Staff_download_the_form_of_a_case_of_their_districts_and_each_download_is_on_record()
    {
        var form = A.Form();
        var applicant = await app.NewCitizen();
        var applicationId = await applicant.Applies(form);
        var draft = await applicant.Drafts();
        var path = $"/admin/v1/applications/{applicationId}/form.docx";

        var docx = await (await app.Staff(StaffRole.OfficeClerk)).DownloadsForm(applicationId);
        await (await app.DistrictReviewer("330102")).DownloadsForm(applicationId);

        Assert.Contains(form.Mobile!, PaperDrivers.TextOf(docx), StringComparison.Ordinal);
        (await (await app.DistrictReviewer("330106")).Api.Get(path)).ShouldRefuse(404, "not-found");
        (await (await app.Staff(StaffRole.TipReviewer)).Api.Get(path)).ShouldRefuse(404, "not-found");
        (await (await app.Staff(StaffRole.FraudReviewer)).Api.Get(path)).ShouldRefuse(403, "role-missing");
        (
            await (await app.Staff(StaffRole.OfficeClerk)).Api.Get($"/admin/v1/applications/{draft}/form.docx")
        ).ShouldRefuse(404, "not-found");
        Assert.Equal(
            ["application.form-downloaded", "application.form-downloaded"],
            await app.AuditedActs(applicationId)
        );
    }

    [Fact]
    public async Task An_organization_prints_what_it_filed_with_its_opinion_and_nobody_elses()
    {
        var (person, organizationId) = await app.AFiler();
        var (stranger, _) = await app.AFiler();
        var applicationId = await person.Files();

        var text = PaperDrivers.TextOf(await person.DownloadsForm(applicationId));

        Assert.Contains("技艺精湛，同意推荐。", text, StringComparison.Ordinal);
        Assert.Contains(
            await app.Database.Value<string>(
                "SELECT name FROM organizations WHERE id = @organizationId",
                new { organizationId }
            ),
            text,
            StringComparison.Ordinal
        );
        (await stranger.Api.Get($"/admin/v1/applications/{applicationId}/form.docx")).ShouldRefuse(404, "not-found");
    }

    private static Domain.Applications.PaperForm Filled() =>
        new(1, "", 46, "", "", "", "", "", "", "", Channel.Self, 0, null, "", null, "0123456789AB");

    private static byte[] Qr() => QrCode.Of(new Uri("https://example.invalid/f/"));
}
