using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Craftsman.Load;

/// <summary>JSON that was made beforehand: the least that an answer of that size can cost behind this pipeline.</summary>
internal static class StaticAnswers
{
    private static readonly ConcurrentDictionary<string, byte[]> Kept = new();

    public static readonly IReadOnlyList<string> Names = ["list", "detail", "leaderboard"];

    /// <summary>The bench sends what the real route answered.</summary>
    public static async Task<IResult> Keep(string name, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        Kept[name] = body.ToArray();
        return TypedResults.NoContent();
    }

    public static async Task Write(HttpContext context, string name)
    {
        var body = Kept[name];
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }
}
