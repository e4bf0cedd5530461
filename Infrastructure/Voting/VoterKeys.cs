using System.Security.Cryptography;
using System.Text;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.Voting;

/// <summary>
/// Votes know their voter as HMAC-SHA256(openid) under the campaign's key: the same person keeps the same key after deleting the account
/// and returning, and nobody without the key can tell whose votes they are.
/// </summary>
public static class VoterKeys
{
    public static byte[] Of(byte[] campaignSecret, string openId) =>
        HMACSHA256.HashData(campaignSecret, Encoding.UTF8.GetBytes(openId));

    /// <summary>The same, for who asks again and again.</summary>
    public static byte[] Of(KeyedHash campaignHash, string openId) => campaignHash.Of(Encoding.UTF8.GetBytes(openId));
}
