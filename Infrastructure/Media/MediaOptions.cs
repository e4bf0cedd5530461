using System.ComponentModel.DataAnnotations;

namespace Craftsman.Infrastructure.Media;

/// <summary>Where photos and files are kept. One host keeps them on disk; two API hosts need the S3 store. Section <c>Media</c>.</summary>
public sealed class MediaOptions : IValidatableObject
{
    public const string Section = "Media";

    /// <summary>The most that one upload may hold.</summary>
    public const long MostBytes = 10 * 1024 * 1024;

    /// <summary>
    /// An absolute path that this account may write to. On disk it holds what people sent: back it up with the database. With S3 it holds
    /// only what is being received, and each host has its own.
    /// </summary>
    [Required(
        ErrorMessage = $"{Section}:{nameof(Folder)} is missing: it is the folder in which photos and files are kept."
    )]
    public string Folder { get; set; } = "";

    public MediaPlace Store { get; set; } = MediaPlace.Disk;

    public S3Options S3 { get; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Store != MediaPlace.S3)
        {
            yield break;
        }

        if (
            !Uri.TryCreate($"https://{S3.Endpoint}", UriKind.Absolute, out var address)
            || address.Authority != S3.Endpoint
        )
        {
            yield return new ValidationResult(
                $"{Section}:S3:Endpoint is missing or no host: give host or host:port, without https://."
            );
        }

        if (S3.Bucket.Length == 0)
        {
            yield return new ValidationResult($"{Section}:S3:Bucket is missing: give a private bucket that exists.");
        }
    }
}

public enum MediaPlace
{
    Disk,
    S3,
}

/// <summary>An S3-compatible store. Its keys are <c>Secrets:S3AccessKey</c> and <c>Secrets:S3SecretKey</c>.</summary>
public sealed class S3Options
{
    /// <summary>Host, with a port where it is not the usual one.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Private, and without versions: what is erased shall be gone.</summary>
    public string Bucket { get; set; } = "";

    public string Region { get; set; } = "us-east-1";

    public bool UseTls { get; set; } = true;
}
