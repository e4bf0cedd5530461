namespace Craftsman.Domain.Media;

/// <summary>The sizes every photo is kept in.</summary>
public enum PhotoSize
{
    Small,
    Medium,
    Large,
}

/// <summary>What a picture's header says, before anything is decoded.</summary>
/// <param name="IsBuffered">Progressive, interlaced or WebP: decoding keeps the whole picture in memory, whatever size is wanted.</param>
public sealed record PictureHeader(int Width, int Height, int Frames, bool IsBuffered);

/// <summary>Which photos we take.</summary>
public static class PhotoRules
{
    /// <summary>What a phone takes at its sharpest.</summary>
    public const long MostPixels = 50_000_000;

    /// <summary>At six bytes a pixel, 150 MB while it is decoded.</summary>
    public const long MostBufferedPixels = 25_000_000;

    /// <summary>Pixels on the longer side; a smaller picture is not enlarged.</summary>
    public static int LongSide(PhotoSize size) =>
        size switch
        {
            PhotoSize.Small => 320,
            PhotoSize.Medium => 960,
            _ => 2048,
        };

    public static Decision<ContentKind> Kind(ContentKind kind) =>
        kind switch
        {
            ContentKind.Jpeg or ContentKind.Png or ContentKind.WebP => kind,
            ContentKind.Heic => MediaRefusals.PhotoIsHeic,
            _ => MediaRefusals.PhotoTypeUnsupported,
        };

    public static Decision<PictureHeader> Header(PictureHeader header)
    {
        if (header.Frames > 1)
        {
            return MediaRefusals.PhotoIsAnimated;
        }

        return (long)header.Width * header.Height > (header.IsBuffered ? MostBufferedPixels : MostPixels)
            ? MediaRefusals.PhotoTooManyPixels
            : header;
    }
}
