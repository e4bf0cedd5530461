using System.Globalization;
using Craftsman.Api.Applications;
using Craftsman.Domain.Campaigns;
using Craftsman.Infrastructure.PublicNotices;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Craftsman.Api.PublicNotices;

/// <summary>A notice as it is sent to newspaper, television and network (五, 社会公示): title, text, period, those who are named, and how to object.</summary>
public static class NoticeDocx
{
    private const string Heading = "黑体";
    private const string Writing = "仿宋";
    private const double BodySize = 16;
    private const double TitleSize = 22;

    /// <summary>Points from line to line, as in papers of public bodies.</summary>
    private const double Pitch = 28;

    /// <param name="entries">Those who may be named, in their order.</param>
    public static byte[] Write(
        Campaign campaign,
        StaffNotice notice,
        DayPeriod period,
        IReadOnlyList<StaffEntry> entries
    )
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            FormDocx.AddSettings(main);
            main.Document = new Document(
                new Body([
                    .. Paragraphs(campaign, notice, period, entries),
                    FormDocx.Sheet(top: 37, bottom: 35, side: 27),
                ])
            );
        }

        return stream.ToArray();
    }

    private static IEnumerable<Paragraph> Paragraphs(
        Campaign campaign,
        StaffNotice notice,
        DayPeriod period,
        IReadOnlyList<StaffEntry> entries
    )
    {
        yield return Line(notice.Title, Heading, TitleSize, JustificationValues.Center, after: Pitch);
        foreach (var paragraph in (notice.Text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return Indented(paragraph.Trim());
        }

        yield return Indented(
            $"公示时间：{Day(period.FirstDay)}至{Day(period.LastDay)}，共{notice.WorkingDays}个工作日。"
        );
        yield return Indented($"公示名单（共{entries.Count}人）：");
        foreach (var (entry, at) in entries.Select((entry, at) => (entry, at)))
        {
            yield return Indented($"{at + 1}. {EntryOf(campaign, entry)}");
            if (entry.Text is { } text)
            {
                yield return Indented(text.ReplaceLineEndings(" "));
            }
        }

        yield return Indented(
            "公示期间，如对名单中的人选有异议，可通过“寻找我身边的杭州工匠”小程序实名或匿名提出，也可来电、来信反映，并说明具体情况和依据。"
        );
        yield return Line(
            $"{FormDocx.EditionOf(campaign.Edition)}“杭州工匠”认定工作领导小组办公室",
            Writing,
            BodySize,
            JustificationValues.Right,
            before: Pitch
        );
        yield return Line(Day(period.FirstDay), Writing, BodySize, JustificationValues.Right);
    }

    private static string EntryOf(Campaign campaign, StaffEntry entry)
    {
        var trade = campaign.Trades.FirstOrDefault(trade => trade.Code == entry.Trade)?.Name ?? entry.Trade;
        return entry is { ShowsWorkUnit: true, WorkUnit: { } unit }
            ? $"{entry.Name}，{unit}，{trade}"
            : $"{entry.Name}，{trade}";
    }

    private static Paragraph Indented(string text)
    {
        var line = Line(text, Writing, BodySize, JustificationValues.Both);
        line.ParagraphProperties!.Indentation = new Indentation
        {
            FirstLineChars = 200,
            FirstLine = Twips(2 * BodySize),
        };
        return line;
    }

    private static Paragraph Line(
        string text,
        string font,
        double size,
        JustificationValues justification,
        double before = 0,
        double after = 0
    ) =>
        new(
            new ParagraphProperties
            {
                SnapToGrid = new SnapToGrid { Val = false },
                SpacingBetweenLines = new SpacingBetweenLines
                {
                    Before = Twips(before),
                    After = Twips(after),
                    Line = Twips(Math.Max(Pitch, size * 1.5)),
                    LineRule = LineSpacingRuleValues.Exact,
                },
                Justification = new Justification { Val = justification },
            },
            FormDocx.Text(text, font, size)
        );

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static string Twips(double points) => ((int)Math.Round(points * 20)).ToString(CultureInfo.InvariantCulture);
}
