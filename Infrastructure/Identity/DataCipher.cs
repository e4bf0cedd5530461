using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Craftsman.Infrastructure.Identity;

/// <summary>
/// Encrypts personal data at rest with AES-256-GCM under a versioned key. The purpose is bound to the text, so that a value copied
/// into another column does not open there. Layout: version (1 byte), nonce (12), tag (16), ciphertext.
/// </summary>
public sealed class DataCipher(IOptions<SecretsOptions> secrets)
{
    private const int NonceAt = 1;
    private const int TagAt = NonceAt + 12;
    private const int TextAt = TagAt + 16;

    public byte[] Encrypt(string purpose, string text) => Encrypt(purpose, Encoding.UTF8.GetBytes(text));

    public byte[] Encrypt(string purpose, ReadOnlySpan<byte> plain)
    {
        var version = secrets.Value.CurrentDataKey;
        var sealedBytes = new byte[TextAt + plain.Length];
        sealedBytes[0] = checked((byte)version);
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(NonceAt, TagAt - NonceAt));
        using var aes = new AesGcm(KeyOf(version), TextAt - TagAt);
        aes.Encrypt(
            sealedBytes.AsSpan(NonceAt, TagAt - NonceAt),
            plain,
            sealedBytes.AsSpan(TextAt),
            sealedBytes.AsSpan(TagAt, TextAt - TagAt),
            Encoding.UTF8.GetBytes(purpose)
        );
        return sealedBytes;
    }

    public string Decrypt(string purpose, byte[] sealedBytes) =>
        Encoding.UTF8.GetString(DecryptBytes(purpose, sealedBytes));

    public byte[] DecryptBytes(string purpose, byte[] sealedBytes)
    {
        var plain = new byte[sealedBytes.Length - TextAt];
        using var aes = new AesGcm(KeyOf(sealedBytes[0]), TextAt - TagAt);
        aes.Decrypt(
            sealedBytes.AsSpan(NonceAt, TagAt - NonceAt),
            sealedBytes.AsSpan(TextAt),
            sealedBytes.AsSpan(TagAt, TextAt - TagAt),
            plain,
            Encoding.UTF8.GetBytes(purpose)
        );
        return plain;
    }

    private byte[] KeyOf(int version) => Convert.FromBase64String(secrets.Value.DataKeys[version]);
}
