using Craftsman.Domain.Messages;
using Craftsman.Infrastructure.Database;
using Microsoft.Extensions.Options;

namespace Craftsman.Infrastructure.Messages;

/// <summary>A message that was marked and paid for, and whom it goes to. The openid is read here and kept nowhere.</summary>
public sealed record MessageUnderWay(
    long Id,
    Guid CitizenId,
    string OpenId,
    MessageKind Kind,
    string Status,
    DateTimeOffset At,
    int Attempt,
    MessageTemplate Template
);

/// <summary>What came of a message that was under way.</summary>
public enum SendingResult
{
    Sent,

    /// <summary>It may have arrived; it is never sent again, and its credit stays spent.</summary>
    Unknown,

    /// <summary>It did not arrive and may later.</summary>
    Later,

    /// <summary>WeChat has no consent of this citizen any more, whatever we counted.</summary>
    NotSubscribed,

    /// <summary>WeChat will never take this one.</summary>
    Refused,
}

/// <summary>
/// The two writes around a call to WeChat. Before it, in a committed transaction, the credit is spent, the message is marked Sending and
/// its citizen is leased; after it the result is written. Whoever dies between leaves a mark that the next claim turns to Unknown.
/// </summary>
public sealed class MessageSending(Db db, IOptions<MessagesOptions> options)
{
    /// <summary>
    /// The next citizen who is due and the oldest message that can be sent them. Instances skip each other's citizens; the row is locked in
    /// the order of the index it is found by.
    /// </summary>
    /// <returns>Whether a citizen was due, and the message, if one of theirs is to be sent.</returns>
    public async Task<(bool WasDue, MessageUnderWay? Message)> Claim(
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string find = """
            SELECT r.citizen_id
            FROM message_recipients r FORCE INDEX (message_recipients_due)
            WHERE r.next_at <= @now
            ORDER BY r.next_at, r.citizen_id
            LIMIT 1
            FOR UPDATE SKIP LOCKED
            """;
        const string whom = "SELECT openid AS OpenId FROM citizens WHERE id = @citizenId";
        var claimed = await db.Write<Claimed>(
            async work =>
            {
                if (await work.FirstOrNothing<Guid?>(find, new { now }) is not { } citizenId)
                {
                    return new Claimed(false, null);
                }

                if (await work.FirstOrNothing<string?>(whom, new { citizenId }) is not { } openId)
                {
                    await Forget(work, citizenId);
                    return new Claimed(true, null);
                }

                await CloseOld(work, citizenId, now);
                return new Claimed(true, await Mark(work, citizenId, openId, now));
            },
            cancellationToken
        );
        return claimed.IsRefused(out _, out var found) ? (false, null) : (found.WasDue, found.Message);
    }

    /// <summary>Only for the attempt that is still under way: one that outlived its lease is Unknown by now and stays so.</summary>
    public Task Finish(
        MessageUnderWay message,
        SendingResult result,
        DateTimeOffset now,
        string? reason,
        TimeSpan? pause
    )
    {
        const string hold = "SELECT 1 FROM message_recipients WHERE citizen_id = @CitizenId FOR UPDATE";
        const string mark = """
            UPDATE messages
            SET state = @state, reason = @reason, sent_at = @sentAt
            WHERE id = @Id AND state = 'Sending' AND attempts = @Attempt
            """;
        const string giveBack = """
            UPDATE message_credits
            SET credits = credits + 1
            WHERE citizen_id = @CitizenId AND template_id = @TemplateId
            """;
        const string clear = """
            UPDATE message_credits
            SET credits = 0
            WHERE citizen_id = @CitizenId AND template_id = @TemplateId
            """;
        const string rest = """
            UPDATE message_recipients
            SET next_at = IF(EXISTS (SELECT 1 FROM messages m WHERE m.citizen_id = @CitizenId AND m.state = 'Pending'), @nextAt, NULL),
                last_sent_at = IF(@counts, @now, last_sent_at)
            WHERE citizen_id = @CitizenId
            """;
        var counts = result is SendingResult.Sent or SendingResult.Unknown;
        var row = new
        {
            message.Id,
            message.Attempt,
            message.CitizenId,
            TemplateId = message.Template.Id,
            state = result switch
            {
                SendingResult.Sent => "Sent",
                SendingResult.Unknown => "Unknown",
                SendingResult.Later => "Pending",
                _ => "Dropped",
            },
            reason,
            sentAt = result == SendingResult.Sent ? now : (DateTimeOffset?)null,
            counts,
            now,
            nextAt = now + (counts ? MessageRules.Gap : pause ?? TimeSpan.Zero),
        };
        return db.Write<bool>(
            async work =>
            {
                await work.FirstOrNothing<int>(hold, row);
                if (await work.Execute(mark, row) == 0)
                {
                    return false;
                }

                if (result is SendingResult.Later or SendingResult.Refused)
                {
                    await work.Execute(giveBack, row);
                }
                else if (result == SendingResult.NotSubscribed)
                {
                    await work.Execute(clear, row);
                }

                await work.Execute(rest, row);
                return true;
            },
            CancellationToken.None
        );
    }

    /// <summary>What was under way when its sender went away may have arrived; what waited too long is no news.</summary>
    private static async Task CloseOld(Work work, Guid citizenId, DateTimeOffset now)
    {
        const string interrupted = """
            UPDATE messages
            SET state = 'Unknown', reason = 'Interrupted'
            WHERE citizen_id = @citizenId AND state = 'Sending'
            """;
        const string stale = """
            UPDATE messages
            SET state = 'Dropped', reason = 'Stale'
            WHERE citizen_id = @citizenId AND state = 'Pending' AND created_at < @before
            """;
        await work.Execute(interrupted, new { citizenId });
        await work.Execute(stale, new { citizenId, before = now - MessageRules.Lifetime });
    }

    /// <summary>The oldest message with a credit; those without one are dropped on the way.</summary>
    private async Task<MessageUnderWay?> Mark(Work work, Guid citizenId, string openId, DateTimeOffset now)
    {
        const string oldest = """
            SELECT id, kind, status, created_at, attempts
            FROM messages
            WHERE citizen_id = @citizenId AND state = 'Pending'
            ORDER BY id
            LIMIT 1
            """;
        const string spend = """
            UPDATE message_credits
            SET credits = credits - 1
            WHERE citizen_id = @citizenId AND template_id = @templateId AND credits > 0
            """;
        const string drop = "UPDATE messages SET state = 'Dropped', reason = @reason WHERE id = @Id";
        const string mark = "UPDATE messages SET state = 'Sending', attempts = attempts + 1 WHERE id = @Id";
        const string lease = "UPDATE message_recipients SET next_at = @nextAt WHERE citizen_id = @citizenId";
        MessageUnderWay? underWay = null;
        while (underWay is null && await work.FirstOrNothing<Waiting>(oldest, new { citizenId }) is { } waiting)
        {
            var template = options.Value.Templates.TryGetValue(waiting.Kind, out var known) ? known : null;
            var templateId = template?.Id;
            if (template is null || await work.Execute(spend, new { citizenId, templateId }) == 0)
            {
                await work.Execute(drop, new { waiting.Id, reason = template is null ? "NoTemplate" : "NoCredit" });
                continue;
            }

            await work.Execute(mark, waiting);
            underWay = new MessageUnderWay(
                waiting.Id,
                citizenId,
                openId,
                waiting.Kind,
                waiting.Status,
                waiting.CreatedAt,
                waiting.Attempts + 1,
                template
            );
        }

        DateTimeOffset? nextAt = underWay is null ? null : now + MessageRules.Lease;
        await work.Execute(lease, new { citizenId, nextAt });
        return underWay;
    }

    /// <summary>The account was deleted: nothing is kept of whom we would have written to.</summary>
    public static async Task Forget(Work work, Guid citizenId)
    {
        const string messages = "DELETE FROM messages WHERE citizen_id = @citizenId";
        const string credits = "DELETE FROM message_credits WHERE citizen_id = @citizenId";
        const string recipient = "DELETE FROM message_recipients WHERE citizen_id = @citizenId";
        foreach (var sql in new[] { messages, credits, recipient })
        {
            await work.Execute(sql, new { citizenId });
        }
    }

    private sealed record Claimed(bool WasDue, MessageUnderWay? Message);

    private sealed record Waiting
    {
        public long Id { get; init; }
        public MessageKind Kind { get; init; }
        public string Status { get; init; } = "";
        public DateTimeOffset CreatedAt { get; init; }
        public int Attempts { get; init; }
    }
}
