using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>Stores pushes before WeChat hears “success”.</summary>
public sealed class PushStore(Db db, DataCipher cipher)
{
    public const string BodyPurpose = "wechat_events.body";

    /// <summary>The unique key decides which of equal pushes is the first; the others change nothing.</summary>
    /// <returns>The id of the new event, or null when it was there before.</returns>
    public async Task<Guid?> TryAdd(PushedMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO wechat_events (id, dedup_key, name, body, state, attempts, next_try_at, received_at)
            VALUES (@id, @DedupKey, @Name, @body, 'Waiting', 0, @now, @now)
            """;
        var id = Guid.CreateVersion7(now);
        var body = cipher.Encrypt(BodyPurpose, message.Text);
        var added = await db.Write<bool>(
            async work =>
                await work.InsertUnlessDuplicate(
                    sql,
                    new
                    {
                        id,
                        message.DedupKey,
                        message.Name,
                        body,
                        now,
                    }
                )
                    is null,
            cancellationToken
        );
        return !added.IsRefused(out _, out var isNew) && isNew ? id : null;
    }

    public async Task<bool> IsKnown(PushedMessage message, CancellationToken cancellationToken)
    {
        const string sql = "SELECT 1 FROM wechat_events WHERE dedup_key = @DedupKey";
        return await db.FirstOrNothing<int>(sql, new { message.DedupKey }, cancellationToken) == 1;
    }
}
