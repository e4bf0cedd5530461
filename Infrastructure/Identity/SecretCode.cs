using System.Security.Cryptography;
using System.Text;

namespace Craftsman.Infrastructure.Identity;

/// <summary>Codes that must not be guessed: drawn from the system's random source, and kept as a hash where we only need to recognise them.</summary>
public static class SecretCode
{
    /// <summary>Letters and digits that are not mistaken for one another on paper (no 0 O 1 I L).</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>A code a person may have to type: 16 signs carry 79 bits.</summary>
    public static string ForPeople() => RandomNumberGenerator.GetString(Alphabet, 16);

    /// <summary>A code only programs carry: 32 bytes in base64url.</summary>
    public static string ForPrograms() =>
        System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
