using Craftsman.Infrastructure.WeChat;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.SimulatedWeChat;

/// <summary>
/// Stands in for api.weixin.qq.com in development and tests: its routes exist only in that mode, and the real client's base address
/// points at them. What it knows lives in memory and is this instance's own. Beside WeChat's routes it has a few to set it up and to
/// look inside, which a test or a person at a desk calls.
/// </summary>
public static class WeChatStandIn
{
    private const string Prefix = "/simulated-wechat";

    public static void AddSimulatedWeChat(this IServiceCollection services)
    {
        services.AddSingleton<SimulatedSwitches>();
        services.AddSingleton<SimulatedSecrets>();
        services.AddSingleton<SimulatedPeople>();
        services.AddSingleton<SimulatedTokens>();
        services.AddSingleton<SimulatedPhones>();
        services.AddSingleton<SimulatedSafety>();
        services.AddSingleton<SimulatedMessages>();
        services.AddSingleton<SimulatedCodes>();
        services.AddHostedService<SimulatedVerdicts>();
    }

    /// <summary>Reads the mode as it is written: settings that are incomplete are told by the check at start, which is yet to come.</summary>
    public static void MapSimulatedWeChat(this WebApplication app)
    {
        var services = app.Services;
        var mode = app.Configuration[$"{WeChatOptions.Section}:{nameof(WeChatOptions.Mode)}"];
        if (!string.Equals(mode, nameof(WeChatMode.Simulated), StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var standIn = app.MapGroup(Prefix).ExcludeFromDescription();
        var wechat = standIn.MapGroup("").AddEndpointFilter(services.GetRequiredService<SimulatedSwitches>().Apply);
        services.GetRequiredService<SimulatedPeople>().Map(wechat, standIn);
        services.GetRequiredService<SimulatedTokens>().Map(wechat);
        services.GetRequiredService<SimulatedMessages>().Map(wechat, standIn);
        wechat.MapPost("/wxa/business/getuserphonenumber", services.GetRequiredService<SimulatedPhones>().Get);
        wechat.MapPost("/wxa/msg_sec_check", services.GetRequiredService<SimulatedSafety>().CheckText);
        wechat.MapPost("/wxa/media_check_async", services.GetRequiredService<SimulatedSafety>().CheckMedia);
        wechat.MapPost("/wxa/getuserriskrank", services.GetRequiredService<SimulatedSafety>().RankRisk);
        wechat.MapPost("/wxa/getwxacodeunlimit", services.GetRequiredService<SimulatedCodes>().Draw);
        wechat.MapPost("/wxa/generatescheme", services.GetRequiredService<SimulatedCodes>().Link);
        standIn.MapPost("/switches", services.GetRequiredService<SimulatedSwitches>().Set);
        standIn.MapGet("/secrets", services.GetRequiredService<SimulatedSecrets>().All);
    }

    /// <summary>Our own address, for the client to call. It is read at the first call, when the server listens.</summary>
    public static Uri AddressOf(IServiceProvider services)
    {
        var addresses = services
            .GetRequiredService<IServer>()
            .Features.GetRequiredFeature<IServerAddressesFeature>()
            .Addresses;
        var listening = BindingAddress.Parse(addresses.First());
        return new UriBuilder(listening.Scheme, "127.0.0.1", listening.Port, Prefix + "/").Uri;
    }
}
