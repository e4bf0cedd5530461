using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Timeout;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>Where WeChat answers; asked at each call, since the stand-in learns its address only when the service listens.</summary>
public sealed class WeChatAddress(Func<Uri> find)
{
    public Uri Value => find();
}

/// <summary>
/// Carries one call to WeChat and its answer back. Addresses hold secrets, tokens and codes, so none is logged, and of a failure only
/// the type is told: an exception's text is not ours.
/// </summary>
public sealed class WeChatHttp(
    HttpClient http,
    WeChatAddress address,
    WeChatResilience resilience,
    ILogger<WeChatHttp> logger
)
{
    /// <summary>Chinese and &amp; stay as they are: WeChat has refused scenes for their escapes.</summary>
    private static readonly JsonSerializerOptions Bodies = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    internal Task<WeChatReply> Get(WeChatApi api, string query, CancellationToken cancellationToken) =>
        Call(
            api,
            token => Send(new HttpRequestMessage(HttpMethod.Get, AddressOf(api, query)), token),
            cancellationToken
        );

    internal Task<WeChatReply> Post(WeChatApi api, string query, object body, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(body, Bodies);
        return Call(
            api,
            token =>
                Send(
                    new HttpRequestMessage(HttpMethod.Post, AddressOf(api, query))
                    {
                        Content = new ByteArrayContent(json)
                        {
                            Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
                        },
                    },
                    token
                ),
            cancellationToken
        );
    }

    /// <summary>Makes a call, however it is sent, within the bounds of its group, and tells of its failure by errcode or type alone.</summary>
    internal async Task<WeChatReply> Call(
        WeChatApi api,
        Func<CancellationToken, Task<WeChatReply>> send,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var reply = await resilience
                .For(api)
                .ExecuteAsync(async token => await Answer(api, send, token), cancellationToken);
            if (reply.Failure is { ErrorCode: { } errorCode } failure)
            {
                logger.Log(
                    LevelOf(reply),
                    "WeChat {Api} answered errcode {ErrorCode}, rid {RequestId}: {Remedy}",
                    api.Path,
                    errorCode,
                    failure.RequestId,
                    failure.Remedy
                );
            }

            return reply;
        }
        catch (ExecutionRejectedException e)
        {
            logger.LogWarning("WeChat {Api} was given up: {Failure}", api.Path, e.GetType().Name);
            return e is TimeoutRejectedException ? WeChatReply.Lost : WeChatReply.NotSent;
        }
    }

    private async Task<WeChatReply> Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        using (var response = await http.SendAsync(request, cancellationToken))
        {
            return WeChatReply.Read(
                response.Content.Headers.ContentType?.MediaType,
                await response.Content.ReadAsByteArrayAsync(cancellationToken)
            );
        }
    }

    private async Task<WeChatReply> Answer(
        WeChatApi api,
        Func<CancellationToken, Task<WeChatReply>> send,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await send(cancellationToken);
        }
        catch (HttpRequestException e)
        {
            logger.LogWarning("WeChat {Api} gave no answer: {Failure}", api.Path, e.HttpRequestError);
            return
                e.HttpRequestError
                    is HttpRequestError.NameResolutionError
                        or HttpRequestError.ConnectionError
                        or HttpRequestError.SecureConnectionError
                ? WeChatReply.NotSent
                : WeChatReply.Lost;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("WeChat {Api} could not be reached in time", api.Path);
            return WeChatReply.NotSent;
        }
    }

    private Uri AddressOf(WeChatApi api, string query) => new(address.Value, $"{api.Path}{query}");

    /// <summary>A refused token is fetched again first; only when that does not help it is an alarm, told by the client.</summary>
    private static LogLevel LevelOf(WeChatReply reply) =>
        reply.Failure!.Remedy switch
        {
            WeChatRemedy.Alarm when !reply.IsTokenRefused => LogLevel.Error,
            WeChatRemedy.Alarm or WeChatRemedy.Retry => LogLevel.Warning,
            _ => LogLevel.Information,
        };
}
