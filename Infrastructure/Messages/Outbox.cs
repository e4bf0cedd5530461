using Craftsman.Domain.Messages;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Messages;

/// <summary>Writes messages in the transaction of what they tell, so that neither is there without the other.</summary>
public static class Outbox
{
    /// <summary>
    /// Tells a citizen who agreed to this kind of message; of others nothing is written. It holds their recipient row until the commit,
    /// so that the order of their messages is that of the commits; who tells several goes in the order of their ids.
    /// </summary>
    public static async Task Tell(Work work, Guid citizenId, MessageKind kind, string status, DateTimeOffset now)
    {
        const string agreed = """
            SELECT 1
            FROM message_credits
            WHERE citizen_id = @citizenId AND kind = @Kind AND credits > 0
            """;
        const string wake = """
            INSERT INTO message_recipients (citizen_id, next_at)
            VALUES (@citizenId, @now)
            ON DUPLICATE KEY UPDATE next_at = COALESCE(next_at, GREATEST(@now, COALESCE(last_sent_at + INTERVAL @GapSeconds SECOND, @now)))
            """;
        const string add = """
            INSERT INTO messages (citizen_id, kind, status, state, created_at)
            VALUES (@citizenId, @Kind, @status, 'Pending', @now)
            """;
        var row = new
        {
            citizenId,
            Kind = kind.ToString(),
            status,
            now,
            GapSeconds = (int)MessageRules.Gap.TotalSeconds,
        };
        if (await work.FirstOrNothing<int>(agreed, row) == 1)
        {
            await work.Execute(wake, row);
            await work.Execute(add, row);
        }
    }
}
