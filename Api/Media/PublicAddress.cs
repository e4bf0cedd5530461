using Craftsman.Api.Http;
using Craftsman.Api.SimulatedWeChat;
using Craftsman.Infrastructure.WeChat;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.Media;

/// <summary>Where the world outside finds this service. The simulated WeChat runs inside and finds it without a setting.</summary>
public sealed class PublicAddress(
    IOptions<NetworkOptions> network,
    IOptions<WeChatOptions> wechat,
    IServiceProvider services
)
{
    /// <summary>Null where it is not set: then WeChat cannot fetch pictures, and humans check them.</summary>
    public Uri? Of(string path) =>
        network.Value.PublicAddress is { } address ? new Uri(address, path)
        : wechat.Value.Mode == WeChatMode.Simulated ? new Uri(WeChatStandIn.AddressOf(services), path)
        : null;
}
