using System.Security.Cryptography;
using System.Text;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>WeChat's signature: SHA-1 in hex over the token and the signed parts, sorted by their bytes and joined.</summary>
public static class PushSignature
{
    /// <summary>Takes the same time however much of a wrong signature is right.</summary>
    public static bool IsGenuine(string? signature, params string[] parts) =>
        signature is not null
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(signature),
            Encoding.UTF8.GetBytes(Of(parts))
        );

    public static string Of(params string[] parts)
    {
        var joined = string.Concat(parts.Order(StringComparer.Ordinal));
#pragma warning disable CA5350 // WeChat signs with SHA-1; there is no other choice.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(joined)));
#pragma warning restore CA5350
    }
}
