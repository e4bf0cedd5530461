using Craftsman.Domain.ContentChecks;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;
using Craftsman.Infrastructure.Messages;
using Craftsman.Infrastructure.Tips.Similarity;

namespace Craftsman.Infrastructure.Tips;

/// <summary>
/// Writes what reviewers do with tips: the row, the thread its tipster reads and the audit entry, in one transaction. Every move
/// begins with <see cref="Lock"/>, so that of two reviewers the second decides on what the first one left.
/// </summary>
public static class TipReviewStore
{
    private const string Subject = "tip";

    public static Task<Tip?> Lock(Work work, Guid campaignId, Guid tipId)
    {
        const string sql = """
            SELECT id, campaign_id, state, name, work_unit, workplace, district, candidate_id, question, answer, claimed_by, claimed_until, entered_by, version
            FROM tips
            WHERE id = @tipId AND campaign_id = @campaignId
            FOR UPDATE
            """;
        return work.FirstOrNothing<Tip>(sql, new { tipId, campaignId });
    }

    /// <summary>Claims or extends; the tipster is told of the claim, not of its extensions.</summary>
    public static async Task Claim(Work work, Tip tip, Guid reviewer, DateTimeOffset until, DateTimeOffset now)
    {
        const string sql = """
            UPDATE tips
            SET state = 'Claimed', claimed_by = @reviewer, claimed_until = @until, version = version + 1
            WHERE id = @Id
            """;
        await work.Execute(
            sql,
            new
            {
                reviewer,
                until,
                tip.Id,
            }
        );
        if (tip.StateAt(now) != TipState.Claimed)
        {
            await Tell(work, tip, TipNews.Claimed, now);
        }

        await AuditLog.Record(work, reviewer, "tip.claimed", Subject, tip.Id, now, new { until });
    }

    public static async Task Release(Work work, Tip tip, Guid reviewer, TipState state, DateTimeOffset now)
    {
        const string sql = """
            UPDATE tips
            SET state = @State, claimed_by = NULL, claimed_until = NULL, version = version + 1
            WHERE id = @Id
            """;
        await work.Execute(sql, new { State = state.ToString(), tip.Id });
        await Tell(work, tip, TipNews.Released, now);
        await AuditLog.Record(work, reviewer, "tip.released", Subject, tip.Id, now);
    }

    /// <summary>
    /// The candidate a reviewer named and the root of its tree, both held until the transaction ends so that no merge or undo moves
    /// them meanwhile; null when there is none in the campaign.
    /// </summary>
    /// <remarks>The root is read, both are locked in the order of their ids, and where a merge came between, again.</remarks>
    public static async Task<NamedCandidate?> HoldCandidate(Work work, Guid campaignId, Guid candidateId)
    {
        const string find = "SELECT root_id FROM candidates WHERE id = @candidateId AND campaign_id = @campaignId";
        const string hold = """
            SELECT id, root_id, district
            FROM candidates
            WHERE id IN (@candidateId, @root)
            ORDER BY id
            LOCK IN SHARE MODE
            """;
        while (await work.FirstOrNothing<Guid?>(find, new { candidateId, campaignId }) is { } root)
        {
            var held = await work.List<NamedCandidate>(hold, new { candidateId, root });
            var named = held.First(candidate => candidate.Id == candidateId);
            if (named.RootId == root)
            {
                return named;
            }
        }

        return null;
    }

    /// <summary>Joins the tip to a candidate whom the caller holds or has just added.</summary>
    /// <param name="isContentDecided">The reviewer says that the text is fit, which WeChat did not.</param>
    public static async Task Join(
        Work work,
        Tip tip,
        Guid reviewer,
        Guid candidateId,
        bool isNewCandidate,
        bool isContentDecided,
        DateTimeOffset now
    )
    {
        const string sql = """
            UPDATE tips
            SET state = 'Joined', candidate_id = @candidateId, claimed_by = NULL, claimed_until = NULL, version = version + 1
            WHERE id = @Id
            """;
        await work.Execute(sql, new { candidateId, tip.Id });
        await SimilarIndex.RemoveTip(work, tip.Id);
        await PhotoReviewStore.SeenWithTip(work, tip.Id, now);
        if (isContentDecided)
        {
            await ContentCheckStore.Decide(work, tip.Id, ContentDecision.Fit, reviewer, now);
        }

        await Tell(work, tip, TipNews.Joined, now);
        await AuditLog.Record(
            work,
            reviewer,
            "tip.verified",
            Subject,
            tip.Id,
            now,
            new
            {
                candidateId,
                isNewCandidate,
                isContentDecided,
            }
        );
    }

    /// <summary>Moves a joined tip to another candidate, whom the caller holds or has just added. The way it went stays on record.</summary>
    public static async Task Relink(
        Work work,
        Tip tip,
        Guid fromId,
        Guid toId,
        string reason,
        Guid reviewer,
        DateTimeOffset now
    )
    {
        const string move = "UPDATE tips SET candidate_id = @toId, version = version + 1 WHERE id = @Id";
        const string record = """
            INSERT INTO tip_relinks (id, tip_id, from_id, to_id, reason, by_staff, at)
            VALUES (@relinkId, @Id, @fromId, @toId, @reason, @reviewer, @now)
            """;
        var parameters = new
        {
            relinkId = Guid.CreateVersion7(now),
            tip.Id,
            fromId,
            toId,
            reason,
            reviewer,
            now,
        };
        await work.Execute(move, parameters);
        await work.Execute(record, parameters);
        await Tell(work, tip, TipNews.Relinked, now);
        await AuditLog.Record(work, reviewer, "tip.relinked", Subject, tip.Id, now, new { fromId, toId });
    }

    public static async Task Reject(
        Work work,
        Tip tip,
        Guid reviewer,
        TipRejection reason,
        string message,
        DateTimeOffset now
    )
    {
        const string sql = """
            UPDATE tips
            SET state = 'Rejected', rejection = @Reason, claimed_by = NULL, claimed_until = NULL, version = version + 1
            WHERE id = @Id
            """;
        await work.Execute(sql, new { Reason = reason.ToString(), tip.Id });
        await SimilarIndex.RemoveTip(work, tip.Id);
        await Tell(work, tip, TipNews.Rejected(message), now);
        await AuditLog.Record(
            work,
            reviewer,
            "tip.rejected",
            Subject,
            tip.Id,
            now,
            new { reasonCode = reason.ToString() }
        );
    }

    /// <summary>Asks the tipster. The claim ends, but who asked stays on the row; an earlier answer stays in the thread.</summary>
    public static async Task RequestInfo(Work work, Tip tip, Guid reviewer, string question, DateTimeOffset now)
    {
        const string sql = """
            UPDATE tips
            SET state = 'InfoRequested', question = @question, answer = NULL, claimed_until = NULL, version = version + 1
            WHERE id = @Id
            """;
        await work.Execute(sql, new { question, tip.Id });
        await Tell(work, tip, TipNews.Asked(question), now);
        await AuditLog.Record(work, reviewer, "tip.info-requested", Subject, tip.Id, now);
    }

    private static async Task Tell(Work work, Tip tip, TipNews news, DateTimeOffset now)
    {
        const string tipster = "SELECT citizen_id FROM tips WHERE id = @Id";
        await TipThread.Add(work, tip.Id, news.Kind, news.Text, now);
        if (news.Message is { } message && await work.FirstOrNothing<Guid?>(tipster, new { tip.Id }) is { } citizenId)
        {
            await Outbox.Tell(work, citizenId, message.Kind, message.Status, now);
        }
    }
}

/// <summary>A candidate by the id a reviewer gave, and the root whose tree it is in.</summary>
public sealed record NamedCandidate
{
    public Guid Id { get; init; }
    public Guid RootId { get; init; }
    public string? District { get; init; }
}
