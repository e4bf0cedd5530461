using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Craftsman.Api.Candidates;

/// <summary>A finished answer. With a tag it is the same for everybody, and who holds it already is told 304.</summary>
/// <param name="tag">
/// Of what is said and not of when it was read, so that it holds as long as nothing changes; therefore a weak one. The same on every
/// instance. Null for an answer that is one person's own.
/// </param>
internal sealed class PublicJson(ReadOnlyMemory<byte> body, string? tag) : IResult
{
    private const string ForASecond = "public, max-age=1";

    /// <summary>A tag over what stands for the content.</summary>
    public static string TagOf(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return $"W/\"{Base64Url.EncodeToString(hash[..12])}\"";
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (tag is not null)
        {
            response.Headers.ETag = tag;
            if (response.Headers.CacheControl.Count == 0)
            {
                response.Headers.CacheControl = ForASecond;
            }

            if (IsHeld(httpContext.Request.Headers, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body, httpContext.RequestAborted);
    }

    private static bool IsHeld(IHeaderDictionary headers, string tag) =>
        headers.IfNoneMatch is { Count: > 0 } sent
        && EntityTagHeaderValue.TryParseList(sent, out var held)
        && EntityTagHeaderValue.Parse(tag) is var ours
        && held.Any(each => each.Equals(EntityTagHeaderValue.Any) || each.Compare(ours, useStrongComparison: false));
}
