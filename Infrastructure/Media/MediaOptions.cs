using System.ComponentModel.DataAnnotations;

namespace Craftsman.Infrastructure.Media;

/// <summary>Where photos and files are kept. Several instances need one folder that they all see. Section <c>Media</c>.</summary>
public sealed class MediaOptions
{
    public const string Section = "Media";

    /// <summary>The most that one upload may hold.</summary>
    public const long MostBytes = 10 * 1024 * 1024;

    /// <summary>An absolute path that this account may write to. It holds what people sent: back it up with the database.</summary>
    [Required(
        ErrorMessage = $"{Section}:{nameof(Folder)} is missing: it is the folder in which photos and files are kept."
    )]
    public string Folder { get; set; } = "";
}
