using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Craftsman.Api.SimulatedWeChat;

/// <summary>Everything handed out or taken in that must never stand in a log: tests look for it there.</summary>
public sealed class SimulatedSecrets
{
    private readonly ConcurrentDictionary<string, byte> kept = new();

    public string Keep(string secret)
    {
        kept.TryAdd(secret, 0);
        return secret;
    }

    public ICollection<string> All() => kept.Keys;

    internal static string Draw(int length) => RandomNumberGenerator.GetHexString(length, lowercase: true);
}
