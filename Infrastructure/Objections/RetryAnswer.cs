using System.Security.Cryptography;
using System.Text;

namespace Craftsman.Infrastructure.Objections;

/// <summary>
/// Seals the answer to an objection under the Idempotency-Key with which it came: whoever has the key, and nobody else, us included, reads
/// the follow code again. Layout: nonce (12 bytes), tag (16), ciphertext.
/// </summary>
internal static class RetryAnswer
{
    private const int NonceBytes = 12;
    private const int TextAt = NonceBytes + 16;

    public static byte[] Seal(string idempotencyKey, string answer)
    {
        var plain = Encoding.UTF8.GetBytes(answer);
        var sealedBytes = new byte[TextAt + plain.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(KeyOf(idempotencyKey), TextAt - NonceBytes);
        aes.Encrypt(
            sealedBytes.AsSpan(0, NonceBytes),
            plain,
            sealedBytes.AsSpan(TextAt),
            sealedBytes.AsSpan(NonceBytes, TextAt - NonceBytes)
        );
        return sealedBytes;
    }

    public static string Open(string idempotencyKey, byte[] sealedBytes)
    {
        var plain = new byte[sealedBytes.Length - TextAt];
        using var aes = new AesGcm(KeyOf(idempotencyKey), TextAt - NonceBytes);
        aes.Decrypt(
            sealedBytes.AsSpan(0, NonceBytes),
            sealedBytes.AsSpan(TextAt),
            sealedBytes.AsSpan(NonceBytes, TextAt - NonceBytes),
            plain
        );
        return Encoding.UTF8.GetString(plain);
    }

    private static byte[] KeyOf(string idempotencyKey) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            Encoding.UTF8.GetBytes(idempotencyKey),
            outputLength: 32,
            info: "objections.retry_answer"u8.ToArray()
        );
}
