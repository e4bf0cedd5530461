using System.Globalization;
using System.Text;

namespace Craftsman.Domain.Media;

/// <summary>What may be sent as a proof.</summary>
public enum FileKind
{
    Pdf,
    Docx,
    Jpeg,
    Png,
}

public static class FileRules
{
    /// <summary>How many files of one citizen are kept at a time.</summary>
    public const int MostPerCitizen = 50;

    private const int LongestName = 80;
    private const string NotInNames = "<>:\"|?*";

    public static string Extension(FileKind kind) =>
        kind switch
        {
            FileKind.Pdf => ".pdf",
            FileKind.Docx => ".docx",
            FileKind.Jpeg => ".jpg",
            _ => ".png",
        };

    public static string MediaType(FileKind kind) =>
        kind switch
        {
            FileKind.Pdf => "application/pdf",
            FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            FileKind.Jpeg => "image/jpeg",
            _ => "image/png",
        };

    /// <summary>
    /// A name that is safe to save under anywhere: no folders, no control or direction characters, none that a file system reserves, and the
    /// extension of what the file is, so that no name dresses it up as something else.
    /// </summary>
    public static string NameOf(string? sent, FileKind kind)
    {
        var last = (sent ?? "").Split('/', '\\')[^1];
        var name = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            var isKept =
                rune != Rune.ReplacementChar
                && Rune.GetUnicodeCategory(rune)
                    is not (
                        UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                        or UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned
                    )
                && !(rune.IsBmp && NotInNames.Contains((char)rune.Value, StringComparison.Ordinal));
            if (isKept && name.Length + rune.Utf16SequenceLength <= LongestName)
            {
                name.Append(rune.ToString());
            }
        }

        var extension = Extension(kind);
        var stem = name.ToString().Trim(' ', '.');
        foreach (var same in kind == FileKind.Jpeg ? [".jpg", ".jpeg"] : new[] { extension })
        {
            if (stem.EndsWith(same, StringComparison.OrdinalIgnoreCase))
            {
                stem = stem[..^same.Length].TrimEnd(' ', '.');
                break;
            }
        }

        return (stem.Length == 0 ? "文件" : stem) + extension;
    }
}
