using Craftsman.Domain;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Tips.Similarity;

namespace Craftsman.Infrastructure.Candidates;

/// <summary>
/// Law 7: what becomes of a worker who said nothing, and later of the name of one who said nothing or no. Each candidate is a transaction
/// of its own that looks again under the lock, so several instances may do it together, and a killed one is made good by the next run.
/// </summary>
public sealed class UnansweredInvitations(Db db)
{
    private const int AtOnce = 100;

    /// <summary>Ends invitations whose days are over: the candidate is Unreached, the tipsters are told, and the contact they gave is erased.</summary>
    /// <returns>How many ended.</returns>
    public Task<int> End(DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string due = """
            SELECT i.candidate_id
            FROM invitations i
            JOIN candidates c ON c.id = i.candidate_id
            WHERE i.is_living = 1 AND i.state = 'Open' AND i.expires_at <= @now AND c.state = 'Invited' AND i.candidate_id > @after
            ORDER BY i.candidate_id
            LIMIT @AtOnce
            """;
        return ForEach(due, EndOne, now, cancellationToken);
    }

    /// <summary>
    /// Erases name, unit and workplace of who declined or was not reached, when the campaign's retention is over since the answer or the last
    /// day of the invitation. Number of tipsters and threads stay.
    /// </summary>
    /// <returns>How many were erased.</returns>
    public Task<int> Blank(DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string due = """
            SELECT c.id
            FROM candidates c
            WHERE c.state IN ('Declined', 'Unreached') AND c.name <> @ErasedName AND c.id > @after AND (
                SELECT MAX(COALESCE(i.answered_at, i.expires_at)) FROM invitations i WHERE i.candidate_id = c.id
            ) <= @now - INTERVAL (SELECT p.retention_days FROM campaigns p WHERE p.id = c.campaign_id) DAY
            ORDER BY c.id
            LIMIT @AtOnce
            """;
        return ForEach(due, BlankOne, now, cancellationToken);
    }

    private static async Task<bool> EndOne(Work work, Candidate candidate, DateTimeOffset now)
    {
        const string move = "UPDATE candidates SET state = 'Unreached', version = version + 1 WHERE id = @Id";
        var living = await InvitationStore.LockLiving(work, candidate.Id);
        if (!InvitationRules.IsUnanswered(living, candidate, now))
        {
            return false;
        }

        await work.Execute(move, new { candidate.Id });
        await Tipsters.EraseContacts(work, candidate.Id);
        await Tipsters.Tell(
            work,
            candidate.Id,
            "Unreached",
            "邀请期满，没有收到本人答复，推荐暂时到此为止，您留下的联系方式已删除。感谢您的推荐。",
            now
        );
        await AuditLog.Record(
            work,
            null,
            "candidate.unreached",
            "candidate",
            candidate.Id,
            now,
            new { invitationId = living!.Id }
        );
        return true;
    }

    private static async Task<bool> BlankOne(Work work, Candidate candidate, DateTimeOffset now)
    {
        const string blank = """
            UPDATE candidates
            SET name = @ErasedName, work_unit = NULL, workplace = NULL, latitude = NULL, longitude = NULL, version = version + 1
            WHERE id = @Id AND state IN ('Declined', 'Unreached') AND name <> @ErasedName
            """;
        if (await work.Execute(blank, new { candidate.Id, Candidate.ErasedName }) == 0)
        {
            return false;
        }

        await SimilarIndex.PutCandidate(work, candidate.CampaignId, candidate.Id, Candidate.ErasedName, null);
        await AuditLog.Record(work, null, "candidate.name-erased", "candidate", candidate.Id, now);
        return true;
    }

    private async Task<int> ForEach(
        string due,
        Func<Work, Candidate, DateTimeOffset, Task<bool>> act,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var done = 0;
        var after = Guid.Empty;
        IReadOnlyList<Guid> ids;
        do
        {
            ids = await db.List<Guid>(
                due,
                new
                {
                    now,
                    after,
                    Candidate.ErasedName,
                    AtOnce,
                },
                cancellationToken
            );
            foreach (var id in ids)
            {
                var acted = await db.Write<Acted>(
                    async Task<Decision<Acted>> (work) =>
                        new Acted(
                            await CandidateStore.Lock(work, id) is { } candidate && await act(work, candidate, now)
                        ),
                    cancellationToken
                );
                done += !acted.IsRefused(out _, out var result) && result.IsDone ? 1 : 0;
                after = id;
            }
        } while (ids.Count == AtOnce);

        return done;
    }

    private sealed record Acted(bool IsDone);
}
