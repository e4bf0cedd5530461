namespace Craftsman.Domain.Media;

/// <summary>The id of an upload in a form. Ids are opaque: text that is none becomes one that nothing has, and is refused alike.</summary>
public static class UploadId
{
    public static Guid Of(string text) => Guid.TryParseExact(text, "D", out var id) ? id : Guid.Empty;
}
