using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Craftsman.Api.Applications;

/// <summary>
/// One sheet of text, written row by row into a stream that is only written to; nothing but the row at hand is kept. Text stays text:
/// cells are inline strings, which no program reads as formulas, and what looks like a formula is marked as quoted, so that it stays text
/// when somebody edits it or saves the sheet as another kind of file.
/// </summary>
public sealed class XlsxWriter : IDisposable
{
    private const uint Plain = 0;
    private const uint Heading = 1;
    private const uint Quoted = 2;

    /// <summary>What a program may take for the beginning of a formula or of a command.</summary>
    private const string Suspicious = "=+-@\t\r\n|%＝＋－＠";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    private const string Applications = "申报汇总";

    private static readonly (string Name, string Xml)[] Parts =
    [
        (
            "[Content_Types].xml",
            $"""
            {Declaration}<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
            """
        ),
        (
            "_rels/.rels",
            $"""
            {Declaration}<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """
        ),
        (
            "xl/workbook.xml",
            $"""
            {Declaration}<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{Applications}" sheetId="1" r:id="rId1"/></sheets></workbook>
            """
        ),
        (
            "xl/_rels/workbook.xml.rels",
            $"""
            {Declaration}<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """
        ),
        (
            "xl/styles.xml",
            $"""
            {Declaration}<styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/><xf xfId="0" quotePrefix="1"/></cellXfs></styleSheet>
            """
        ),
    ];

    private readonly ZipArchive zip;
    private readonly Stream sheet;
    private readonly OpenXmlWriter writer;

    /// <param name="columns">Heading and width, in characters, of each.</param>
    /// <param name="name">Of the sheet, as its tab shows it; ours, never a citizen's words.</param>
    public XlsxWriter(Stream output, IReadOnlyList<(string Heading, double Width)> columns, string name = Applications)
    {
        zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        foreach (var (path, xml) in Parts)
        {
            using var part = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
            part.Write(Encoding.UTF8.GetBytes(xml.Replace(Applications, name, StringComparison.Ordinal)));
        }

        sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        writer = OpenXmlWriter.Create(sheet);
        writer.WriteStartDocument();
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            )
        );
        writer.WriteElement(
            new Columns([
                .. columns.Select(
                    (column, at) =>
                        new Column
                        {
                            Min = (uint)at + 1,
                            Max = (uint)at + 1,
                            Width = column.Width,
                            CustomWidth = true,
                        }
                ),
            ])
        );
        writer.WriteStartElement(new SheetData());
        Write([.. columns.Select(column => column.Heading)], isHeading: true);
    }

    public void Row(params string[] cells) => Write(cells, isHeading: false);

    /// <summary>Ends the file. One that was not ended cannot be opened, and so is not taken for a whole one.</summary>
    public void End()
    {
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.Dispose();
        sheet.Dispose();
        zip.Dispose();
    }

    public void Dispose()
    {
        writer.Dispose();
        sheet.Dispose();
        zip.Dispose();
    }

    private void Write(IReadOnlyList<string> cells, bool isHeading)
    {
        writer.WriteStartElement(new Row());
        foreach (var text in cells)
        {
            var shown = Xml(text);
            writer.WriteElement(
                new Cell(new InlineString(new Text(shown) { Space = SpaceProcessingModeValues.Preserve }))
                {
                    DataType = CellValues.InlineString,
                    StyleIndex =
                        isHeading ? Heading
                        : shown.Length > 0 && Suspicious.Contains(shown[0], StringComparison.Ordinal) ? Quoted
                        : Plain,
                }
            );
        }

        writer.WriteEndElement();
    }

    /// <summary>Without what XML cannot say, such as half of a surrogate pair.</summary>
    private static string Xml(string text) =>
        text.All(XmlConvert.IsXmlChar)
            ? text
            : string.Concat(
                text.EnumerateRunes()
                    .Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
                    .Select(rune => rune.ToString())
            );
}
