using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Craftsman.Api.Meetings;

/// <summary>
/// A plain official paper on A4: headings, lines, and tables with borders. The word processor lays it out, for unlike the 申报表 it may be as
/// long as what it says.
/// </summary>
public sealed class OfficialDocx
{
    private const string Heading = "宋体";
    private const string Writing = "仿宋";
    private const string Latin = "Times New Roman";

    /// <summary>In twentieths of a point.</summary>
    private const int PageWide = 11_906;
    private const int PageHigh = 16_838;
    private const int Margin = 1_440;

    private readonly List<OpenXmlElement> content = [];

    /// <param name="size">In points.</param>
    /// <param name="isOnNewPage">Whatever stands before it.</param>
    public OfficialDocx Title(string text, int size = 22, bool isOnNewPage = false)
    {
        var title = Paragraph(text, Heading, size, JustificationValues.Center, isBold: true);
        title.ParagraphProperties!.PageBreakBefore = isOnNewPage ? new PageBreakBefore() : null;
        content.Add(title);
        return this;
    }

    /// <summary>What the lines below it are about; stays on their page.</summary>
    public OfficialDocx Label(string text)
    {
        var label = Paragraph(text, Heading, 12, JustificationValues.Left, isBold: true);
        label.ParagraphProperties!.KeepNext = new KeepNext();
        content.Add(label);
        return this;
    }

    /// <summary>A line, or for each line break in the text one of its own.</summary>
    /// <param name="size">In points.</param>
    public OfficialDocx Line(string text, bool isRight = false, bool isCentred = false, int size = 14)
    {
        var justification =
            isRight ? JustificationValues.Right
            : isCentred ? JustificationValues.Center
            : JustificationValues.Both;
        content.AddRange(text.Split('\n').Select(line => Paragraph(line, Writing, size, justification)));
        return this;
    }

    /// <param name="columns">Headings, and how wide each is, as parts of the whole.</param>
    public OfficialDocx Table(IReadOnlyList<(string Heading, int Parts)> columns, IEnumerable<string[]> rows)
    {
        var whole = columns.Sum(column => column.Parts);
        int[] widths = [.. columns.Select(column => (PageWide - (2 * Margin)) * column.Parts / whole)];
        content.Add(
            new Table([
                new TableProperties(
                    new TableWidth { Type = TableWidthUnitValues.Dxa, Width = Number(widths.Sum()) },
                    Borders(),
                    new TableLayout { Type = TableLayoutValues.Fixed }
                ),
                new TableGrid([.. widths.Select(width => new GridColumn { Width = Number(width) })]),
                Row(widths, [.. columns.Select(column => column.Heading)], Heading),
                .. rows.Select(row => Row(widths, row, Writing)),
            ])
        );
        return Line("", size: 6);
    }

    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            package.AddMainDocumentPart().Document = new Document(new Body([.. content, Sheet()]));
        }

        return stream.ToArray();
    }

    private static TableRow Row(int[] widths, string[] cells, string font) =>
        new([
            new TableRowProperties(new CantSplit()),
            .. cells.Select(
                (text, at) =>
                    new TableCell(
                        new TableCellProperties
                        {
                            TableCellWidth = new TableCellWidth
                            {
                                Type = TableWidthUnitValues.Dxa,
                                Width = Number(widths[at]),
                            },
                        },
                        Paragraph(text, font, 11, JustificationValues.Left)
                    )
            ),
        ]);

    private static Paragraph Paragraph(
        string text,
        string font,
        int size,
        JustificationValues justification,
        bool isBold = false
    ) =>
        new(
            new ParagraphProperties
            {
                SpacingBetweenLines = new SpacingBetweenLines
                {
                    Before = "60",
                    After = "60",
                    Line = "360",
                    LineRule = LineSpacingRuleValues.Auto,
                },
                Justification = new Justification { Val = justification },
            },
            new Run(
                new RunProperties
                {
                    RunFonts = new RunFonts
                    {
                        Ascii = Latin,
                        HighAnsi = Latin,
                        EastAsia = font,
                        Hint = FontTypeHintValues.EastAsia,
                    },
                    Bold = isBold ? new Bold() : null,
                    FontSize = new FontSize { Val = Number(size * 2) },
                    Languages = new Languages { EastAsia = "zh-CN" },
                },
                new Text(text) { Space = SpaceProcessingModeValues.Preserve }
            )
        );

    private static TableBorders Borders()
    {
        const uint eighthsOfAPoint = 4;
        return new TableBorders
        {
            TopBorder = new TopBorder { Val = BorderValues.Single, Size = eighthsOfAPoint },
            LeftBorder = new LeftBorder { Val = BorderValues.Single, Size = eighthsOfAPoint },
            BottomBorder = new BottomBorder { Val = BorderValues.Single, Size = eighthsOfAPoint },
            RightBorder = new RightBorder { Val = BorderValues.Single, Size = eighthsOfAPoint },
            InsideHorizontalBorder = new InsideHorizontalBorder { Val = BorderValues.Single, Size = eighthsOfAPoint },
            InsideVerticalBorder = new InsideVerticalBorder { Val = BorderValues.Single, Size = eighthsOfAPoint },
        };
    }

    private static SectionProperties Sheet() =>
        new(
            new PageSize { Width = PageWide, Height = PageHigh },
            new PageMargin
            {
                Top = Margin,
                Bottom = Margin,
                Left = Margin,
                Right = Margin,
                Header = 720,
                Footer = 720,
                Gutter = 0,
            }
        );

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
