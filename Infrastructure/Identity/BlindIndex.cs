using System.Text;
using Craftsman.Domain.Identity;
using Microsoft.Extensions.Options;

namespace Craftsman.Infrastructure.Identity;

/// <summary>Keyed hashes by which equal phones and equal workers are found while the values themselves stay encrypted.</summary>
public sealed class BlindIndex(IOptions<SecretsOptions> secrets)
{
    private readonly KeyedHash hash = new(Convert.FromBase64String(secrets.Value.BlindIndexKey));

    public byte[] OfPhone(string phone) => Hash("phone", Phone.Normalize(phone));

    /// <summary>The worker key of law 4: name without spaces and mobile.</summary>
    public byte[] OfWorker(string name, string mobile) =>
        Hash(
            "worker",
            string.Concat(name.Where(letter => !char.IsWhiteSpace(letter))) + "\n" + Phone.Normalize(mobile)
        );

    /// <summary>Votes of one network are found as such, and the network is not told: eight bytes.</summary>
    public byte[] OfNetwork(string network) => Hash("network", network)[..8];

    /// <summary>By which a printed 申报表 is compared with the application: who has not the key cannot make the code of another text.</summary>
    public byte[] OfForm(string facts) => Hash("form", facts);

    private byte[] Hash(string purpose, string value) => hash.Of(Encoding.UTF8.GetBytes($"{purpose}\n{value}"));
}
