using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>
/// Speaks to WeChat's server API. Errors are told by errcode alone, whose absence means success; neither the HTTP status nor the
/// content type is to be relied on. The address holds the secret and the code, so no address is ever logged.
/// </summary>
public sealed class WeChatClient(HttpClient http, IOptions<WeChatOptions> options, ILogger<WeChatClient> logger)
    : IWeChatClient
{
    public async Task<CodeToSessionOutcome> CodeToSession(string code, CancellationToken cancellationToken)
    {
        var address =
            $"sns/jscode2session?appid={Uri.EscapeDataString(options.Value.AppId)}"
            + $"&secret={Uri.EscapeDataString(options.Value.AppSecret)}"
            + $"&js_code={Uri.EscapeDataString(code)}&grant_type=authorization_code";
        try
        {
            using var response = await http.GetAsync(address, cancellationToken);
            var answer = JsonSerializer.Deserialize<Answer>(
                await response.Content.ReadAsByteArrayAsync(cancellationToken)
            );
            return answer switch
            {
                { ErrorCode: 0, OpenId: { Length: > 0 and <= 64 } openId } => new CodeToSessionOutcome.LoggedIn(openId),
                { ErrorCode: 40029 or 40163 } => new CodeToSessionOutcome.LoginAgain(),
                { ErrorCode: 40226 } => new CodeToSessionOutcome.Blocked(),
                _ => Unavailable(answer?.ErrorCode, answer?.RequestId),
            };
        }
        catch (Exception e) when (IsNoAnswer(e, cancellationToken))
        {
            logger.LogWarning("WeChat code2Session gave no usable answer: {Failure}", e.GetType().Name);
            return new CodeToSessionOutcome.Unavailable();
        }
    }

    private CodeToSessionOutcome.Unavailable Unavailable(int? errorCode, string? requestId)
    {
        logger.LogWarning("WeChat code2Session answered errcode {ErrorCode}, rid {RequestId}", errorCode, requestId);
        return new CodeToSessionOutcome.Unavailable();
    }

    private static bool IsNoAnswer(Exception e, CancellationToken cancellationToken) =>
        e is HttpRequestException or JsonException or Polly.Timeout.TimeoutRejectedException
        || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private sealed record Answer
    {
        [JsonPropertyName("errcode")]
        public int ErrorCode { get; init; }

        [JsonPropertyName("errmsg")]
        public string? ErrorMessage { get; init; }

        [JsonPropertyName("openid")]
        public string? OpenId { get; init; }

        /// <summary>WeChat's support asks for the rid at the end of errmsg; the rest of the text is not for us.</summary>
        public string? RequestId => ErrorMessage?.Split("rid: ") is [_, var rid] ? rid.Trim() : null;
    }
}
