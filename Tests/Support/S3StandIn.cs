using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Craftsman.Tests.Support;

/// <summary>
/// As much of S3 as the service asks for, in memory: one bucket, objects in one piece or in parts, lists in pages of two. Every request must
/// be signed by our account (the signature's form is checked, not its value) and every body must be what its hash says.
/// </summary>
public sealed class S3StandIn : IAsyncDisposable
{
    public const string Bucket = "craftsman-media";
    public const string AccessKey = "stand-in-account";
    public const string SecretKey = "stand-in-account-secret";

    private const int PageSize = 2;
    private static readonly XNamespace S3 = "http://s3.amazonaws.com/doc/2006-03-01/";
    private readonly ConcurrentDictionary<string, Kept> objects = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<int, byte[]>> uploads = new();
    private readonly WebApplication server;

    private S3StandIn()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.Run(Answer);
    }

    private volatile HeldPuts? held;

    /// <summary>From now on what is put arrives, and is kept and answered only when it is let go.</summary>
    public HeldPuts HoldsPuts() => held = new HeldPuts();

    /// <summary>Answers 503 to everything.</summary>
    public bool IsAway { get; set; }

    public string Endpoint => new Uri(server.Urls.Single()).Authority;

    public IReadOnlyList<string> Keys => [.. objects.Keys.Order(StringComparer.Ordinal)];

    public static async Task<S3StandIn> Start()
    {
        var store = new S3StandIn();
        await store.server.StartAsync();
        return store;
    }

    public byte[] this[string key] => objects[key].Content;

    public void Put(string key, DateTimeOffset at) => objects[key] = new Kept("left"u8.ToArray(), at);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        var request = context.Request;
        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory, context.RequestAborted);
        var body = memory.ToArray();
        var path = request.Path.Value!.Split('/', 3);
        var key = path.ElementAtOrDefault(2) ?? "";
        if (IsAway)
        {
            context.Response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
        }
        else if (!IsSigned(request, body))
        {
            context.Response.StatusCode = (int)HttpStatusCode.Forbidden;
        }
        else if (path[1] != Bucket)
        {
            context.Response.StatusCode = (int)HttpStatusCode.NotFound;
        }
        else if (key.Length == 0)
        {
            await (request.Method == "HEAD" ? Task.CompletedTask : List(context));
        }
        else
        {
            await Object(context, key, body);
        }
    }

    private async Task Object(HttpContext context, string key, byte[] body)
    {
        var upload = context.Request.Query["uploadId"].ToString();
        switch (context.Request.Method)
        {
            case "POST" when context.Request.Query.ContainsKey("uploads"):
                var id = RandomNumberGenerator.GetHexString(16);
                uploads[id] = new();
                await Xml(
                    context,
                    "InitiateMultipartUploadResult",
                    new("Bucket", Bucket),
                    new("Key", key),
                    new("UploadId", id)
                );
                break;
            case "PUT" when upload.Length > 0:
                var number = int.Parse(context.Request.Query["partNumber"]!, CultureInfo.InvariantCulture);
                uploads[upload][number] = body;
                context.Response.Headers.ETag = ETagOf(body);
                break;
            case "POST":
                Keep(context, key, [.. uploads[upload].OrderBy(part => part.Key).SelectMany(part => part.Value)]);
                await Xml(
                    context,
                    "CompleteMultipartUploadResult",
                    new("Bucket", Bucket),
                    new("Key", key),
                    new("ETag", ETagOf(objects[key].Content))
                );
                break;
            case "PUT":
                await (held?.Arrives() ?? Task.CompletedTask);
                Keep(context, key, body);
                break;
            case "DELETE":
                objects.TryRemove(key, out _);
                context.Response.StatusCode = (int)HttpStatusCode.NoContent;
                break;
            case "GET" when objects.TryGetValue(key, out var kept):
                context.Response.ContentLength = kept.Content.Length;
                await context.Response.Body.WriteAsync(kept.Content, context.RequestAborted);
                break;
            default:
                context.Response.StatusCode = (int)HttpStatusCode.NotFound;
                break;
        }
    }

    private void Keep(HttpContext context, string key, byte[] content)
    {
        objects[key] = new Kept(content, TimeProvider.System.GetUtcNow());
        context.Response.Headers.ETag = ETagOf(content);
    }

    private Task List(HttpContext context)
    {
        var query = context.Request.Query;
        var after = query["continuation-token"].ToString();
        var left = objects
            .Where(each => each.Key.StartsWith(query["prefix"].ToString(), StringComparison.Ordinal))
            .Where(each => string.CompareOrdinal(each.Key, after) > 0)
            .OrderBy(each => each.Key, StringComparer.Ordinal)
            .ToList();
        var page = left.Take(PageSize).ToList();
        return Xml(
            context,
            "ListBucketResult",
            [
                new("Name", Bucket),
                new("IsTruncated", left.Count > PageSize ? "true" : "false"),
                .. left.Count > PageSize
                    ? [new XElement("NextContinuationToken", page[^1].Key)]
                    : Array.Empty<XElement>(),
                .. page.Select(each => new XElement(
                    "Contents",
                    new XElement("Key", each.Key),
                    new XElement(
                        "LastModified",
                        each.Value.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)
                    ),
                    new XElement("ETag", ETagOf(each.Value.Content)),
                    new XElement("Size", each.Value.Content.Length)
                )),
            ]
        );
    }

    private static bool IsSigned(HttpRequest request, byte[] body)
    {
        if (request.Query["X-Amz-Algorithm"] == "AWS4-HMAC-SHA256")
        {
            return request.Method == "GET"
                && request.Query["X-Amz-Credential"].ToString().StartsWith(AccessKey + "/", StringComparison.Ordinal)
                && request.Query["X-Amz-Signature"].ToString().Length == 64;
        }

        var header = request.Headers.Authorization.ToString();
        return header.StartsWith($"AWS4-HMAC-SHA256 Credential={AccessKey}/", StringComparison.Ordinal)
            && header.Contains("x-amz-content-sha256", StringComparison.Ordinal)
            && header.Split("Signature=")[^1].Length == 64
            && request.Headers["x-amz-content-sha256"] == Convert.ToHexStringLower(SHA256.HashData(body));
    }

    private static string ETagOf(byte[] content) => $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"";

    private static Task Xml(HttpContext context, string name, params IEnumerable<XElement> parts)
    {
        var root = new XElement(name, parts);
        foreach (var element in root.DescendantsAndSelf())
        {
            element.Name = S3 + element.Name.LocalName;
        }

        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync(root.ToString(), Encoding.UTF8, context.RequestAborted);
    }

    private sealed record Kept(byte[] Content, DateTimeOffset At);
}

/// <summary>What is being put, and waits.</summary>
public sealed class HeldPuts
{
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Something waits.</summary>
    public Task Arrived => arrived.Task;

    public void LetGo() => released.SetResult();

    internal Task Arrives()
    {
        arrived.TrySetResult();
        return released.Task;
    }
}
