using Craftsman.Api.Applications;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Craftsman.Tests.Applications;

public sealed class ExportApplicationsTests(App app)
{
    private const string Path = "/admin/v1/applications/export.xlsx";

    [Fact]
    public async Task The_table_has_a_line_for_each_submitted_application_with_phones_by_their_ends()
    {
        var form = A.Form() with { Name = app.UniqueName("沈") };
        var applicant = await app.NewCitizen();
        var applicationId = await applicant.Applies(form);
        var draft = app.UniqueName("章");
        await applicant.Drafts(A.Form() with { Name = draft });
        await (await app.Staff(StaffRole.OfficeClerk)).ReceivesPaper(
            applicationId,
            await applicant.PrintsCode(applicationId)
        );

        var rows = RowsOf(await (await app.Staff(StaffRole.QualificationReviewer)).Api.Bytes(Path));

        Assert.Equal("姓名", rows[0][0]);
        var row = Assert.Single(rows, row => row[0] == form.Name);
        Assert.Equal(["杭州丝绸印染厂", "上城区", "纺织丝绸", "高级技师"], row.Skip(1).Take(4));
        Assert.Equal(Domain.Identity.Phone.Mask(form.Mobile!), row[5]);
        Assert.Equal(["个人自荐", "主申报", "已提交"], row.Skip(6).Take(3));
        Assert.Equal("2", row[10]);
        Assert.DoesNotContain(rows, row => row[0] == draft);
        Assert.DoesNotContain(rows, row => row.Contains(form.Mobile!) || row.Contains(form.Phone!));
    }

    [Fact]
    public async Task What_looks_like_a_formula_stays_text()
    {
        string[] signs = ["=", "+", "-", "@"];
        var names = signs.Select(sign => app.UniqueName($"{sign}1+1")).ToList();
        foreach (var name in names)
        {
            await (await app.NewCitizen()).Applies(A.Form() with { Name = name });
        }

        var file = await (await app.Staff(StaffRole.OfficeClerk)).Api.Bytes(Path);

        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(PaperDrivers.Faults(document));
        var cells = CellsOf(document);
        Assert.DoesNotContain(cells.SelectMany(row => row), cell => cell.CellFormula is not null);
        Assert.All(names, name => AssertQuoted(document, Assert.Single(cells, row => row[0].InnerText == name)[0]));
    }

    [Theory]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("＝1+1")]
    [InlineData("=cmd|' /c calc'!A1")]
    public void The_writer_quotes_and_escapes_whatever_it_is_given(string text)
    {
        using var stream = new MemoryStream();
        using (var sheet = new XlsxWriter(stream, [("甲", 10), ("乙", 10)]))
        {
            sheet.Row(text, "<&\u0000>\ud800");
            sheet.End();
        }

        using var document = SpreadsheetDocument.Open(new MemoryStream(stream.ToArray()), isEditable: false);
        Assert.Empty(PaperDrivers.Faults(document));
        var row = CellsOf(document)[1];
        AssertQuoted(document, row[0]);
        Assert.Equal("<&>\ufffd", row[1].InnerText);
    }

    [Fact]
    public async Task Who_works_for_some_districts_gets_those_and_each_export_is_on_record()
    {
        var form = A.Form() with { Name = app.UniqueName("沈") };
        await (await app.NewCitizen()).Applies(form);
        var (id, clerk) = await app.NewStaff(StaffRole.OfficeClerk);
        (await (await app.Staff(StaffRole.TipReviewer)).Api.Get(Path)).ShouldRefuse(403, "role-missing");
        Assert.Equal(
            ["trade"],
            (await clerk.Api.Get($"{Path}?trade=magic")).ShouldRefuse(400, "request-malformed").ErrorFields
        );

        var own = RowsOf(await (await app.DistrictReviewer("330102")).Api.Bytes(Path));
        var others = RowsOf(await (await app.DistrictReviewer("330106")).Api.Bytes(Path));
        var filtered = RowsOf(await clerk.Api.Bytes($"{Path}?district=330106&channel=Self"));

        Assert.Contains(own, row => row[0] == form.Name);
        Assert.DoesNotContain(others, row => row[0] == form.Name);
        Assert.DoesNotContain(filtered, row => row[0] == form.Name);
        Assert.Equal(
            1,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM audit_entries WHERE staff_id = @id AND action = 'applications.exported' AND detail LIKE '%330106%'",
                new { id }
            )
        );
    }

    private static void AssertQuoted(SpreadsheetDocument document, Cell cell)
    {
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!;
        Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
        Assert.True(((CellFormat)formats.ChildElements[(int)cell.StyleIndex!.Value]).QuotePrefix!.Value);
    }

    private static IReadOnlyList<Cell[]> CellsOf(SpreadsheetDocument document) =>
        [
            .. document
                .WorkbookPart!.WorksheetParts.Single()
                .Worksheet!.Descendants<Row>()
                .Select(row => row.Elements<Cell>().ToArray()),
        ];

    private static IReadOnlyList<string[]> RowsOf(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        return [.. CellsOf(document).Select(row => row.Select(cell => cell.InnerText).ToArray())];
    }
}
