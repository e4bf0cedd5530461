using System.Security.Cryptography;
using System.Text;

namespace Craftsman.Infrastructure.Voting;

/// <summary>
/// The name a citizen's votes carry: the same for as long as the campaign lasts, also after the account was deleted, and of no use
/// outside the campaign.
/// </summary>
public static class VoterKeys
{
    public static byte[] Of(byte[] campaignSecret, string openId) =>
        HMACSHA256.HashData(campaignSecret, Encoding.UTF8.GetBytes(openId));
}
