using System.Globalization;
using System.Text;
using Craftsman.Domain.Messages;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Messages;
using Dapper;

namespace Craftsman.Infrastructure.Candidates;

/// <summary>
/// The people whose tips lead to a candidate. A root speaks for its whole tree; a merged candidate for its own tips alone, since the
/// others are not about what happens to it.
/// </summary>
public static class Tipsters
{
    private const int RowsTogether = 500;

    /// <summary>How many tips are read out to the worker.</summary>
    internal const int MostSaid = 20;

    /// <summary>What the joined tips say, the earliest first and without their authors.</summary>
    internal const string SaidSql = """
        SELECT t.story
        FROM candidates c
        JOIN tips t ON t.candidate_id = c.id
        WHERE (c.root_id = @CandidateId OR c.id = @CandidateId) AND t.state = 'Joined'
        ORDER BY t.id
        LIMIT @MostSaid
        """;

    /// <summary>Adds a line to the thread of each joined tip, and writes to each tipster once. The text names nobody.</summary>
    public static async Task Tell(Work work, Guid candidateId, string kind, string text, DateTimeOffset now)
    {
        const string members = "SELECT id FROM candidates WHERE root_id = @candidateId OR id = @candidateId";
        await TellOf(work, await work.List<Guid>(members, new { candidateId }), kind, text, now);
    }

    /// <summary>What became of the case of a candidate: told to the whole of its tree, for the worker is one.</summary>
    public static async Task TellOfCase(Work work, Guid candidateId, CaseNews news, DateTimeOffset now)
    {
        const string tree = """
            SELECT m.id
            FROM candidates c
            JOIN candidates m ON m.root_id = c.root_id
            WHERE c.id = @candidateId
            """;
        await Tell(work, await work.List<Guid>(tree, new { candidateId }), news.Kind, news.Text, news.Status, now);
    }

    /// <summary>The same as <see cref="Tell(Work, Guid, string, string, DateTimeOffset)"/> for the joined tips of these candidates alone.</summary>
    public static Task TellOf(
        Work work,
        IEnumerable<Guid> candidateIds,
        string kind,
        string text,
        DateTimeOffset now
    ) => Tell(work, candidateIds, kind, text, MessageWords.OfCandidate(kind), now);

    private static async Task Tell(
        Work work,
        IEnumerable<Guid> candidateIds,
        string kind,
        string text,
        string? status,
        DateTimeOffset now
    )
    {
        const string tips = "SELECT id, citizen_id FROM tips WHERE candidate_id IN @candidateIds AND state = 'Joined'";
        var joined = await work.List<JoinedTip>(tips, new { candidateIds });
        foreach (var some in joined.Chunk(RowsTogether))
        {
            var sql = new StringBuilder("INSERT INTO tip_events (id, tip_id, at, kind, text) VALUES ");
            var parameters = new DynamicParameters(
                new
                {
                    now,
                    kind,
                    text,
                }
            );
            for (var at = 0; at < some.Length; at++)
            {
                sql.Append(at == 0 ? "" : ", ")
                    .Append(CultureInfo.InvariantCulture, $"(@e{at}, @t{at}, @now, @kind, @text)");
                parameters.Add($"e{at}", Guid.CreateVersion7(now));
                parameters.Add($"t{at}", some[at].Id);
            }

            await work.Execute(sql.ToString(), parameters);
        }

        if (status is not null)
        {
            await Outbox.TellAll(
                work,
                [.. joined.Select(tip => tip.CitizenId).OfType<Guid>()],
                MessageKind.TipMoved,
                status,
                now
            );
        }
    }

    /// <summary>What the worker is told about what citizens said.</summary>
    public static Task<IReadOnlyList<string>> Said(Work work, Guid candidateId) =>
        work.List<string>(SaidSql, new { CandidateId = candidateId, MostSaid });

    /// <summary>How many citizens the joined tips come from; two of one citizen count once (law 3), and a tip on paper is one person.</summary>
    public static Task<int> Count(Work work, Guid candidateId)
    {
        const string sql = """
            SELECT COUNT(DISTINCT COALESCE(t.citizen_id, t.id))
            FROM candidates c
            JOIN tips t ON t.candidate_id = c.id
            WHERE (c.root_id = @candidateId OR c.id = @candidateId) AND t.state = 'Joined'
            """;
        return work.FirstOrNothing<int>(sql, new { candidateId });
    }

    /// <summary>
    /// Whether a tip of this citizen leads to the candidate's tree. One that its author withdrew afterwards still does, or a tipster
    /// would withdraw in order to accept.
    /// </summary>
    public static async Task<bool> Include(Work work, Guid rootId, Guid citizenId)
    {
        const string sql = """
            SELECT COUNT(*)
            FROM candidates c
            JOIN tips t ON t.candidate_id = c.id
            WHERE c.root_id = @rootId AND t.citizen_id = @citizenId
            """;
        return await work.FirstOrNothing<long>(sql, new { rootId, citizenId }) > 0;
    }

    /// <summary>
    /// Whether the phone this citizen bound is a contact that a joined tip gives for the worker: then it is the worker who speaks
    /// (law 7). Phones are compared by their blind index and not read.
    /// </summary>
    public static async Task<bool> GaveContactOf(Work work, Guid candidateId, Guid citizenId)
    {
        const string sql = """
            SELECT COUNT(*)
            FROM candidates c
            JOIN tips t ON t.candidate_id = c.id
            JOIN citizens p ON p.phone_index = t.worker_contact_index
            WHERE (c.root_id = @candidateId OR c.id = @candidateId) AND t.state = 'Joined' AND p.id = @citizenId
            """;
        return await work.FirstOrNothing<long>(sql, new { candidateId, citizenId }) > 0;
    }

    /// <summary>Erases the worker's contact from every tip that leads here; the tips themselves stay.</summary>
    public static Task EraseContacts(Work work, Guid candidateId)
    {
        const string sql = """
            UPDATE candidates c
            JOIN tips t ON t.candidate_id = c.id
            SET t.worker_contact = NULL, t.worker_contact_index = NULL
            WHERE c.root_id = @candidateId OR c.id = @candidateId
            """;
        return work.Execute(sql, new { candidateId });
    }

    private sealed record JoinedTip
    {
        public Guid Id { get; init; }

        /// <summary>Null for a tip on paper, whose tipster is not known to us.</summary>
        public Guid? CitizenId { get; init; }
    }
}
