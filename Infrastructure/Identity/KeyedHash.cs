using System.Security.Cryptography;
using Microsoft.Extensions.ObjectPool;

namespace Craftsman.Infrastructure.Identity;

/// <summary>
/// HMAC-SHA256 under one key, for any thread. The key stays prepared: a hash made for one text alone spends more time on the key than on
/// the text, and a vote needs three.
/// </summary>
public sealed class KeyedHash(byte[] key)
{
    /// <summary>Bytes of a hash.</summary>
    public const int Bytes = HMACSHA256.HashSizeInBytes;

    private readonly ObjectPool<IncrementalHash> prepared = new DefaultObjectPoolProvider().Create(
        new Preparation(key)
    );

    /// <summary>The 32 bytes that say of a text that who wrote them had the key.</summary>
    public byte[] Of(ReadOnlySpan<byte> text)
    {
        var hash = new byte[Bytes];
        Write(text, hash);
        return hash;
    }

    /// <summary>The same, where the caller wants them.</summary>
    /// <param name="destination">Its first 32 bytes are written.</param>
    /// <exception cref="ArgumentException">The destination is shorter.</exception>
    public void Write(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        var mine = prepared.Get();
        mine.AppendData(text);
        mine.GetHashAndReset(destination);
        // Only here: one that failed half-way still has its text in it.
        prepared.Return(mine);
    }

    private sealed class Preparation(byte[] key) : PooledObjectPolicy<IncrementalHash>
    {
        public override IncrementalHash Create() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);

        public override bool Return(IncrementalHash obj) => true;
    }
}
