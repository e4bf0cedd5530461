using Craftsman.Domain;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Microsoft.Extensions.Logging;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>
/// Hands stored events to their handlers, at least once each. A claim is committed before the work: it counts the attempt and puts the
/// next one off, so that an event which brings the process down is not met again at once, and one that fails holds up no other.
/// </summary>
public sealed class PushedEvents(
    Db db,
    DataCipher cipher,
    IEnumerable<PushHandler> handlers,
    ILogger<PushedEvents> logger
)
{
    /// <summary>With the pauses doubling from thirty seconds to an hour, an event is given up after about an hour.</summary>
    private const int MaxAttempts = 8;

    private const int AtOnce = 20;

    private readonly ILookup<string, PushHandler> handlersOf = handlers.ToLookup(handler => handler.Event);

    /// <returns>How many events were claimed; none are due when it is 0.</returns>
    public async Task<int> HandleSome(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var claimed = await Claim(now, cancellationToken);
        foreach (var each in claimed)
        {
            try
            {
                await Handle(each, now, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogWarning(
                    "Handling {Event} {EventId} failed, attempt {Attempt}: {Failure}",
                    each.Name,
                    each.Id,
                    each.Attempts,
                    e.GetType().Name
                );
            }
        }

        return claimed.Count;
    }

    /// <summary>Instances skip each other's rows. Rows are locked in the order of the index they are found by, so claims never wait in a circle.</summary>
    private async Task<IReadOnlyList<Claimed>> Claim(DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string find = """
            SELECT id, name, body, received_at AS ReceivedAt, attempts + 1 AS Attempts
            FROM wechat_events FORCE INDEX (wechat_events_waiting)
            WHERE state = 'Waiting' AND next_try_at <= @now
            ORDER BY state, next_try_at, id
            LIMIT @AtOnce
            FOR UPDATE SKIP LOCKED
            """;
        const string claim = """
            UPDATE wechat_events
            SET next_try_at = TIMESTAMPADD(SECOND, LEAST(3600, 30 << attempts), @now), attempts = attempts + 1
            WHERE id IN @ids
            """;
        var claimed = await db.Write<IReadOnlyList<Claimed>>(
            async work =>
            {
                var rows = (await work.List<Claimed>(find, new { now, AtOnce })).ToList();
                if (rows.Count > 0)
                {
                    await work.Execute(claim, new { now, ids = rows.Select(row => row.Id) });
                }

                return rows;
            },
            cancellationToken
        );
        return claimed.IsRefused(out _, out var list) ? [] : list;
    }

    /// <summary>The handlers' work and the mark are one transaction, and only for the claim that is still the last one.</summary>
    private async Task Handle(Claimed claimed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string hold = """
            SELECT 1
            FROM wechat_events
            WHERE id = @Id AND state = 'Waiting' AND attempts = @Attempts
            FOR UPDATE
            """;
        const string mark = "UPDATE wechat_events SET state = @state, handled_at = @now WHERE id = @Id";
        await db.Write<bool>(
            async work =>
            {
                if (await work.FirstOrNothing<int>(hold, claimed) != 1)
                {
                    return false;
                }

                var state = claimed.Attempts > MaxAttempts ? EventState.Failed : await Hand(work, claimed);
                await work.Execute(
                    mark,
                    new
                    {
                        claimed.Id,
                        state = state.ToString(),
                        now,
                    }
                );
                if (state == EventState.Failed)
                {
                    logger.LogError("Gave up on {Event} {EventId}", claimed.Name, claimed.Id);
                }

                return true;
            },
            cancellationToken
        );
    }

    private async Task<EventState> Hand(Work work, Claimed claimed)
    {
        var state = EventState.Ignored;
        foreach (var handler in handlersOf[claimed.Name])
        {
            var fields =
                PushBody.Read(cipher.DecryptBytes(PushStore.BodyPurpose, claimed.Body))
                ?? throw new InvalidDataException("A stored push can no longer be read.");
            if (await handler.Handle(work, new PushedEvent(claimed.Id, claimed.Name, claimed.ReceivedAt, fields)))
            {
                state = EventState.Handled;
            }
        }

        return state;
    }

    private enum EventState
    {
        Ignored,
        Handled,
        Failed,
    }

    private sealed record Claimed
    {
        public Guid Id { get; init; }

        public string Name { get; init; } = "";

        public byte[] Body { get; init; } = [];

        public DateTimeOffset ReceivedAt { get; init; }

        public int Attempts { get; init; }
    }
}
