using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NetVips;

namespace Craftsman.Tests.Support;

/// <summary>Real pictures and documents, made anew, so that no two tests share one.</summary>
public static class Pictures
{
    private static int made;

    /// <summary>Noise of its own in a red left half and a blue right half.</summary>
    public static Image Halves(int width, int height)
    {
        using var red = Half(width / 2, height, [200, 40, 40]);
        using var blue = Half(width - (width / 2), height, [40, 40, 200]);
        using var joined = red.Join(blue, Enums.Direction.Horizontal);
        return joined.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    public static byte[] Jpeg(int width = 640, int height = 400)
    {
        using var image = Halves(width, height);
        return image.JpegsaveBuffer(q: 90);
    }

    /// <summary>As a phone held upright writes it: lying on its side, with the word that turns it, the place and the maker.</summary>
    public static byte[] JpegOnItsSideWithPlace(int width, int height)
    {
        using var image = Halves(width, height);
        using var marked = image.Mutate(it =>
        {
            it.Set(GValue.GIntType, "orientation", 6);
            it.Set(GValue.GStrType, "exif-ifd0-Make", "Phone of Shen Agen");
            it.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "30/1 15/1 0/1");
            it.Set(GValue.GStrType, "exif-ifd3-GPSLongitude", "120/1 10/1 0/1");
        });
        return marked.JpegsaveBuffer(q: 90);
    }

    public static byte[] Png(int width, int height)
    {
        using var image = Halves(width, height);
        using var clear = image.Bandjoin([128.0]);
        return clear.PngsaveBuffer();
    }

    public static byte[] WebP(int frames)
    {
        using var one = Halves(200, 100);
        using var other = one.Invert();
        using var strip = Image.Arrayjoin(
            [.. Enumerable.Range(0, frames).Select(at => at % 2 == 0 ? one : other)],
            across: 1
        );
        using var film = strip.Mutate(it => it.Set(GValue.GIntType, "page-height", 100));
        return film.WebpsaveBuffer();
    }

    /// <summary>A few bytes that claim to be sixty thousand pixels square.</summary>
    public static byte[] PngBomb()
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, 60_000);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), 60_000);
        header[8] = 8;
        header[9] = 2;
        return
        [
            0x89,
            .. "PNG\r\n\u001a\n"u8,
            .. Chunk("IHDR", header),
            .. Chunk("IDAT", [0x78, 0x9C, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]),
            .. Chunk("IEND", []),
        ];
    }

    public static byte[] Pdf() =>
        Encoding.ASCII.GetBytes($"%PDF-1.4\n1 0 obj\n<< /Nr {Next()} >>\nendobj\ntrailer\n<<>>\n%%EOF\n");

    public static byte[] Docx(params string[] moreParts) => DocxOf("wordprocessingml.document.main+xml", moreParts);

    public static byte[] Docm() => DocxOf("vnd.ms-word.document.macroEnabled.main+xml", []);

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = new StreamWriter(zip.CreateEntry(name).Open());
                entry.Write(text);
            }
        }

        return stream.ToArray();
    }

    private static byte[] DocxOf(string type, string[] moreParts) =>
        Zip([
            (
                "[Content_Types].xml",
                $"<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/{type}\"/></Types>"
            ),
            ("word/document.xml", $"<w:document>{Next()}</w:document>"),
            .. moreParts.Select(part => (part, "…")),
        ]);

    private static Image Half(int width, int height, double[] colour)
    {
        using var noise = Image.Gaussnoise(width, height, sigma: 12, mean: 0, seed: Next());
        using var coloured = noise + colour;
        return coloured.Cast(Enums.BandFormat.Uchar);
    }

    private static int Next() => Interlocked.Increment(ref made);

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        var length = new byte[4];
        var sum = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(named));
        return [.. length, .. named, .. sum];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var each in bytes)
        {
            crc ^= each;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
