using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Craftsman.Domain;
using Craftsman.Domain.Applications;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Craftsman.Api.Applications;

/// <summary>A row of a sheet by the headers above it.</summary>
/// <param name="Number">As the spreadsheet shows it; the headers are row 1.</param>
public sealed record SheetRow(int Number, IReadOnlyDictionary<string, string> Cells);

/// <summary>The headers of a sheet and the rows below that are not blank.</summary>
public sealed record SheetRows(IReadOnlyCollection<string> Headers, IReadOnlyList<SheetRow> Rows);

/// <summary>
/// Reads the first sheet of an xlsx as text. What it may unpack to is known and bounded before anything is unpacked, rows and columns are
/// counted as they come, and nothing is computed: of a formula only its stored result is read.
/// </summary>
public static class ListSheet
{
    public const int MostRows = 500;
    private const int MostColumns = 40;
    private const int MostEntries = 200;
    private const long MostUnpacked = 30L * 1024 * 1024;
    private const int MostCharactersInCell = 6000;

    public static Decision<SheetRows> Read(Stream file)
    {
        try
        {
            if (Unpacked(file).IsRefused(out var refusal))
            {
                return refusal;
            }

            file.Position = 0;
            using var document = SpreadsheetDocument.Open(
                file,
                isEditable: false,
                new OpenSettings { MaxCharactersInPart = MostUnpacked }
            );
            return
                document.DocumentType == SpreadsheetDocumentType.Workbook
                && document.WorkbookPart is { } workbook
                && FirstSheet(workbook) is { } sheet
                ? Rows(sheet, SharedStrings(workbook))
                : ImportRefusals.Unreadable;
        }
        catch (Exception e)
            when (e
                    is OpenXmlPackageException
                        or InvalidDataException
                        or XmlException
                        or FormatException
                        or ArgumentException
                        or InvalidOperationException
            )
        {
            // A file that is no workbook fails in the library in any of these ways.
            return ImportRefusals.Unreadable;
        }
    }

    /// <summary>An entry never unpacks to more than it declares, so the sum of what is declared bounds the work.</summary>
    private static Decision<long> Unpacked(Stream file)
    {
        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var all = zip.Entries.Sum(entry => entry.Length);
        return zip.Entries.Any(entry =>
                entry.IsEncrypted || entry.Name.StartsWith("vba", StringComparison.OrdinalIgnoreCase)
            )
                ? ImportRefusals.Unreadable
            : zip.Entries.Count > MostEntries || all > MostUnpacked ? ImportRefusals.TooLarge
            : all;
    }

    private static WorksheetPart? FirstSheet(WorkbookPart workbook)
    {
        using var reader = OpenXmlReader.Create(workbook);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Sheet) && reader.IsStartElement)
            {
                var id = reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == "id").Value;
                return id is not null && workbook.TryGetPartById(id, out var part) ? part as WorksheetPart : null;
            }
        }

        return null;
    }

    private static List<string> SharedStrings(WorkbookPart workbook)
    {
        var strings = new List<string>();
        if (workbook.SharedStringTablePart is not { } part)
        {
            return strings;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                strings.Add(TextOf((SharedStringItem)reader.LoadCurrentElement()!));
            }
        }

        return strings;
    }

    private static Decision<SheetRows> Rows(WorksheetPart sheet, List<string> strings)
    {
        Dictionary<int, string>? headers = null;
        var rows = new List<SheetRow>();
        using var reader = OpenXmlReader.Create(sheet);
        var number = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            number =
                reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == "r").Value is { } given
                && int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var told)
                    ? told
                    : number + 1;
            if (Cells(reader, strings) is not { } cells)
            {
                return ImportRefusals.TooLarge;
            }

            if (headers is null)
            {
                headers = cells;
                if (headers.Count == 0 || headers.Values.Distinct().Count() != headers.Count)
                {
                    return ImportRefusals.HeadersUnknown;
                }

                continue;
            }

            if (cells.Count == 0)
            {
                continue;
            }

            if (cells.Keys.Any(column => !headers.ContainsKey(column)))
            {
                return ImportRefusals.HeadersUnknown;
            }

            if (rows.Count == MostRows)
            {
                return ImportRefusals.TooLarge;
            }

            rows.Add(new SheetRow(number, cells.ToDictionary(cell => headers[cell.Key], cell => cell.Value)));
        }

        return headers is null || rows.Count == 0 ? ImportRefusals.Empty : new SheetRows(headers.Values, rows);
    }

    /// <summary>The cells of a row that are not blank, by column from 0; null when there are too many, or one is too long.</summary>
    private static Dictionary<int, string>? Cells(OpenXmlReader reader, List<string> strings)
    {
        var cells = new Dictionary<int, string>();
        var column = -1;
        if (!reader.ReadFirstChild())
        {
            return cells;
        }

        do
        {
            if (reader.ElementType != typeof(Cell) || reader.LoadCurrentElement() is not Cell cell)
            {
                continue;
            }

            column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : column + 1;
            var text = TextOf(cell, strings).Trim();
            if (text.Length == 0)
            {
                continue;
            }

            if (column is < 0 or >= MostColumns || text.Length > MostCharactersInCell)
            {
                return null;
            }

            cells[column] = text;
        } while (reader.ReadNextSibling());

        return cells;
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper))
        {
            column = (column * 26) + (letter - 'A') + 1;
            if (column > MostColumns)
            {
                break;
            }
        }

        return column - 1;
    }

    private static string TextOf(Cell cell, List<string> strings)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString)
        {
            return
                int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < strings.Count
                ? strings[at]
                : "";
        }

        if (type == CellValues.InlineString)
        {
            return cell.InlineString is { } inline ? TextOf(inline) : "";
        }

        if (type == CellValues.Boolean)
        {
            return value == "1" ? "是" : "否";
        }

        // A phone that the spreadsheet took for a number may be written as 1.39E10.
        return type is null && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.############", CultureInfo.InvariantCulture)
            : value;
    }

    /// <summary>The runs of a rich text without the readings that Asian spreadsheets put above it.</summary>
    private static string TextOf(OpenXmlElement element) =>
        string.Concat(
            element
                .ChildElements.Where(child => child is Text or Run)
                .Select(child => child is Run run ? run.Text?.Text ?? "" : child.InnerText)
        );
}
