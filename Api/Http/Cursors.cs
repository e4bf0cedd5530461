using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Craftsman.Domain;
using Craftsman.Infrastructure.Identity;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.Http;

/// <summary>
/// Positions in lists. A cursor carries the keys of the last row and a signature over them and the list with its filters, so that a
/// cursor which was altered, or taken from another list, is refused rather than read.
/// </summary>
public sealed class Cursors(IOptions<SecretsOptions> secrets)
{
    private const int SignatureBytes = 16;

    /// <param name="list">The list and its filters, such as <c>candidates?district=330102&amp;sort=newest</c>.</param>
    public string Protect<T>(string list, T position)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(position);
        return Base64Url.EncodeToString([.. Sign(list, payload), .. payload]);
    }

    /// <summary>Where the list goes on; the first page when no cursor was sent.</summary>
    public Decision<Position<T>> Read<T>(string list, string? cursor)
        where T : class
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return new Position<T>(null);
        }

        if (!Base64Url.IsValid(cursor))
        {
            return RequestRefusals.CursorInvalid;
        }

        var bytes = Base64Url.DecodeFromChars(cursor);
        return
            bytes.Length > SignatureBytes
            && CryptographicOperations.FixedTimeEquals(
                bytes.AsSpan(0, SignatureBytes),
                Sign(list, bytes.AsSpan(SignatureBytes))
            )
            ? new Position<T>(JsonSerializer.Deserialize<T>(bytes.AsSpan(SignatureBytes)))
            : RequestRefusals.CursorInvalid;
    }

    /// <summary>A page of at most <paramref name="size"/> rows. The caller reads one row more, which only tells that the list goes on.</summary>
    public Page<T> PageOf<T, TPosition>(IReadOnlyList<T> rows, int size, string list, Func<T, TPosition> positionOf) =>
        new([.. rows.Take(size)], rows.Count > size ? Protect(list, positionOf(rows[size - 1])) : null);

    private byte[] Sign(string list, ReadOnlySpan<byte> payload) =>
        HMACSHA256.HashData(
            Convert.FromBase64String(secrets.Value.CursorKey),
            (byte[])[.. Encoding.UTF8.GetBytes(list), 0, .. payload]
        )[..SignatureBytes];

    /// <summary>The keys of the last row seen; null before the first page.</summary>
    public sealed record Position<T>(T? After)
        where T : class;
}

/// <summary>One page of a list. <c>nextCursor</c> is null on the last page.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
