using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;
using DocumentFormat.OpenXml.Packaging;

namespace Craftsman.Tests.PublicNotices;

/// <summary>五(社会公示): the text that goes to newspaper, television and network.</summary>
public sealed class NoticeDocxTests(App app)
{
    [Fact]
    public async Task The_document_is_valid_and_says_in_any_word_processor_whom_the_notice_names_and_until_when()
    {
        const string deeds = "配色三十年，不看样卡分毫不差，带出徒弟三十余名。";
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var (first, second, gone) = (
            await app.AShortlistedCase(),
            await app.AShortlistedCase(),
            await app.AShortlistedCase()
        );
        var drafted = await officer.SendsNotice(
            [first.CaseId, second.CaseId, gone.CaseId],
            texts: new[] { new { caseId = first.CaseId, text = deeds } }
        );
        var noticeId = drafted.Should(201).Json.GetProperty("id").GetGuid();
        (await officer.OpensNotice(noticeId)).Should(200);
        await app.Database.Execute(
            "UPDATE candidates SET name = '吴阿毛', show_work_unit = 0 WHERE id = @CandidateId",
            second
        );
        await app.Database.Execute("UPDATE candidates SET name = '胡撤回' WHERE id = @CandidateId", gone);
        (await gone.Applicant.WithdrawsConsent(gone.CandidateId)).Should(204);

        var docx = await officer.Api.Bytes($"{NoticeDrivers.Notices}/{noticeId}/notice.docx");

        using (var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false))
        {
            Assert.Empty(PaperDrivers.Faults(document));
        }

        var read = PaperDrivers.Dense(string.Concat(await Office.PagesOf(docx)));
        var last = DateOnly.Parse((await officer.SeesNotice(noticeId)).Word("lastDay"), null);
        string[] said =
        [
            "“杭州工匠”拟认定人选公示",
            "根据评审结果，现将拟认定人选予以公示。",
            $"公示时间：{InWords(NoticeDrivers.Today)}至{InWords(last)}，共5个工作日。",
            "公示名单（共2人）：",
            "1.陆长根，杭州丝绸印染厂，纺织丝绸",
            deeds,
            "2.吴阿毛，纺织丝绸",
            "如对名单中的人选有异议",
            "首届“杭州工匠”认定工作领导小组办公室",
            InWords(NoticeDrivers.Today),
        ];
        var at = 0;
        foreach (var words in said)
        {
            var next = read.IndexOf(words, at, StringComparison.Ordinal);
            Assert.True(next >= 0, $"“{words}” is missing after “{read[..at]}” in “{read}”.");
            at = next + words.Length;
        }

        Assert.DoesNotContain("胡撤回", read, StringComparison.Ordinal);
        (
            await (await app.Staff(StaffRole.TipReviewer)).Api.Get($"{NoticeDrivers.Notices}/{noticeId}/notice.docx")
        ).ShouldRefuse(403, "role-missing");
    }

    private static string InWords(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
