using System.IO.Compression;
using Craftsman.Domain;
using Craftsman.Domain.Media;

namespace Craftsman.Infrastructure.Media;

/// <summary>Tells what a proof is by looking into it. Nothing of it is run or rendered, and a Word file is looked at without unpacking it.</summary>
public static class Proofs
{
    private const int MostEntries = 2000;
    private const int MostContentTypesBytes = 256 * 1024;
    private const int PdfTail = 2048;

    public static Decision<FileKind> KindOf(Stream file)
    {
        var start = new byte[ContentKinds.BytesNeeded];
        file.Position = 0;
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return ContentKinds.Of(start.AsSpan(0, length)) switch
        {
            ContentKind.Jpeg => FileKind.Jpeg,
            ContentKind.Png => FileKind.Png,
            ContentKind.Pdf => Pdf(file),
            ContentKind.Zip => Docx(file),
            _ => MediaRefusals.FileTypeUnsupported,
        };
    }

    private static Decision<FileKind> Pdf(Stream file)
    {
        var tail = new byte[Math.Min(PdfTail, file.Length)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        return tail.AsSpan().IndexOf("%%EOF"u8) >= 0 ? FileKind.Pdf : MediaRefusals.FileUnreadable;
    }

    private static Decision<FileKind> Docx(Stream file)
    {
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries || zip.Entries.Any(entry => entry.IsEncrypted))
            {
                return MediaRefusals.FileUnreadable;
            }

            if (
                zip.GetEntry("word/document.xml") is null
                || zip.GetEntry("[Content_Types].xml") is not { Length: < MostContentTypesBytes } types
            )
            {
                return MediaRefusals.FileTypeUnsupported;
            }

            return zip.Entries.Any(IsMacro) || Text(types).Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
                ? MediaRefusals.FileHasMacros
                : FileKind.Docx;
        }
        catch (InvalidDataException)
        {
            return MediaRefusals.FileUnreadable;
        }
    }

    private static bool IsMacro(ZipArchiveEntry entry) =>
        entry.Name.StartsWith("vba", StringComparison.OrdinalIgnoreCase)
        || entry.Name.EndsWith(".docm", StringComparison.OrdinalIgnoreCase);

    /// <summary>At most as much as the entry said it holds; one that lied is cut off.</summary>
    private static string Text(ZipArchiveEntry entry)
    {
        var buffer = new byte[MostContentTypesBytes];
        using var content = entry.Open();
        return System.Text.Encoding.UTF8.GetString(
            buffer,
            0,
            content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)
        );
    }
}
