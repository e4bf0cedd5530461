using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Craftsman.Infrastructure.WeChat;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.SimulatedWeChat;

/// <summary>
/// Stands in for api.weixin.qq.com in development and tests: its routes exist only in that mode, and the real client's base address
/// points at them. The code <c>dev:name</c> logs in as a person of that name, always with the same openid; other codes are refused as
/// WeChat refuses codes it does not know.
/// </summary>
public static class WeChatStandIn
{
    private const string Prefix = "/simulated-wechat";

    /// <summary>Reads the mode as it is written: settings that are incomplete are told by the check at start, which is yet to come.</summary>
    public static void MapSimulatedWeChat(this WebApplication app)
    {
        var mode = app.Configuration[$"{WeChatOptions.Section}:{nameof(WeChatOptions.Mode)}"];
        if (string.Equals(mode, nameof(WeChatMode.Simulated), StringComparison.OrdinalIgnoreCase))
        {
            app.MapGroup(Prefix).ExcludeFromDescription().MapGet("/sns/jscode2session", CodeToSession);
        }
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

    private static IResult CodeToSession(
        string appid,
        string secret,
        [Microsoft.AspNetCore.Mvc.FromQuery(Name = "js_code")] string code,
        IOptions<WeChatOptions> options
    ) =>
        appid != options.Value.AppId ? Refuse(40013, "invalid appid")
        : secret != options.Value.AppSecret ? Refuse(40125, "invalid appsecret")
        : code.StartsWith("dev:", StringComparison.Ordinal) && code.Length > 4
            ? TypedResults.Json(new Session(OpenIdOf(code), SessionKeyOf(code)))
        : code == "blocked" ? Refuse(40226, "code blocked")
        : code == "used" ? Refuse(40163, "code been used")
        : code == "busy" ? Refuse(-1, "system error")
        : Refuse(40029, "invalid code");

    private static JsonHttpResult<Error> Refuse(int code, string message) =>
        TypedResults.Json(
            new Error(code, $"{message}, rid: {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}")
        );

    /// <summary>Twenty-eight signs, as real openids have.</summary>
    private static string OpenIdOf(string code) =>
        "oSim" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)))[..24];

    private static string SessionKeyOf(string code) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes("key" + code))[..16]);

    private sealed record Session(
        [property: JsonPropertyName("openid")] string OpenId,
        [property: JsonPropertyName("session_key")] string SessionKey
    );

    private sealed record Error(
        [property: JsonPropertyName("errcode")] int Code,
        [property: JsonPropertyName("errmsg")] string Message
    );
}
