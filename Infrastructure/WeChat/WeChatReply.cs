using System.Text.Json;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>
/// One answer of WeChat. Errors are told by errcode alone, whose absence means success; neither the HTTP status nor the text is relied
/// on, and the content type only where a picture may come.
/// </summary>
internal sealed class WeChatReply
{
    public static readonly WeChatReply NotSent = new() { Failure = WeChatFailure.NotSent };
    public static readonly WeChatReply Lost = new() { Failure = WeChatFailure.Lost };

    private WeChatReply() { }

    /// <summary>What went wrong before the call itself: without a token it does not take place.</summary>
    public static WeChatReply From(WeChatFailure failure) =>
        new() { Failure = failure with { MayHaveHappened = false } };

    public WeChatFailure? Failure { get; private init; }

    /// <summary>Set when WeChat answered with a picture.</summary>
    public CodeImage? Image { get; private init; }

    private JsonElement Json { get; init; }

    /// <summary>WeChat is in trouble, which has nothing to do with what was asked: worth a repetition where that is safe, and counted by the circuit breaker.</summary>
    public bool IsOutage => Failure is { ErrorCode: null or WeChatErrors.Busy };

    public bool IsTokenRefused => WeChatErrors.IsTokenRefused(Failure?.ErrorCode);

    /// <summary>A picture is one by its content type and by its first byte; both, since either alone has been seen wrong.</summary>
    public static WeChatReply Read(string? mediaType, byte[] body)
    {
        if (mediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true && body is [not (byte)'{', ..])
        {
            return new WeChatReply { Image = new CodeImage(body, mediaType) };
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            var json = document.RootElement.Clone();
            if (json.ValueKind != JsonValueKind.Object || ErrorCodeIn(json) is not { } errorCode)
            {
                return Lost;
            }

            return errorCode == 0
                ? new WeChatReply { Json = json }
                : new WeChatReply { Failure = WeChatFailure.Of(errorCode, RequestIdIn(json)) };
        }
        catch (JsonException)
        {
            return Lost;
        }
    }

    /// <summary>A text or a number at a path of properties, as text; null when it is not there.</summary>
    public string? Text(params ReadOnlySpan<string> path)
    {
        var element = Json;
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.GetRawText(),
            _ => null,
        };
    }

    public int? Number(params ReadOnlySpan<string> path) =>
        int.TryParse(
            Text(path),
            System.Globalization.NumberStyles.AllowLeadingSign,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    private static int? ErrorCodeIn(JsonElement json) =>
        !json.TryGetProperty("errcode", out var value) ? 0
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var code) ? code
        : null;

    /// <summary>The rid at the end of errmsg. Nothing else of the text is kept, for it may repeat what was sent.</summary>
    private static string? RequestIdIn(JsonElement json) =>
        json.TryGetProperty("errmsg", out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString()!.Split("rid: ") is [_, var rid]
        && rid.Length <= 64
        && rid.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-')
            ? rid
            : null;
}
