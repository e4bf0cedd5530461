using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Applications;

/// <summary>A union's list: all of it or nothing, and once.</summary>
public sealed class ImportApplicationsTests(App app)
{
    [Fact]
    public async Task Every_row_becomes_a_draft_that_is_completed_and_submitted()
    {
        var (union, organizationId) = await app.AFiler("DistrictUnion");

        var report = (await union.Imports(Sheet.Of(Sheet.Worker("陆长根"), Sheet.Worker("沈阿根")).Bytes())).Should(
            200
        );

        Assert.Equal(2, report.Number("imported"));
        Assert.Equal(2, await Drafts(organizationId));
        Assert.Equal(
            1,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM audit_entries WHERE subject_id = @organizationId AND action = 'application.imported'",
                new { organizationId }
            )
        );
        var id = report.Json.GetProperty("items")[0].GetProperty("applicationId").GetGuid();
        var draft = await union.SeesFiled(id);
        Assert.Equal("2001-03-01", (string?)draft["inTradeInHangzhouSince"]);
        Assert.Equal("330102", (string?)draft["district"]);
        (await union.MovesFiled(id, "submit")).ShouldRefuse(409, "application-incomplete");
        await union.Completes(draft);
        (await union.SavesFiled(id, draft)).Should(200);
        (await union.MovesFiled(id, "submit")).Should(200);
        Assert.Equal("Submitted", await app.StateOfApplication(id));
    }

    [Fact]
    public async Task One_wrong_row_stores_none_and_every_fault_is_told_by_row_and_field()
    {
        var (union, organizationId) = await app.AFiler("IndustrialUnion");
        var young = Sheet.Worker("丁小军");
        young[14] = "2024-01-01";
        var odd = Sheet.Worker("周一刀");
        odd[1] = "五月十二";
        odd[3] = "黄浦区";
        odd[15] = "6";
        odd[10] = new string('工', 601);
        var right = Sheet.Worker("吴师傅");

        var refused = (await union.Imports(Sheet.Of(right, young, odd, right).Bytes())).ShouldRefuse(
            409,
            "list-rows-invalid"
        );

        var rows = refused.Json.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal([3, 4, 5], rows.Select(row => row.GetProperty("row").GetInt32()));
        Assert.Equal(
            [
                ["inTradeInHangzhouSince"],
                ["birthDate", "conditions[0].number", "deedsSummary", "district"],
                ["name"],
            ],
            rows.Select(row =>
                row.GetProperty("errors")
                    .EnumerateObject()
                    .Select(error => error.Name)
                    .Order(StringComparer.Ordinal)
                    .ToArray()
            )
        );
        Assert.Equal(0, await Drafts(organizationId));
    }

    [Fact]
    public async Task The_same_file_is_imported_once_however_often_and_concurrently_it_is_sent()
    {
        var (union, organizationId) = await app.AFiler("DistrictUnion");
        var file = Sheet.Of(Sheet.Worker(), Sheet.Worker("沈阿根")).Bytes();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => union.Imports(file)));

        Assert.Single(answers.Select(answer => answer.Should(200).Text).Distinct());
        Assert.Equal(2, await Drafts(organizationId));
    }

    public static TheoryData<string> WrongFiles => [.. Wrong.Keys];

    private static readonly Dictionary<string, (Func<byte[]> File, string Code)> Wrong = new()
    {
        ["text"] = (() => "姓名,手机"u8.ToArray(), "list-unreadable"),
        ["a zip of something else"] = (() => Sheet.Zip(("a.txt", "x")), "list-unreadable"),
        ["half a file"] = (() => Sheet.Of(Sheet.Worker()).Bytes()[..400], "list-unreadable"),
        ["a workbook with macros"] = (
            () => Sheet.Of(Sheet.Worker()).Bytes("application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
            "list-unreadable"
        ),
        ["a zip bomb"] = (() => Sheet.Zip(("xl/workbook.xml", new string(' ', 40_000_000))), "list-too-large"),
        ["too many parts"] = (
            () => Sheet.Zip([.. Enumerable.Range(0, 300).Select(at => ($"{at}", "x"))]),
            "list-too-large"
        ),
        ["too many rows"] = (() => Sheet.Of([.. Enumerable.Repeat(Sheet.Worker(), 501)]).Bytes(), "list-too-large"),
        ["too many columns"] = (
            () =>
                new Sheet([
                    [.. Enumerable.Range(0, 41).Select(at => $"栏{at}")],
                ]).Bytes(),
            "list-too-large"
        ),
        ["nobody"] = (() => Sheet.Of().Bytes(), "list-empty"),
        ["other columns"] = (
            () =>
                new Sheet([
                    ["姓名", "身份证号"],
                    ["陆长根", "3301"],
                ]).Bytes(),
            "list-headers-wrong"
        ),
        ["a column twice"] = (
            () =>
                new Sheet([
                    ["姓名", "姓名"],
                    ["陆长根", "陆长根"],
                ]).Bytes(),
            "list-headers-wrong"
        ),
    };

    [Theory]
    [MemberData(nameof(WrongFiles))]
    public async Task A_file_that_is_no_such_list_is_refused_and_nothing_is_stored(string what)
    {
        var (union, organizationId) = await app.AFiler("DistrictUnion");

        (await union.Imports(Wrong[what].File())).ShouldRefuse(400, Wrong[what].Code);

        Assert.Equal(0, await Drafts(organizationId));
    }

    [Fact]
    public async Task Who_works_for_no_organization_imports_nothing()
    {
        var (_, person) = await app.NewStaff(StaffRole.OrganizationUser);

        (await person.Imports(Sheet.Of(Sheet.Worker()).Bytes())).ShouldRefuse(409, "channel-not-yours");
        (await (await app.Staff(StaffRole.TipReviewer)).Imports([])).ShouldRefuse(403, "role-missing");
    }

    private Task<int> Drafts(Guid organizationId) =>
        app.Database.Value<int>(
            "SELECT COUNT(*) FROM applications WHERE organization_id = @organizationId AND state = 'Draft'",
            new { organizationId }
        );
}
