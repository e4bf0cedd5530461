using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Craftsman.Infrastructure.WeChat;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.SimulatedWeChat;

/// <summary>
/// Who uses WeChat. The code <c>dev:name</c> logs in as the person of that name, always with the same openid and as often as wanted;
/// <c>once:name:nonce</c> works once, and for five minutes when <c>POST codes</c> drew it. Others are refused as unknown.
/// </summary>
public sealed class SimulatedPeople(TimeProvider clock, SimulatedSecrets secrets, IOptions<WeChatOptions> options)
{
    private static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ActiveFor = TimeSpan.FromHours(2);

    private readonly ConcurrentDictionary<string, DateTimeOffset> drawn = new();
    private readonly ConcurrentDictionary<string, byte> used = new();
    private readonly ConcurrentDictionary<string, Person> people = new();

    public void Map(IEndpointRouteBuilder wechat, IEndpointRouteBuilder standIn)
    {
        wechat.MapGet("/sns/jscode2session", CodeToSession);
        standIn.MapPost("/codes", Draw);
    }

    /// <summary>Whether the person logged in within two hours; the checks of content and risk demand it.</summary>
    public bool IsActive(string? openId) =>
        openId is not null
        && people.TryGetValue(openId, out var person)
        && clock.GetUtcNow() - person.LastLogin < ActiveFor;

    /// <summary>The name somebody logged in with, or nothing.</summary>
    public string NameOf(string openId) => people.TryGetValue(openId, out var person) ? person.Name : "";

    /// <summary>Twenty-eight signs, as real openids have.</summary>
    public static string OpenIdOf(string name) =>
        "oSim" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"dev:{name}")))[..24];

    /// <summary>True the first time; a code that was drawn here is also refused when it is too old.</summary>
    public bool TryUse(string code) =>
        used.TryAdd(code, 0) && (!drawn.TryGetValue(code, out var since) || clock.GetUtcNow() - since < CodeLife);

    public IResult Draw(string name)
    {
        var code = $"once:{name}:{SimulatedSecrets.Draw(16)}";
        drawn[code] = clock.GetUtcNow();
        return TypedResults.Json(new { code = secrets.Keep(code) });
    }

    public IResult CodeToSession(string appid, string secret, [FromQuery(Name = "js_code")] string code)
    {
        secrets.Keep(code);
        return appid != options.Value.AppId ? SimulatedAnswers.Refuse(40013)
            : secrets.Keep(secret) != options.Value.AppSecret ? SimulatedAnswers.Refuse(40125)
            : code.Split(':') switch
            {
                ["dev", { Length: > 0 }, ..] => LogIn(code[4..]),
                ["once", { Length: > 0 } name, { Length: > 0 }] => used.ContainsKey(code)
                    ? SimulatedAnswers.Refuse(40163)
                : TryUse(code) ? LogIn(name)
                : SimulatedAnswers.Refuse(40029),
                ["blocked"] => SimulatedAnswers.Refuse(WeChatErrors.HighRiskUser),
                ["used"] => SimulatedAnswers.Refuse(40163),
                ["busy"] => SimulatedAnswers.Refuse(WeChatErrors.Busy),
                _ => SimulatedAnswers.Refuse(40029),
            };
    }

    internal IResult LogIn(string name)
    {
        var openId = OpenIdOf(name);
        people[openId] = new Person(name, clock.GetUtcNow());
        return TypedResults.Json(
            new
            {
                openid = secrets.Keep(openId),
                session_key = secrets.Keep(Convert.ToBase64String(RandomNumberGenerator.GetBytes(16))),
            }
        );
    }

    private sealed record Person(string Name, DateTimeOffset LastLogin);
}
