namespace Craftsman.Domain.Media;

/// <summary>What a file is by its first bytes; its name and the type a client claims for it are never asked.</summary>
public enum ContentKind
{
    Unknown,
    Jpeg,
    Png,
    WebP,
    Heic,
    Pdf,
    Zip,
}

public static class ContentKinds
{
    /// <summary>As many first bytes as are looked at.</summary>
    public const int BytesNeeded = 12;

    private static ReadOnlySpan<byte> JpegStart => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> PngStart => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly byte[][] HeicBrands =
    [
        .. new[] { "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis" }.Select(brand =>
            System.Text.Encoding.ASCII.GetBytes(brand)
        ),
    ];

    public static ContentKind Of(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith(JpegStart))
        {
            return ContentKind.Jpeg;
        }

        if (start.StartsWith(PngStart))
        {
            return ContentKind.Png;
        }

        if (start.StartsWith("%PDF-"u8))
        {
            return ContentKind.Pdf;
        }

        if (start.StartsWith("PK\u0003\u0004"u8))
        {
            return ContentKind.Zip;
        }

        if (start.Length < BytesNeeded)
        {
            return ContentKind.Unknown;
        }

        if (start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8))
        {
            return ContentKind.WebP;
        }

        return start[4..].StartsWith("ftyp"u8) && IsHeicBrand(start[8..12]) ? ContentKind.Heic : ContentKind.Unknown;
    }

    private static bool IsHeicBrand(ReadOnlySpan<byte> brand)
    {
        foreach (var known in HeicBrands)
        {
            if (brand.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }
}
