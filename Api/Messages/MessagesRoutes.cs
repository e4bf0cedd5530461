namespace Craftsman.Api.Messages;

public static class MessagesRoutes
{
    public static void MapMessages(this RouteGroupBuilder miniProgram)
    {
        var subscriptions = miniProgram.MapGroup("/me/subscriptions").WithTags("消息");
        subscriptions.MapGet("", GetSubscriptions.Handle);
        subscriptions.MapPost("", RecordSubscriptions.Handle);
    }
}
