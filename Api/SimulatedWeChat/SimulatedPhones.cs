using System.Text.Json;
using Craftsman.Infrastructure.WeChat;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.SimulatedWeChat;

/// <summary>Phones behind codes: <c>phone:number</c> works as often as wanted, <c>phone:number:nonce</c> once.</summary>
public sealed class SimulatedPhones(
    TimeProvider clock,
    SimulatedPeople people,
    SimulatedTokens tokens,
    SimulatedSecrets secrets,
    IOptions<WeChatOptions> options
)
{
    public IResult Get([FromQuery(Name = "access_token")] string? token, [FromBody] JsonElement body)
    {
        var code = secrets.Keep(body.Text("code") ?? "no code");
        return tokens.Refuse(token)
            ?? code.Split(':') switch
            {
                ["phone", { Length: > 0 } number] => Give(number),
                ["phone", { Length: > 0 } number, { Length: > 0 }] when people.TryUse(code) => Give(number),
                _ => SimulatedAnswers.Refuse(40029),
            };
    }

    internal IResult Give(string number) =>
        TypedResults.Json(
            new
            {
                errcode = 0,
                errmsg = "ok",
                phone_info = new
                {
                    phoneNumber = secrets.Keep(number),
                    purePhoneNumber = number,
                    countryCode = 86,
                    watermark = new { timestamp = clock.GetUtcNow().ToUnixTimeSeconds(), appid = options.Value.AppId },
                },
            }
        );
}
