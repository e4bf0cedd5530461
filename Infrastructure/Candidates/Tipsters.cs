using Craftsman.Domain.Messages;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Messages;

namespace Craftsman.Infrastructure.Candidates;

/// <summary>
/// The people whose tips lead to a candidate. A root speaks for its whole tree; a merged candidate for its own tips alone, since the
/// others are not about what happens to it.
/// </summary>
public static class Tipsters
{
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
        const string tips = """
            SELECT t.id, t.citizen_id
            FROM candidates c
            JOIN tips t ON t.candidate_id = c.id
            WHERE (c.root_id = @candidateId OR c.id = @candidateId) AND t.state = 'Joined'
            """;
        const string add =
            "INSERT INTO tip_events (id, tip_id, at, kind, text) VALUES (@Id, @TipId, @now, @kind, @text)";
        var joined = await work.List<JoinedTip>(tips, new { candidateId });
        foreach (var tip in joined)
        {
            await work.Execute(
                add,
                new
                {
                    Id = Guid.CreateVersion7(now),
                    TipId = tip.Id,
                    now,
                    kind,
                    text,
                }
            );
        }

        if (MessageWords.OfCandidate(kind) is { } status)
        {
            foreach (var citizenId in joined.Select(tip => tip.CitizenId).Distinct().Order())
            {
                await Outbox.Tell(work, citizenId, MessageKind.TipMoved, status, now);
            }
        }
    }

    /// <summary>What the worker is told about what citizens said.</summary>
    public static Task<IReadOnlyList<string>> Said(Work work, Guid candidateId) =>
        work.List<string>(SaidSql, new { CandidateId = candidateId, MostSaid });

    /// <summary>How many citizens the joined tips come from; two of one citizen count once (law 3).</summary>
    public static Task<int> Count(Work work, Guid candidateId)
    {
        const string sql = """
            SELECT COUNT(DISTINCT t.citizen_id)
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
        public Guid CitizenId { get; init; }
    }
}
