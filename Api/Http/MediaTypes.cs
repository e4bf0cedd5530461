namespace Craftsman.Api.Http;

/// <summary>What a downloaded file is.</summary>
internal static class MediaTypes
{
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public const string Jpeg = "image/jpeg";

    /// <summary>A file somebody sent, under the type it was found to have.</summary>
    public const string Any = "application/octet-stream";
}
