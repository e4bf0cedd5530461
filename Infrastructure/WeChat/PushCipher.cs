using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>
/// Opens an encrypted push: AES-256-CBC whose IV is the first half of the key. Inside are 16 random bytes, the message's length in four
/// bytes (big-endian), the message, our appid, and padding to whole blocks of 32 bytes. The framework's PKCS#7 knows blocks of 16 only
/// and refuses pads of 17 to 32, so the padding is taken off here.
/// </summary>
public static class PushCipher
{
    private const int Block = 32;
    private const int LengthAt = 16;
    private const int MessageAt = LengthAt + sizeof(int);

    /// <returns>The message, or null: it does not open, or is not for this appid.</returns>
    public static byte[]? Open(string encodingAesKey, string appId, string encrypted)
    {
        var cipher = new byte[encrypted.Length];
        if (
            !Convert.TryFromBase64String(encrypted, cipher, out var length)
            || length < 2 * Block
            || length % Block != 0
        )
        {
            return null;
        }

        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(encodingAesKey + "=");
        var plain = aes.DecryptCbc(cipher.AsSpan(0, length), aes.Key.AsSpan(0, LengthAt), PaddingMode.None);
        if (!TryUnpad(plain, out var end))
        {
            return null;
        }

        var size = BinaryPrimitives.ReadUInt32BigEndian(plain.AsSpan(LengthAt));
        if (end < MessageAt || size > (uint)(end - MessageAt))
        {
            return null;
        }

        var appIdAt = MessageAt + (int)size;
        return CryptographicOperations.FixedTimeEquals(plain.AsSpan(appIdAt..end), Encoding.UTF8.GetBytes(appId))
            ? plain[MessageAt..appIdAt]
            : null;
    }

    /// <summary>Looks at the whole last block whatever the pad says, so that the time tells nothing about where it is wrong.</summary>
    private static bool TryUnpad(ReadOnlySpan<byte> plain, out int end)
    {
        int pad = plain[^1];
        var wrong = (pad - 1) >> 31 | (Block - pad) >> 31;
        for (var back = 1; back <= Block; back++)
        {
            var isInPad = ~((pad - back) >> 31);
            wrong |= isInPad & (plain[^back] ^ pad);
        }

        end = plain.Length - pad;
        return wrong == 0;
    }
}
