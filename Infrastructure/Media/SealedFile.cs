using System.Globalization;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.Media;

/// <summary>
/// A file encrypted in pieces of 64 KB, so that neither writing nor reading holds it whole. Each piece is bound to the file, to its place and
/// to being the last one or not: none can be moved, swapped or cut off unseen.
/// </summary>
public sealed class SealedFile(DataCipher cipher)
{
    private const int Piece = 64 * 1024;

    /// <summary>What a piece is longer by when it is encrypted: version, nonce and tag.</summary>
    private const int Overhead = 29;

    public async Task Write(Stream plain, string path, byte[] storageKey, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Options = FileOptions.Asynchronous,
            }
        );
        var buffer = new byte[Piece];
        var left = plain.Length;
        for (var at = 0; left > 0; at++)
        {
            var length = (int)Math.Min(Piece, left);
            await plain.ReadExactlyAsync(buffer.AsMemory(0, length), cancellationToken);
            left -= length;
            await file.WriteAsync(
                cipher.Encrypt(PurposeOf(storageKey, at, left == 0), buffer.AsSpan(0, length)),
                cancellationToken
            );
        }

        await file.FlushAsync(cancellationToken);
        file.Flush(flushToDisk: true);
    }

    /// <param name="size">The length of the plain file.</param>
    public async Task CopyTo(
        Stream output,
        Stream stored,
        byte[] storageKey,
        long size,
        CancellationToken cancellationToken
    )
    {
        var left = size;
        for (var at = 0; left > 0; at++)
        {
            var length = (int)Math.Min(Piece, left);
            var piece = new byte[length + Overhead];
            await stored.ReadExactlyAsync(piece, cancellationToken);
            left -= length;
            await output.WriteAsync(
                cipher.DecryptBytes(PurposeOf(storageKey, at, left == 0), piece),
                cancellationToken
            );
        }
    }

    private static string PurposeOf(byte[] storageKey, int at, bool isLast) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"files {Convert.ToHexStringLower(storageKey)} {at} {(isLast ? "last" : "more")}"
        );
}
