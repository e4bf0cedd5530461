using System.Globalization;
using Craftsman.Domain.Applications;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Craftsman.Api.Applications;

/// <summary>A picture and its size in pixels.</summary>
public sealed record FormPicture(byte[] Jpeg, int Width, int Height);

/// <summary>
/// The 申报表 of the notice (附件) as a Word file of two pages, one for each copy. Rows have fixed heights and texts are fitted into them, so
/// that every word processor makes one page of each.
/// </summary>
public static class FormDocx
{
    private const double Page = 297;
    private const double PageWide = 210;
    private const double Side = 20;
    private const double Top = 14;
    private const double Bottom = 10;

    /// <summary>The seven columns of the table's first row, in millimetres; other rows join some of them.</summary>
    private static readonly double[] Columns = [23, 31, 16, 18, 16, 34, 32];

    private const double PhotoRow = 19;
    private const double Row = 11;
    private const double AddressRow = 13;
    private const double Opinion = 34;
    private const double Deeds = 94;
    private const double Padding = 1.5;

    private const double TextSize = 12;

    /// <summary>Points between a box's border and its text.</summary>
    private const double Above = 4;
    private const double SealLine = 20;
    private const int MillimetresEach = 36_000;

    /// <summary>一寸, the size of photo that forms ask for.</summary>
    private const double PhotoWide = 26;
    private const double PhotoHigh = 36;
    private const double Qr = 17;

    private const string Label = "宋体";
    private const string Writing = "仿宋";
    private const string Latin = "Times New Roman";

    /// <summary>Both copies, alike.</summary>
    /// <param name="photo">Null leaves the place where it is pasted on.</param>
    public static byte[] Write(PaperForm form, FormPicture? photo, byte[] qrPng)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            AddSettings(main);
            var qrPart = main.AddImagePart(ImagePartType.Png, "rIdQr");
            qrPart.FeedData(new MemoryStream(qrPng, writable: false));
            if (photo is not null)
            {
                var photoPart = main.AddImagePart(ImagePartType.Jpeg, "rIdPhoto");
                photoPart.FeedData(new MemoryStream(photo.Jpeg, writable: false));
            }

            main.Document = new Document(
                new Body([
                    .. Copy(form, photo, isSecond: false),
                    .. Copy(form, photo, isSecond: true),
                    Sheet(Top, Bottom, Side),
                ])
            );
        }

        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Copy(PaperForm form, FormPicture? photo, bool isSecond)
    {
        yield return Title(form, isSecond);
        yield return TableOf(form, photo, isSecond);
        // Word makes one table of two without a paragraph between, and wants one at the end; these take no room.
        yield return Line([], size: 1, pitch: 1);
        yield return Foot(form, isSecond);
        yield return Line([], size: 1, pitch: 1);
    }

    private static Paragraph Title(PaperForm form, bool isSecond)
    {
        var title = Line(
            [Text($"{EditionOf(form.Edition)}“杭州工匠”认定工作申报表", Label, 22, isBold: true)],
            JustificationValues.Center,
            pitch: 30,
            after: 6
        );
        title.ParagraphProperties!.PageBreakBefore = isSecond ? new PageBreakBefore() : null;
        return title;
    }

    private static Table TableOf(PaperForm form, FormPicture? photo, bool isSecond) =>
        new(
            Properties(TableBorderValues.All),
            Grid(Columns),
            RowOf(
                PhotoRow,
                LabelCell(0, 1, "姓  名"),
                ValueCell(1, 1, PhotoRow, form.Name),
                LabelCell(2, 1, "年龄"),
                ValueCell(3, 1, PhotoRow, form.Age.ToString(CultureInfo.InvariantCulture)),
                LabelCell(4, 1, "民族"),
                ValueCell(5, 1, PhotoRow, form.EthnicGroup),
                PhotoCell(photo, isSecond)
            ),
            RowOf(
                PhotoRow,
                LabelCell(0, 1, "专业领域"),
                ValueCell(1, 2, PhotoRow, form.Trade),
                LabelCell(3, 2, "职称", "（技能等级）"),
                ValueCell(5, 1, PhotoRow, form.TitleOrSkillLevel),
                Cell(6, 1, [Line([])], new VerticalMerge())
            ),
            RowOf(
                Row,
                LabelCell(0, 1, "联系电话"),
                ValueCell(1, 2, Row, form.Phone),
                LabelCell(3, 2, "手机"),
                ValueCell(5, 2, Row, form.Mobile)
            ),
            RowOf(AddressRow, LabelCell(0, 1, "联系地址"), ValueCell(1, 6, AddressRow, form.Address)),
            RowOf(Row, LabelCell(0, 1, "工作单位"), ValueCell(1, 6, Row, form.WorkUnit)),
            RowOf(
                Opinion,
                LabelCell(0, 1, "推 荐", "单 位", "意 见"),
                OpinionCell(OpinionOf(form), form.Endorsement?.SignedOn)
            ),
            RowOf(Opinion, LabelCell(0, 1, "领  导", "小  组", "办公室", "意  见"), OpinionCell("", null)),
            RowOf(Deeds, LabelCell(0, 1, "主", "要", "事", "迹", "简", "介"), DeedsCell(form.DeedsSummary))
        );

    /// <summary>Below the table: the notice's note, and what ties the paper to the electronic form.</summary>
    private static Table Foot(PaperForm form, bool isSecond)
    {
        double[] columns = [Columns.Sum() - Qr - 3, Qr + 3];
        var dueOn = form.DueOn is { } day ? $"于{InChinese(day)}前" : "";
        Paragraph[] notes =
        [
            Line([Text($"注：申报表一式两份并电子档{dueOn}报市总技协办。", Label, 10.5)], pitch: 17, before: 4),
            Line([Text($"版本码：{VersionCode.InGroups(form.VersionCode)}", Label, 10.5)], pitch: 15),
            Line([Text("纸质表与电子申报的内容应一致；扫右侧二维码可核对电子申报。", Label, 9)], pitch: 13),
        ];
        return new Table(
            Properties(TableBorderValues.None),
            Grid(columns),
            RowOf(
                Qr + 3,
                FreeCell(columns[0], notes),
                FreeCell(
                    columns[1],
                    [
                        Line(
                            [
                                FormDrawing.Of(
                                    "rIdQr",
                                    isSecond ? 4U : 3U,
                                    "电子申报二维码",
                                    (long)(Qr * MillimetresEach),
                                    (long)(Qr * MillimetresEach)
                                ),
                            ],
                            JustificationValues.Right,
                            isExact: false
                        ),
                    ]
                )
            )
        );
    }

    private static string OpinionOf(PaperForm form) =>
        form.Channel switch
        {
            Channel.Self => "个人自荐",
            Channel.PublicTip => string.Create(
                CultureInfo.InvariantCulture,
                $"群众推荐（共有{form.Tipsters}位市民推荐）"
            ),
            _ => form.Endorsement is { } given ? $"{given.Opinion}\n{given.Organization}" : "",
        };

    private static TableCell OpinionCell(string opinion, DateOnly? signedOn)
    {
        const double pitch = 19;
        var room = Points(Opinion) - (2 * pitch) - (2 * Above);
        var fitted = TextFit.Into(opinion, WidthOf(1, 6), room, TextSize, indent: 2);
        Paragraph[] lines =
        [
            Line([], size: Above, pitch: Above),
            .. fitted.Paragraphs.Select(paragraph => Prose(paragraph, fitted)),
            Line(
                [Text("盖      章", Label, TextSize)],
                JustificationValues.Right,
                pitch: pitch,
                // Pushes seal and date to the foot of the box.
                before: room - (fitted.Paragraphs.Count == 0 ? 0 : fitted.Lines * fitted.Pitch),
                right: 2 * SealLine
            ),
            Line(
                [Text(signedOn is { } day ? InChinese(day) : "年    月    日", Label, TextSize)],
                JustificationValues.Right,
                pitch: pitch,
                right: SealLine
            ),
        ];
        return Cell(1, 6, lines, isTop: true);
    }

    private static TableCell DeedsCell(string deeds)
    {
        const double hint = 18;
        var fitted = TextFit.Into(deeds, WidthOf(1, 6), Points(Deeds) - hint - (2 * Above), TextSize, indent: 2);
        return Cell(
            1,
            6,
            [
                Line([], size: Above, pitch: Above),
                Line([Text("（600字以内，详细材料请另附）", Label, 10.5)], pitch: hint),
                .. fitted.Paragraphs.Select(paragraph => Prose(paragraph, fitted)),
            ],
            isTop: true
        );
    }

    private static Paragraph Prose(string text, FittedText fitted)
    {
        var paragraph = Line([Text(text, Writing, fitted.Size)], JustificationValues.Both, pitch: fitted.Pitch);
        paragraph.ParagraphProperties!.Indentation = new Indentation
        {
            FirstLineChars = 200,
            FirstLine = Twips(fitted.Size * 2),
        };
        return paragraph;
    }

    private static TableCell PhotoCell(FormPicture? photo, bool isSecond)
    {
        var start = new VerticalMerge { Val = MergedCellValues.Restart };
        if (photo is null)
        {
            return Cell(6, 1, ["贴", "照", "片", "处"], start);
        }

        var scale = Math.Min(PhotoWide / photo.Width, PhotoHigh / photo.Height) * MillimetresEach;
        var drawing = FormDrawing.Of(
            "rIdPhoto",
            isSecond ? 2U : 1U,
            "贴照片处",
            (long)(photo.Width * scale),
            (long)(photo.Height * scale)
        );
        return Cell(6, 1, [Line([drawing], JustificationValues.Center, isExact: false)], start);
    }

    private static TableCell LabelCell(int column, int span, params string[] lines) =>
        Cell(column, span, [.. lines.Select(line => Centred(line))]);

    private static TableCell ValueCell(int column, int span, double height, string value)
    {
        var fitted = TextFit.Into(value, WidthOf(column, span), Points(height) - 4, TextSize);
        return Cell(
            column,
            span,
            fitted.Paragraphs.Count == 0
                ? [Line([])]
                :
                [
                    .. fitted.Paragraphs.Select(line =>
                        Line([Text(line, Writing, fitted.Size)], JustificationValues.Center, pitch: fitted.Pitch)
                    ),
                ]
        );
    }

    private static TableCell Cell(int column, int span, string[] lines, VerticalMerge merge) =>
        Cell(column, span, [.. lines.Select(line => Centred(line))], merge);

    private static TableCell Cell(
        int column,
        int span,
        IReadOnlyList<Paragraph> content,
        VerticalMerge? merge = null,
        bool isTop = false
    )
    {
        var properties = new TableCellProperties
        {
            TableCellWidth = Width(Columns[column..(column + span)].Sum()),
            GridSpan = span > 1 ? new GridSpan { Val = span } : null,
            VerticalMerge = merge,
            TableCellVerticalAlignment = new TableCellVerticalAlignment
            {
                Val = isTop ? TableVerticalAlignmentValues.Top : TableVerticalAlignmentValues.Center,
            },
        };
        return new TableCell([properties, .. content]);
    }

    private static TableCell FreeCell(double width, IReadOnlyList<Paragraph> content) =>
        new([new TableCellProperties { TableCellWidth = Width(width) }, .. content]);

    private static TableCellWidth Width(double millimetres) =>
        new() { Type = TableWidthUnitValues.Dxa, Width = Twips(Points(millimetres)) };

    private static TableRow RowOf(double height, params TableCell[] cells) =>
        new([
            new TableRowProperties(
                new CantSplit(),
                new TableRowHeight { HeightType = HeightRuleValues.Exact, Val = (uint)Math.Round(Points(height) * 20) }
            ),
            .. cells,
        ]);

    private static TableGrid Grid(double[] columns) =>
        new([.. columns.Select(column => new GridColumn { Width = Twips(Points(column)) })]);

    private static TableProperties Properties(TableBorderValues borders) =>
        new(
            new TableWidth { Type = TableWidthUnitValues.Dxa, Width = Twips(Points(Columns.Sum())) },
            new TableJustification { Val = TableRowAlignmentValues.Center },
            borders == TableBorderValues.All ? Borders(BorderValues.Single) : Borders(BorderValues.None),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TableCellLeftMargin
                {
                    Type = TableWidthValues.Dxa,
                    Width = (short)Math.Round(Points(Padding) * 20),
                },
                new TableCellRightMargin
                {
                    Type = TableWidthValues.Dxa,
                    Width = (short)Math.Round(Points(Padding) * 20),
                }
            )
        );

    private enum TableBorderValues
    {
        None,
        All,
    }

    private static TableBorders Borders(BorderValues kind)
    {
        const uint outside = 12;
        const uint inside = 6;
        return new TableBorders
        {
            TopBorder = new TopBorder
            {
                Val = kind,
                Size = outside,
                Space = 0,
                Color = "000000",
            },
            LeftBorder = new LeftBorder
            {
                Val = kind,
                Size = outside,
                Space = 0,
                Color = "000000",
            },
            BottomBorder = new BottomBorder
            {
                Val = kind,
                Size = outside,
                Space = 0,
                Color = "000000",
            },
            RightBorder = new RightBorder
            {
                Val = kind,
                Size = outside,
                Space = 0,
                Color = "000000",
            },
            InsideHorizontalBorder = new InsideHorizontalBorder
            {
                Val = kind,
                Size = inside,
                Space = 0,
                Color = "000000",
            },
            InsideVerticalBorder = new InsideVerticalBorder
            {
                Val = kind,
                Size = inside,
                Space = 0,
                Color = "000000",
            },
        };
    }

    private static Paragraph Centred(string label) =>
        Line([Text(label, Label, TextSize)], JustificationValues.Center, pitch: 17);

    /// <summary>A paragraph with lines of an exact pitch, or as high as a picture in it.</summary>
    private static Paragraph Line(
        IReadOnlyList<OpenXmlElement> content,
        JustificationValues? justification = null,
        double size = TextSize,
        double pitch = 17,
        double before = 0,
        double after = 0,
        double right = 0,
        bool isExact = true
    )
    {
        var properties = new ParagraphProperties
        {
            SnapToGrid = new SnapToGrid { Val = false },
            SpacingBetweenLines = new SpacingBetweenLines
            {
                Before = Twips(before),
                After = Twips(after),
                Line = isExact ? Twips(pitch) : "240",
                LineRule = isExact ? LineSpacingRuleValues.Exact : LineSpacingRuleValues.Auto,
            },
            Indentation = right > 0 ? new Indentation { Right = Twips(Points(right)) } : null,
            Justification = justification is { } value ? new Justification { Val = value } : null,
            ParagraphMarkRunProperties = new ParagraphMarkRunProperties(
                new FontSize { Val = HalfPoints(Math.Min(size, pitch)) }
            ),
        };
        return new Paragraph([properties, .. content]);
    }

    internal static Run Text(string text, string font, double size, bool isBold = false)
    {
        var properties = new RunProperties
        {
            RunFonts = new RunFonts
            {
                Ascii = Latin,
                HighAnsi = Latin,
                EastAsia = font,
                Hint = FontTypeHintValues.EastAsia,
            },
            Bold = isBold ? new Bold() : null,
            FontSize = new FontSize { Val = HalfPoints(size) },
            FontSizeComplexScript = new FontSizeComplexScript { Val = HalfPoints(size) },
            Languages = new Languages { EastAsia = "zh-CN" },
        };
        return new Run(properties, new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <summary>An upright A4 sheet; margins in millimetres.</summary>
    internal static SectionProperties Sheet(double top, double bottom, double side) =>
        new(
            new PageSize
            {
                Width = (uint)Math.Round(Points(PageWide) * 20),
                Height = (uint)Math.Round(Points(Page) * 20),
            },
            new PageMargin
            {
                Top = (int)Math.Round(Points(top) * 20),
                Bottom = (int)Math.Round(Points(bottom) * 20),
                Left = (uint)Math.Round(Points(side) * 20),
                Right = (uint)Math.Round(Points(side) * 20),
                Header = 0,
                Footer = 0,
                Gutter = 0,
            }
        );

    /// <summary>The way of laying out of today's Word, not that of an older one.</summary>
    internal static void AddSettings(MainDocumentPart main) =>
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(
            new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            )
        );

    /// <summary>首届, 第二届.</summary>
    internal static string EditionOf(int edition) =>
        edition == 1
            ? "首届"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"第{(edition < Numbers.Length ? Numbers[edition] : edition)}届"
            );

    private static readonly string[] Numbers = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    internal static string InChinese(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>Room for text in joined columns, points.</summary>
    private static double WidthOf(int column, int span) =>
        Points(Columns[column..(column + span)].Sum() - (2 * Padding));

    private static double Points(double millimetres) => millimetres * 72 / 25.4;

    private static string Twips(double points) => ((int)Math.Round(points * 20)).ToString(CultureInfo.InvariantCulture);

    private static string HalfPoints(double points) =>
        ((int)Math.Round(points * 2)).ToString(CultureInfo.InvariantCulture);
}
