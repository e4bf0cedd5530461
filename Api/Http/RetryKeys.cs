using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Craftsman.Domain;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Api.Http;

/// <summary>Reads the <c>Idempotency-Key</c> of a request and binds it to the person, the route template, the path values and the body.</summary>
public static class RetryKeys
{
    private const int MaxLength = 128;

    /// <summary>The key as the client sent it, or null when it sent none.</summary>
    public static Decision<SentKey> Read(HttpContext context)
    {
        var values = context.Request.Headers["Idempotency-Key"];
        return values.Count == 0 ? new SentKey(null)
            : values.Count == 1
            && values[0] is { Length: > 0 and <= MaxLength } key
            && key.All(sign => sign is > ' ' and <= '~')
                ? new SentKey(key)
            : RequestRefusals.IdempotencyKeyMalformed;
    }

    /// <summary>What a citizen's retry of this request will be recognised by.</summary>
    public static RetryKey OfCitizen<TBody>(HttpContext context, Guid citizenId, string key, TBody body) =>
        new(ScopeOf(context, citizenId, key), ContentOf(context, body), citizenId, StaffId: null);

    /// <summary>The same of a member of staff.</summary>
    public static RetryKey OfStaff<TBody>(HttpContext context, Guid staffId, string key, TBody body) =>
        new(ScopeOf(context, staffId, key), ContentOf(context, body), CitizenId: null, staffId);

    /// <summary>What a reused key is compared by: a hash of path values and body.</summary>
    public static byte[] ContentOf<TBody>(HttpContext context, TBody body)
    {
        var path = string.Join(
            '/',
            context.Request.RouteValues.OrderBy(value => value.Key).Select(value => $"{value.Key}={value.Value}")
        );
        return Hash($"{path}\n{JsonSerializer.Serialize(body, JsonSerializerOptions.Web)}");
    }

    private static byte[] ScopeOf(HttpContext context, Guid personId, string key)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        return Hash($"{personId:N}\n{context.Request.Method} {route}\n{key}");
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    public sealed record SentKey(string? Key);
}
