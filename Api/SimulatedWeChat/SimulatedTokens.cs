using System.Text.Json;
using Craftsman.Infrastructure.WeChat;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.SimulatedWeChat;

/// <summary>
/// Access tokens of both interfaces, which know nothing of each other. The stable one gives the same token while it is valid and a new
/// one in its last five minutes; the old one gives a new token each time, after which the one before lives for five minutes more.
/// </summary>
public sealed class SimulatedTokens(
    TimeProvider clock,
    SimulatedSecrets secrets,
    SimulatedSwitches switches,
    IOptions<WeChatOptions> options
)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    private readonly Lock sync = new();
    private readonly Dictionary<string, DateTimeOffset> expiries = [];
    private string? stable;
    private string? old;

    public void Map(IEndpointRouteBuilder wechat)
    {
        wechat.MapPost("/cgi-bin/stable_token", Stable);
        wechat.MapGet("/cgi-bin/token", Old);
    }

    /// <summary>The refusal of a token that is unknown (40001) or expired (42001); null when it is good.</summary>
    public IResult? Refuse(string? token)
    {
        lock (sync)
        {
            return token is null || !expiries.TryGetValue(token, out var expiry) ? SimulatedAnswers.Refuse(40001)
                : expiry <= clock.GetUtcNow() ? SimulatedAnswers.Refuse(42001)
                : null;
        }
    }

    public void Revoke()
    {
        lock (sync)
        {
            expiries.Clear();
            stable = old = null;
        }
    }

    internal IResult Stable([FromBody] JsonElement body)
    {
        if (WhyNot(body.Text("appid"), body.Text("secret"), body.Text("grant_type")) is { } refusal)
        {
            return refusal;
        }

        lock (sync)
        {
            var now = clock.GetUtcNow();
            var isForced = body.TryGetProperty("force_refresh", out var force) && force.ValueKind == JsonValueKind.True;
            if (isForced && stable is not null)
            {
                expiries.Remove(stable);
            }

            if (isForced || stable is null || !expiries.TryGetValue(stable, out var expiry) || IsEnding(expiry - now))
            {
                stable = New(now);
            }

            return Give(stable, expiries[stable] - now);
        }
    }

    internal IResult Old(string appid, string secret, [FromQuery(Name = "grant_type")] string grant)
    {
        if (WhyNot(appid, secret, grant) is { } refusal)
        {
            return refusal;
        }

        lock (sync)
        {
            var now = clock.GetUtcNow();
            if (old is not null && expiries.TryGetValue(old, out var expiry))
            {
                expiries[old] = expiry < now + Overlap ? expiry : now + Overlap;
            }

            old = New(now);
            return Give(old, expiries[old] - now);
        }
    }

    private IResult? WhyNot(string? appId, string? secret, string? grant) =>
        grant != "client_credential" ? SimulatedAnswers.Refuse(40002)
        : appId != options.Value.AppId ? SimulatedAnswers.Refuse(40013)
        : secrets.Keep(secret ?? "no secret") != options.Value.AppSecret ? SimulatedAnswers.Refuse(40125)
        : null;

    /// <summary>A life shorter than five minutes, which a test may choose, has no last five minutes.</summary>
    private bool IsEnding(TimeSpan left) =>
        left <= (switches.TokenSeconds > Overlap.TotalSeconds ? Overlap : TimeSpan.Zero);

    private string New(DateTimeOffset now)
    {
        var token = secrets.Keep($"simulated-token-{SimulatedSecrets.Draw(64)}");
        expiries[token] = now.AddSeconds(switches.TokenSeconds);
        return token;
    }

    internal static IResult Give(string token, TimeSpan left) =>
        TypedResults.Json(new { access_token = token, expires_in = (int)left.TotalSeconds });
}
