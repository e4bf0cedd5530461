using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.WeChat;
using Microsoft.AspNetCore.Mvc;

namespace Craftsman.Api.WeChat;

/// <summary>WeChat's message push. It is between WeChat and us, so neither description shows it.</summary>
public static class MessagePushSetup
{
    private const int MaxBodyBytes = 64 * 1024;

    public static void AddMessagePush(this IServiceCollection services)
    {
        services.AddSingleton<MessagePush>();
        services.AddSingleton<PushStore>();
        services.AddSingleton<PushedEvents>();
        services.AddSingleton<PushBell>();
        services.AddSingleton(new PushHandler(MediaVerdicts.Event, MediaVerdicts.Record));
        services.AddSingleton(new PushHandler(MediaVerdicts.Event, PictureVerdicts.Pushed));
        services.AddHostedService<PushHandling>();
    }

    public static void MapMessagePush(this WebApplication app)
    {
        var push = app.MapGroup("/wechat/messages").AllowAnonymous().ExcludeFromDescription();
        push.MapGet("", CheckPushAddress.Handle);
        push.MapPost("", ReceivePush.Handle).WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes));
    }

    internal static PushQuery QueryOf(HttpRequest request) =>
        new(
            request.Query["signature"].ToString(),
            request.Query["timestamp"].ToString(),
            request.Query["nonce"].ToString(),
            request.Query["encrypt_type"].ToString(),
            request.Query["msg_signature"].ToString()
        );
}
