using System.Security.Cryptography;
using Craftsman.Domain;
using Craftsman.Domain.Media;
using NetVips;

namespace Craftsman.Infrastructure.Media;

/// <summary>
/// Reads pictures and writes them anew: upright, in sRGB, as JPEG (the one format that WeChat checks and every phone shows), without EXIF,
/// GPS or profile, so that nothing but the picture itself is kept, whatever else the file held.
/// </summary>
/// <remarks>Two at a time, one thread each, read as a stream from disk; at most 32 wait, and who comes then is asked to come again.</remarks>
public sealed class Pictures(MediaFolder folder) : IDisposable
{
    private const int AtOnce = 2;
    private const int MostWaiting = 32;
    private const int Quality = 82;
    private static readonly double[] White = [255, 255, 255];
    private readonly SemaphoreSlim gate = new(AtOnce);
    private int inside;

    static Pictures()
    {
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
        // A warning about a broken picture would name its path on standard error.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.All, static (_, _, _) => { });
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in new[] { "Jpeg", "Png", "Webp" })
        {
            Operation.Block($"VipsForeignLoad{loader}", false);
        }
    }

    /// <summary>False where the native library does not run on this machine.</summary>
    public static bool IsAvailable => ModuleInitializer.VipsInitialized;

    /// <summary>The pixels across and down of a picture we keep; only its header is read.</summary>
    public static (int Width, int Height) SizeOf(byte[] jpeg)
    {
        using var image = Image.NewFromBuffer(jpeg, access: Enums.Access.Sequential);
        return (image.Width, image.Height);
    }

    public async Task<Decision<EncodedPhoto>> Encode(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref inside) > AtOnce + MostWaiting)
            {
                return MediaRefusals.UploadsBusy;
            }

            await gate.WaitAsync(cancellationToken);
            try
            {
                return await Task.Run(() => EncodeNow(path), CancellationToken.None);
            }
            finally
            {
                gate.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }

    public void Dispose() => gate.Dispose();

    private Decision<EncodedPhoto> EncodeNow(string path)
    {
        Image large;
        try
        {
            if (PhotoRules.Header(HeaderOf(path)).IsRefused(out var refusal))
            {
                return refusal;
            }

            large = Read(path);
        }
        catch (VipsException)
        {
            return MediaRefusals.PhotoUnreadable;
        }

        using (large)
        {
            var photo = new EncodedPhoto(large.Width, large.Height);
            try
            {
                foreach (var size in Enum.GetValues<PhotoSize>())
                {
                    photo.Add(size, Write(large, size));
                }

                return photo;
            }
            catch
            {
                photo.Dispose();
                throw;
            }
        }
    }

    private static PictureHeader HeaderOf(string path)
    {
        using var image = Image.NewFromFile(path, access: Enums.Access.Sequential);
        return new PictureHeader(
            image.Width,
            image.Height,
            image.Contains("n-pages") ? (int)image.Get("n-pages") : 1,
            image.Contains("interlaced")
                || image.Contains("jpeg-multiscan") && (int)image.Get("jpeg-multiscan") != 0
                || ((string)image.Get("vips-loader")).StartsWith("webp", StringComparison.Ordinal)
        );
    }

    private static Image Read(string path)
    {
        var side = PhotoRules.LongSide(PhotoSize.Large);
        using var upright = Image.Thumbnail(
            path,
            side,
            height: side,
            size: Enums.Size.Down,
            outputProfile: "srgb",
            failOn: Enums.FailOn.Error
        );
        if (!upright.HasAlpha())
        {
            return upright.CopyMemory();
        }

        using var opaque = upright.Flatten(background: White);
        return opaque.CopyMemory();
    }

    private WrittenPicture Write(Image large, PhotoSize size)
    {
        var path = folder.NewIncomingPath();
        var side = PhotoRules.LongSide(size);
        using (var image = large.ThumbnailImage(side, height: side, size: Enums.Size.Down))
        {
            image.Jpegsave(path, q: Quality, optimizeCoding: true, keep: Enums.ForeignKeep.None);
        }

        MediaFolder.Flush(path);
        using var written = File.OpenRead(path);
        return new WrittenPicture(path, SHA256.HashData(written));
    }
}

/// <summary>One size of a photo, flushed, not yet in its place.</summary>
public sealed record WrittenPicture(string Path, byte[] Digest);

/// <summary>A photo in its three sizes. Those that were not placed are deleted when it is disposed.</summary>
public sealed class EncodedPhoto(int width, int height) : IDisposable
{
    private readonly Dictionary<PhotoSize, WrittenPicture> pictures = [];

    /// <summary>Of the largest size.</summary>
    public int Width => width;

    public int Height => height;

    public IReadOnlyDictionary<PhotoSize, WrittenPicture> Pictures => pictures;

    public void Add(PhotoSize size, WrittenPicture picture) => pictures[size] = picture;

    public void Dispose()
    {
        foreach (var picture in pictures.Values)
        {
            File.Delete(picture.Path);
        }
    }
}
