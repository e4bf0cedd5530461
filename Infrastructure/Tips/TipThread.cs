using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Tips;

/// <summary>The thread of a tip, which its tipster reads; append-only.</summary>
public static class TipThread
{
    /// <summary>Adds an event in the transaction of what happened, and says its id.</summary>
    public static async Task<Guid> Add(Work work, Guid tipId, TipEventKind kind, string text, DateTimeOffset now)
    {
        const string sql = """
            INSERT INTO tip_events (id, tip_id, at, kind, text)
            VALUES (@id, @tipId, @now, @Kind, @text)
            """;
        var id = Guid.CreateVersion7(now);
        await work.Execute(
            sql,
            new
            {
                id,
                tipId,
                now,
                Kind = kind.ToString(),
                text,
            }
        );
        return id;
    }
}
