using Craftsman.Domain;
using Craftsman.Domain.Messages;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Experts;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.Messages;

/// <summary>
/// Reminds experts by mail of the cases that wait for their score (五, 专家评审). As with messages: what is to be sent is a row first, which is
/// marked and committed before the server is called, so that a mail is sent at most once however many instances there are.
/// </summary>
public sealed class ReminderMails(Db db, DataCipher cipher, RecusalStore recusals, MailSender sender)
{
    internal const string AddressPurpose = "staff.mail";

    /// <summary>What waits for a person <c>s</c> in panels that are open.</summary>
    private const string Waiting = """
        FROM case_experts e
        JOIN panels p ON p.id = e.panel_id AND p.closed_at IS NULL AND p.campaign_id = @campaignId
        JOIN cases k ON k.id = e.case_id AND k.expert_round = e.round AND k.stage = 'ExpertReview'
        WHERE e.staff_id = s.id AND e.standing = 1 AND e.submitted_at IS NULL AND e.waived_at IS NULL
        """;

    /// <summary>Writes today's reminders and sends what is due, unless it is night.</summary>
    /// <returns>How many were handed to the server.</returns>
    public async Task<int> SendDue(Guid campaignId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (QuietHours.NextAllowed(now) > now)
        {
            return 0;
        }

        await Close(now, cancellationToken);
        await Write(campaignId, now, cancellationToken);
        var sent = 0;
        while (
            !cancellationToken.IsCancellationRequested
            && await Claim(campaignId, now, cancellationToken) is { } underWay
        )
        {
            // Not cancelled at shutdown: it ends by itself within a minute and a half, and cut off it would leave the mail unknown.
            var result = await sender.Send(
                cipher.Decrypt(AddressPurpose, underWay.SealedMail),
                ReminderRules.Subject(underWay.Waiting),
                ReminderRules.Text(underWay.Waiting, underWay.DueOn)
            );
            await Finish(underWay, result, now);
            sent += result == SendingResult.Sent ? 1 : 0;
        }

        return sent;
    }

    /// <summary>What was interrupted may have arrived and is not sent again; what did not go out on its day is no news.</summary>
    private async Task Close(DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string interrupted = """
            UPDATE reminder_mails
            SET state = 'Unknown', next_at = NULL
            WHERE state = 'Sending' AND next_at <= @now
            """;
        const string stale = """
            UPDATE reminder_mails
            SET state = 'Dropped', next_at = NULL
            WHERE state = 'Pending' AND day < @today
            """;
        await db.Execute(interrupted, new { now }, cancellationToken);
        await db.Execute(stale, new { today = ChinaDay.Of(now) }, cancellationToken);
    }

    /// <summary>A row for each expert with an address for whom something waits, and who was not reminded in the last days.</summary>
    private async Task Write(Guid campaignId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string due = $"""
            SELECT s.id
            FROM staff s
            WHERE s.sealed_mail IS NOT NULL AND s.disabled_at IS NULL
                AND NOT EXISTS (
                    SELECT 1
                    FROM reminder_mails r
                    WHERE r.staff_id = s.id AND r.day > @since AND (r.day = @today OR r.state <> 'Dropped'))
                AND EXISTS (SELECT 1 {Waiting})
            ORDER BY s.id
            """;
        const string add = """
            INSERT INTO reminder_mails (staff_id, day, next_at)
            VALUES (@staffId, @today, @now)
            ON DUPLICATE KEY UPDATE attempts = attempts
            """;
        var today = ChinaDay.Of(now);
        var parameters = new
        {
            campaignId,
            today,
            since = today.AddDays(-ReminderRules.DaysBetween),
        };
        if ((await db.List<Guid>(due, parameters, cancellationToken)).Count == 0)
        {
            return;
        }

        // A case that a conflict takes away is not counted for who has it.
        await recusals.SettleAll(campaignId, null, now, cancellationToken);
        foreach (var staffId in await db.List<Guid>(due, parameters, cancellationToken))
        {
            await db.Execute(
                add,
                new
                {
                    staffId,
                    today,
                    now,
                },
                cancellationToken
            );
        }
    }

    /// <summary>Marks the next one as under way.</summary>
    private async Task<UnderWay?> Claim(Guid campaignId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string find = """
            SELECT r.staff_id, r.day, r.attempts
            FROM reminder_mails r
            WHERE r.state = 'Pending' AND r.next_at <= @now
            ORDER BY r.next_at, r.staff_id
            LIMIT 1
            FOR UPDATE SKIP LOCKED
            """;
        const string what = $"""
            SELECT s.sealed_mail, (SELECT COUNT(*) {Waiting}) AS waiting, (SELECT MIN(p.scores_due_on) {Waiting}) AS due_on
            FROM staff s
            WHERE s.id = @StaffId AND s.disabled_at IS NULL AND s.sealed_mail IS NOT NULL
            """;
        const string drop =
            "UPDATE reminder_mails SET state = 'Dropped', next_at = NULL WHERE staff_id = @StaffId AND day = @Day";
        const string mark = """
            UPDATE reminder_mails
            SET state = 'Sending', attempts = attempts + 1, next_at = @until
            WHERE staff_id = @StaffId AND day = @Day
            """;
        var claimed = await db.Write<Claimed>(
            async work =>
            {
                while (await work.FirstOrNothing<UnderWay>(find, new { now }) is { } row)
                {
                    var told = await work.FirstOrNothing<UnderWay>(what, new { row.StaffId, campaignId });
                    if (told is null or { Waiting: 0 })
                    {
                        await work.Execute(drop, row);
                        continue;
                    }

                    await work.Execute(
                        mark,
                        new
                        {
                            row.StaffId,
                            row.Day,
                            until = now + ReminderRules.Lease,
                        }
                    );
                    return new Claimed(told with { StaffId = row.StaffId, Day = row.Day, Attempts = row.Attempts + 1 });
                }

                return new Claimed(null);
            },
            cancellationToken
        );
        return claimed.IsRefused(out _, out var found) ? null : found.Mail;
    }

    /// <summary>Only for the attempt that is still under way.</summary>
    private Task<int> Finish(UnderWay mail, SendingResult result, DateTimeOffset now)
    {
        const string sql = """
            UPDATE reminder_mails
            SET state = @State, next_at = @nextAt, sent_at = @sentAt
            WHERE staff_id = @StaffId AND day = @Day AND state = 'Sending' AND attempts = @Attempts
            """;
        return db.Execute(
            sql,
            new
            {
                mail.StaffId,
                mail.Day,
                mail.Attempts,
                State = result switch
                {
                    SendingResult.Sent => "Sent",
                    SendingResult.Later => "Pending",
                    SendingResult.Unknown => "Unknown",
                    _ => "Refused",
                },
                nextAt = result == SendingResult.Later
                    ? now + MessageRules.PauseAfter(mail.Attempts)
                    : (DateTimeOffset?)null,
                sentAt = result == SendingResult.Sent ? now : (DateTimeOffset?)null,
            },
            CancellationToken.None
        );
    }

    private sealed record Claimed(UnderWay? Mail);

    private sealed record UnderWay
    {
        public Guid StaffId { get; init; }
        public DateOnly Day { get; init; }
        public int Attempts { get; init; }
        public byte[] SealedMail { get; init; } = [];
        public int Waiting { get; init; }
        public DateOnly? DueOn { get; init; }
    }
}
