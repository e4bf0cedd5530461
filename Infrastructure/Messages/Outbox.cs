using System.Globalization;
using System.Text;
using Craftsman.Domain.Messages;
using Craftsman.Infrastructure.Database;
using Dapper;

namespace Craftsman.Infrastructure.Messages;

/// <summary>Writes messages in the transaction of what they tell, so that neither is there without the other.</summary>
public static class Outbox
{
    private const int RowsTogether = 500;

    /// <summary>Tells a citizen who agreed to this kind of message; of others nothing is written.</summary>
    public static Task Tell(Work work, Guid citizenId, MessageKind kind, string status, DateTimeOffset now) =>
        TellAll(work, [citizenId], kind, status, now);

    /// <summary>
    /// Tells those who agreed to this kind of message. Their recipient rows are held until the commit, so that the order of a citizen's
    /// messages is that of the commits; they are taken in the order of the citizens' ids.
    /// </summary>
    public static async Task TellAll(
        Work work,
        IReadOnlyCollection<Guid> citizenIds,
        MessageKind kind,
        string status,
        DateTimeOffset now
    )
    {
        const string agreed = """
            SELECT DISTINCT citizen_id
            FROM message_credits
            WHERE citizen_id IN @citizenIds AND kind = @Kind AND credits > 0
            ORDER BY citizen_id
            """;
        const string wake = "INSERT INTO message_recipients (citizen_id, next_at) VALUES ";
        const string unlessAwake = """
             ON DUPLICATE KEY UPDATE next_at = COALESCE(next_at, GREATEST(@now, COALESCE(last_sent_at + INTERVAL @GapSeconds SECOND, @now)))
            """;
        const string add = "INSERT INTO messages (citizen_id, kind, status, state, created_at) VALUES ";
        var told = new
        {
            Kind = kind.ToString(),
            status,
            now,
            GapSeconds = (int)MessageRules.Gap.TotalSeconds,
        };
        foreach (var some in citizenIds.Distinct().Order().Chunk(RowsTogether))
        {
            var listening = await work.List<Guid>(agreed, new { citizenIds = some, told.Kind });
            if (listening.Count == 0)
            {
                continue;
            }

            var parameters = new DynamicParameters(told);
            var (recipients, messages) = (new StringBuilder(wake), new StringBuilder(add));
            for (var at = 0; at < listening.Count; at++)
            {
                var separator = at == 0 ? "" : ", ";
                recipients.Append(CultureInfo.InvariantCulture, $"{separator}(@c{at}, @now)");
                messages.Append(CultureInfo.InvariantCulture, $"{separator}(@c{at}, @Kind, @status, 'Pending', @now)");
                parameters.Add($"c{at}", listening[at]);
            }

            await work.Execute(recipients.Append(unlessAwake).ToString(), parameters);
            await work.Execute(messages.ToString(), parameters);
        }
    }
}
