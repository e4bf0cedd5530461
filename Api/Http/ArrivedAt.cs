namespace Craftsman.Api.Http;

/// <summary>
/// When the request arrived, in whole microseconds as the database keeps them. Days and closings are judged by it, however long the
/// request then waited for a limiter or a lock.
/// </summary>
public sealed class ArrivedAt
{
    private ArrivedAt(DateTimeOffset value) => Value = value;

    public DateTimeOffset Value { get; }

    /// <summary>Stamps each request; goes first in the pipeline.</summary>
    public static async Task Stamp(HttpContext context, RequestDelegate next)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        context.Features.Set(
            new ArrivedAt(new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero))
        );
        await next(context);
    }

    public static ValueTask<ArrivedAt?> BindAsync(HttpContext context) => new(context.Features.Get<ArrivedAt>());
}
