using System.IO.Compression;
using System.Security;
using System.Text;

namespace Craftsman.Tests.Support;

/// <summary>A small xlsx written by hand, so that tests can also write wrong ones.</summary>
public sealed record Sheet(IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    public static readonly string[] Headers =
    [
        "姓名",
        "出生日期",
        "民族",
        "区县",
        "专业领域",
        "职称（技能等级）",
        "联系电话",
        "手机",
        "联系地址",
        "工作单位",
        "主要事迹简介",
        "中国国籍",
        "工会会员",
        "一线岗位",
        "在杭从业起始日期",
        "认定条件",
        "条件说明",
        "大赛级别",
        "大赛名次",
        "承诺材料真实",
    ];

    /// <summary>The template with these rows.</summary>
    public static Sheet Of(params IReadOnlyList<string?>[] rows) => new([Headers, .. rows]);

    /// <summary>A row that is right, of a worker nobody else in this run is.</summary>
    public static string?[] Worker(string name = "陆长根") =>
        [
            name,
            "1980-05-12",
            "汉族",
            "上城区",
            "纺织丝绸",
            "高级技师",
            null,
            A.Form().Mobile,
            "上城区清河坊四十七号",
            "杭州丝绸印染厂",
            "进厂二十多年，一直守在印染机旁，带出了三十多名徒弟。",
            "是",
            "是",
            "是",
            "36951",
            "1",
            "独创的配色法，不看样卡也分毫不差。",
            null,
            null,
            "是",
        ];

    public byte[] Bytes(
        string contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    )
    {
        var data = new StringBuilder();
        foreach (var row in Rows)
        {
            data.Append("<row>");
            foreach (var cell in row)
            {
                data.Append(
                    cell is null ? "<c/>"
                    : cell.All(char.IsAsciiDigit) ? $"<c><v>{cell}</v></c>"
                    : $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(cell)}</t></is></c>"
                );
            }

            data.Append("</row>");
        }

        return Zip(
            (
                "[Content_Types].xml",
                $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{contentType}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""
            ),
            (
                "_rels/.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
            ),
            (
                "xl/workbook.xml",
                """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="名单" sheetId="1" r:id="r1"/></sheets></workbook>"""
            ),
            (
                "xl/_rels/workbook.xml.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""
            ),
            (
                "xl/worksheets/sheet1.xml",
                $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{data}</sheetData></worksheet>"""
            )
        );
    }

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(text);
            }
        }

        return file.ToArray();
    }
}
