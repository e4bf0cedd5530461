using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Craftsman.Tests.Support;

/// <summary>What applicants and staff do with the printed 申报表.</summary>
public static partial class PaperDrivers
{
    public static Task<byte[]> DownloadsForm(this Citizen citizen, Guid applicationId) =>
        citizen.Api.Bytes($"/api/v1/me/applications/{applicationId}/form.docx");

    /// <param name="version">As it was submitted that time; null for the form as it stands.</param>
    public static Task<byte[]> DownloadsForm(this StaffMember staff, Guid applicationId, int? version = null) =>
        staff.Api.Bytes(
            $"/admin/v1/applications/{applicationId}/form.docx{(version is null ? "" : $"?version={version}")}"
        );

    /// <summary>The code printed on the form.</summary>
    public static async Task<string> PrintsCode(this Citizen citizen, Guid applicationId) =>
        CodeIn(await citizen.DownloadsForm(applicationId));

    public static string CodeIn(byte[] docx) => Code().Match(TextOf(docx)).Groups["code"].Value;

    /// <summary>The pictures in a Word file, in base64.</summary>
    public static IReadOnlyList<string> PicturesIn(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx, writable: false), isEditable: false);
        return
        [
            .. document.MainDocumentPart!.ImageParts.Select(part =>
            {
                using var stream = part.GetStream();
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                return Convert.ToBase64String(copy.ToArray());
            }),
        ];
    }

    /// <summary>Records signed copies, whatever comes of it.</summary>
    public static Task<Answer> ReceivesPaper(
        this StaffMember clerk,
        Guid applicationId,
        string versionCode,
        int copies = 2
    ) => clerk.Api.Post($"/admin/v1/applications/{applicationId}/paper-received", new { versionCode, copies });

    /// <summary>All that a Word file says, without any white space.</summary>
    public static string TextOf(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx, writable: false), isEditable: false);
        return Dense(document.MainDocumentPart!.Document!.Body!.InnerText);
    }

    public static string Dense(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>What the format's own validator has against a file.</summary>
    public static IReadOnlyList<string> Faults(OpenXmlPackage document) =>
        [
            .. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365)
                .Validate(document)
                .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"),
        ];

    [GeneratedRegex(
        "版本码：(?<code>[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4})",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Code();
}
