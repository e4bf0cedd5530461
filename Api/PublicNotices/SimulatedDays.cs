using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.WeChat;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.PublicNotices;

/// <summary>
/// Lets the working days of a notice pass at once, for who walks the whole way in one sitting. There only with the simulated WeChat, which
/// Production refuses to start with.
/// </summary>
public static class SimulatedDays
{
    public static void MapSimulatedDays(this WebApplication app)
    {
        var mode = app.Configuration[$"{WeChatOptions.Section}:{nameof(WeChatOptions.Mode)}"];
        if (string.Equals(mode, nameof(WeChatMode.Simulated), StringComparison.OrdinalIgnoreCase))
        {
            app.MapPost("/simulated-days/public-notices/{id}", Pass).ExcludeFromDescription();
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Pass(
        OpaqueId id,
        Db db,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            UPDATE public_notices
            SET opens_at = @Now - INTERVAL 14 DAY, closes_at = @Now
            WHERE id = @Id AND opens_at IS NOT NULL
            """;
        var passed = await db.Execute(sql, new { Id = id.Value, Now = clock.GetUtcNow() }, cancellationToken);
        return passed == 1 ? TypedResults.NoContent() : Problems.From(RequestRefusals.NotFound);
    }
}
