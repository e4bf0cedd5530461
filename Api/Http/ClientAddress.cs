using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace Craftsman.Api.Http;

/// <summary>Which proxies stand in front of the service, and where it is found from outside. Section <c>Network</c>.</summary>
public sealed class NetworkOptions : IValidatableObject
{
    public const string Section = "Network";

    /// <summary>The https address under which WeChat fetches the pictures it checks, such as https://craftsman.example.org/.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>
    /// Addresses or networks (10.0.0.0/8) of our own proxies; empty when clients connect directly. Only they may say whose request they
    /// pass on.
    /// </summary>
    public IList<string> TrustedProxies { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        TrustedProxies
            .Where(proxy => !IPNetwork.TryParse(proxy, out _) && !IPAddress.TryParse(proxy, out _))
            .Select(proxy => new ValidationResult(
                $"{Section}:TrustedProxies has “{proxy}”, which is neither an address nor a network such as 10.0.0.0/8."
            ))
            .Concat(
                PublicAddress is null or { IsAbsoluteUri: true, Scheme: "https" }
                    ? []
                    :
                    [
                        new ValidationResult(
                            $"{Section}:PublicAddress must be an https address: WeChat fetches the pictures it checks there."
                        ),
                    ]
            );
}

public static class ClientAddress
{
    public static void AddClientAddress(this IServiceCollection services) =>
        services
            .AddOptions<ForwardedHeadersOptions>()
            .Configure<IOptions<NetworkOptions>>(
                (forwarded, network) =>
                {
                    forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
                    forwarded.ForwardLimit = null;
                    forwarded.KnownProxies.Clear();
                    forwarded.KnownIPNetworks.Clear();
                    foreach (var proxy in network.Value.TrustedProxies)
                    {
                        if (IPNetwork.TryParse(proxy, out var range))
                        {
                            forwarded.KnownIPNetworks.Add(range);
                        }
                        else
                        {
                            forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
                        }
                    }

                    if (network.Value.TrustedProxies.Count == 0)
                    {
                        forwarded.ForwardedHeaders = ForwardedHeaders.None;
                    }
                }
            );
}
