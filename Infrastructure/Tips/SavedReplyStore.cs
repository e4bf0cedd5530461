using Craftsman.Domain;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Tips;

/// <summary>Writes the replies that reviewers keep for each other.</summary>
public static class SavedReplyStore
{
    private const string Subject = "saved-reply";

    public static async Task<Decision<Guid>> TryAdd(
        Work work,
        Guid campaignId,
        SavedReplyKind kind,
        string title,
        string text,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string sql = """
            INSERT INTO saved_replies (id, campaign_id, kind, title, text, changed_by, changed_at)
            VALUES (@id, @campaignId, @Kind, @title, @text, @staffId, @now)
            """;
        var id = Guid.CreateVersion7(now);
        var refusedBy = await work.InsertUnlessDuplicate(
            sql,
            new
            {
                id,
                campaignId,
                Kind = kind.ToString(),
                title,
                text,
                staffId,
                now,
            }
        );
        if (refusedBy is not null)
        {
            return TipRefusals.ReplyTitleTaken;
        }

        await AuditLog.Record(work, staffId, "saved-reply.added", Subject, id, now);
        return id;
    }

    /// <summary>Changes title and text; grants the version it then has.</summary>
    public static async Task<Decision<int>> Change(
        Work work,
        Guid campaignId,
        Guid id,
        string title,
        string text,
        int version,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string sql = """
            UPDATE saved_replies
            SET title = @title, text = @text, changed_by = @staffId, changed_at = @now, version = version + 1
            WHERE id = @id
            """;
        if ((await Hold(work, campaignId, id, version)).IsRefused(out var refusal))
        {
            return refusal;
        }

        var refusedBy = await work.InsertUnlessDuplicate(
            sql,
            new
            {
                id,
                title,
                text,
                staffId,
                now,
            }
        );
        if (refusedBy is not null)
        {
            return TipRefusals.ReplyTitleTaken;
        }

        await AuditLog.Record(work, staffId, "saved-reply.changed", Subject, id, now);
        return version + 1;
    }

    public static async Task<Decision<int>> Remove(
        Work work,
        Guid campaignId,
        Guid id,
        int version,
        Guid staffId,
        DateTimeOffset now
    )
    {
        if ((await Hold(work, campaignId, id, version)).IsRefused(out var refusal))
        {
            return refusal;
        }

        await work.Execute("DELETE FROM saved_replies WHERE id = @id", new { id });
        await AuditLog.Record(work, staffId, "saved-reply.removed", Subject, id, now);
        return version;
    }

    private static async Task<Decision<int>> Hold(Work work, Guid campaignId, Guid id, int version)
    {
        const string sql = "SELECT version FROM saved_replies WHERE id = @id AND campaign_id = @campaignId FOR UPDATE";
        return await work.FirstOrNothing<int?>(sql, new { id, campaignId }) switch
        {
            null => RequestRefusals.NotFound,
            { } found when found == version => found,
            _ => RequestRefusals.VersionStale,
        };
    }
}
