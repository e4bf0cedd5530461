using Craftsman.Domain.ContentChecks;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Media;

/// <summary>A photo that is part of a tip, or of an application that was submitted.</summary>
public sealed record UsedPhoto
{
    public Guid Id { get; init; }
    public bool IsOfTip { get; init; }

    /// <summary>The district of the tip, or of the worker.</summary>
    public string? District { get; init; }
}

/// <summary>Writes that staff looked at photos, and what they decided.</summary>
public static class PhotoReviewStore
{
    /// <summary>Null when there is none, or it is nobody's yet.</summary>
    public static Task<UsedPhoto?> Find(Work work, Guid photoId)
    {
        const string sql = """
            SELECT p.id, p.tip_id IS NOT NULL AS is_of_tip, COALESCE(t.district, c.district) AS district
            FROM photos p
            LEFT JOIN tips t ON t.id = p.tip_id
            LEFT JOIN applications a ON a.id = p.application_id AND a.state IN ('Submitted', 'Joined')
            LEFT JOIN candidates c ON c.id = a.candidate_id
            WHERE p.id = @photoId AND (t.id IS NOT NULL OR a.id IS NOT NULL)
            """;
        return work.FirstOrNothing<UsedPhoto>(sql, new { photoId });
    }

    /// <summary>A photo of the tree of a root; null when it is somebody else's or nobody's.</summary>
    public static Task<UsedPhoto?> FindOf(Work work, Guid rootId, Guid photoId)
    {
        const string sql = """
            SELECT p.id, p.tip_id IS NOT NULL AS is_of_tip, m.district
            FROM photos p
            LEFT JOIN tips t ON t.id = p.tip_id
            LEFT JOIN applications a ON a.id = p.application_id AND a.state IN ('Submitted', 'Joined')
            JOIN candidates m ON m.id = COALESCE(t.candidate_id, a.candidate_id)
            WHERE p.id = @photoId AND m.root_id = @rootId
            """;
        return work.FirstOrNothing<UsedPhoto>(sql, new { photoId, rootId });
    }

    /// <summary>The word of a human stands in for WeChat's, and overrules it (law 7).</summary>
    public static async Task<ContentCheck> Decide(
        Work work,
        UsedPhoto photo,
        ContentDecision decision,
        PhotoReason reason,
        string? note,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string reviewed = "UPDATE photos SET reviewed_at = @now WHERE id = @Id";
        const string record = """
            INSERT INTO photo_decisions (id, photo_id, decision, reason_code, note, staff_id, at)
            VALUES (@RecordId, @Id, @Decision, @Reason, @note, @staffId, @now)
            """;
        var check = await ContentCheckStore.Hold(work, photo.Id);
        await ContentCheckStore.Decide(work, photo.Id, decision, staffId, now);
        await work.Execute(reviewed, new { now, photo.Id });
        await work.Execute(
            record,
            new
            {
                RecordId = Guid.CreateVersion7(now),
                photo.Id,
                Decision = decision.ToString(),
                Reason = reason.ToString(),
                note,
                staffId,
                now,
            }
        );
        await AuditLog.Record(
            work,
            staffId,
            "photo.content-decided",
            "photo",
            photo.Id,
            now,
            new
            {
                decision = decision.ToString(),
                reasonCode = reason.ToString(),
                check = check.State.ToString(),
            }
        );
        return check with { Decision = decision };
    }

    /// <summary>Who verifies a tip has its photos before them.</summary>
    public static Task SeenWithTip(Work work, Guid tipId, DateTimeOffset now) =>
        work.Execute("UPDATE photos SET reviewed_at = @now WHERE tip_id = @tipId", new { tipId, now });

    /// <summary>Who publishes a candidate has the photos of the applications before them.</summary>
    public static Task SeenWithCandidate(Work work, Guid rootId, DateTimeOffset now)
    {
        const string sql = """
            UPDATE candidates m
            JOIN applications a ON a.candidate_id = m.id
            JOIN photos p ON p.application_id = a.id
            SET p.reviewed_at = @now
            WHERE m.root_id = @rootId AND a.state IN ('Submitted', 'Joined')
            """;
        return work.Execute(sql, new { rootId, now });
    }
}
