using QRCoder;

namespace Craftsman.Api.Candidates;

/// <summary>QR codes as PNG images.</summary>
public static class QrCode
{
    private const int PixelsPerModule = 8;

    /// <summary>Level M: a seventh of the code may be soiled, as happens to paper.</summary>
    public static byte[] Of(Uri link)
    {
        using var data = QRCodeGenerator.GenerateQrCode(link.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(data);
        return png.GetGraphic(PixelsPerModule);
    }
}
