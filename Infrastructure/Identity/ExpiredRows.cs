using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Identity;

/// <summary>Rows that have outlived their purpose: idempotency keys and the answers to objections after 72 hours, refresh tokens of sessions that ended, and what WeChat pushed or was sent a month ago.</summary>
public sealed class ExpiredRows(Db db)
{
    /// <summary>How long the answer to a write is kept for its retries.</summary>
    public static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(72);

    /// <summary>How long a push that was dealt with is kept, for operators; WeChat repeats one within minutes.</summary>
    private static readonly TimeSpan PushLifetime = TimeSpan.FromDays(30);

    /// <summary>How long a message is kept that was sent, dropped or stayed unknown.</summary>
    private static readonly TimeSpan MessageLifetime = TimeSpan.FromDays(30);

    private const int AtOnce = 1000;

    /// <summary>Deletes a thousand rows at a time, so that no lock is held for long; several instances may do it together.</summary>
    public async Task<int> Delete(DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string keys = "DELETE FROM idempotency_keys WHERE created_at < @before ORDER BY created_at LIMIT @AtOnce";
        const string tokens = """
            DELETE FROM refresh_tokens
            WHERE session_id IN (SELECT id FROM sessions WHERE expires_at < @now)
            LIMIT @AtOnce
            """;
        const string pushes = """
            DELETE FROM wechat_events
            WHERE received_at < @pushesBefore AND state <> 'Waiting'
            ORDER BY received_at
            LIMIT @AtOnce
            """;
        const string messages = """
            DELETE FROM messages
            WHERE created_at < @messagesBefore AND state NOT IN ('Pending', 'Sending')
            ORDER BY created_at
            LIMIT @AtOnce
            """;
        const string retries = """
            UPDATE objections
            SET retry_key = NULL, retry_content = NULL, retry_answer = NULL
            WHERE received_at < @before AND retry_key IS NOT NULL
            LIMIT @AtOnce
            """;
        var before = now - KeyLifetime;
        var pushesBefore = now - PushLifetime;
        var messagesBefore = now - MessageLifetime;
        var all = 0;
        foreach (var sql in new[] { keys, tokens, pushes, messages, retries })
        {
            int deleted;
            do
            {
                deleted = await db.Execute(
                    sql,
                    new
                    {
                        before,
                        pushesBefore,
                        messagesBefore,
                        now,
                        AtOnce,
                    },
                    cancellationToken
                );
                all += deleted;
            } while (deleted == AtOnce);
        }

        return all;
    }
}
