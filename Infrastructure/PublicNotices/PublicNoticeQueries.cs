using Craftsman.Domain.PublicNotices;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.PublicNotices;

/// <summary>A notice as the public lists it.</summary>
public record ShownNotice
{
    public Guid Id { get; init; }
    public string Title { get; init; } = "";
    public DateOnly OpensOn { get; init; }

    /// <summary>The last day, included.</summary>
    public DateOnly LastDay { get; init; }
    public int WorkingDays { get; init; }
    public DateTimeOffset OpensAt { get; init; }

    /// <summary>Exclusive: objections that arrive from then on are late.</summary>
    public DateTimeOffset ClosesAt { get; init; }
}

/// <summary>A notice as the public reads it.</summary>
public sealed record ShownNoticeText : ShownNotice
{
    public string? Text { get; init; }
}

/// <summary>Somebody whom a notice names, as the public reads them; the unit only as the worker agreed.</summary>
public sealed record ShownEntry
{
    public Guid EntryId { get; init; }
    public Guid CandidateId { get; init; }
    public string Name { get; init; } = "";
    public string? WorkUnit { get; init; }

    /// <summary>The code of the trade.</summary>
    public string Trade { get; init; } = "";
    public string? Text { get; init; }
}

/// <summary>A notice as staff list it.</summary>
public record StaffNotice
{
    public Guid Id { get; init; }
    public NoticeState State { get; init; }
    public string Title { get; init; } = "";
    public string? Text { get; init; }
    public DateOnly? OpensOn { get; init; }
    public int WorkingDays { get; init; }
    public DateOnly? LastDay { get; init; }
    public DateTimeOffset? OpensAt { get; init; }
    public DateTimeOffset? ClosesAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public int Version { get; init; }
}

/// <summary>Somebody whom a notice names, as staff see them.</summary>
public sealed record StaffEntry
{
    public Guid EntryId { get; init; }
    public Guid CaseId { get; init; }
    public Guid CandidateId { get; init; }
    public string Name { get; init; } = "";
    public string? WorkUnit { get; init; }

    /// <summary>The worker agreed to show it.</summary>
    public bool ShowsWorkUnit { get; init; }
    public string Trade { get; init; } = "";
    public string? Text { get; init; }
    public Stage CaseState { get; init; }
    public int CaseVersion { get; init; }

    /// <summary>Whether the public sees the entry, or would once the notice is open.</summary>
    public bool IsShown { get; init; }

    /// <summary>Objections that are neither upheld nor dismissed.</summary>
    public int OpenObjections { get; init; }
}

/// <summary>A publication on record.</summary>
public sealed record RecordedPublication
{
    public Guid Id { get; init; }
    public PublicationKind Kind { get; init; }
    public string Name { get; init; } = "";
    public DateOnly PublishedOn { get; init; }
    public Guid? FileId { get; init; }
}

/// <summary>A case that a notice may name.</summary>
public sealed record ShortlistedCase
{
    public Guid CaseId { get; init; }
    public Guid CandidateId { get; init; }
    public string Name { get; init; } = "";
    public string? WorkUnit { get; init; }
    public string Trade { get; init; } = "";

    /// <summary>Without a consent that counts a notice with this case is not opened.</summary>
    public bool HasConsent { get; init; }
}

/// <summary>Reads notices for the public and for staff.</summary>
public sealed class PublicNoticeQueries(Db db)
{
    /// <summary>
    /// Who may be named now, of entry <c>e</c>, its notice <c>n</c>, the case <c>k</c> and the root <c>r</c>: told by the state of case and
    /// consents as they stand, so that whatever ends a case or takes a word back strikes the name, and no write can forget it. A case that
    /// the experts look at again is named by its next notice.
    /// </summary>
    internal const string IsNamed = $"""
        k.stage IN ('PublicNotice', 'LeadingGroupDecision', 'Recognised', 'NotSelected') AND {PublicNoticeStore.HasConsent}
            AND NOT EXISTS (
                SELECT 1
                FROM public_notice_entries later
                JOIN public_notices ln ON ln.id = later.notice_id
                WHERE later.case_id = e.case_id AND ln.state = 'Open' AND ln.opened_at > n.opened_at)
        """;

    private const string Shown = "id, title, opens_on, last_day, working_days, opens_at, closes_at";

    /// <summary>The youngest first, from before a notice on. One whose first day has not come is nobody's yet.</summary>
    public Task<IReadOnlyList<ShownNotice>> Open(
        Guid campaignId,
        Guid? before,
        int take,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var sql = $"""
            SELECT {Shown}
            FROM public_notices
            WHERE campaign_id = @campaignId AND state = 'Open' AND opens_at <= @now {(
                before is null ? "" : "AND id < @before"
            )}
            ORDER BY id DESC
            LIMIT @take
            """;
        return db.List<ShownNotice>(
            sql,
            new
            {
                campaignId,
                before,
                take,
                now,
            },
            cancellationToken
        );
    }

    /// <summary>A notice whose first day has come, with those who may be named; null when there is none.</summary>
    public Task<(ShownNoticeText Notice, IReadOnlyList<ShownEntry> Entries)?> Read(
        Guid campaignId,
        Guid noticeId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string notice = $"""
            SELECT {Shown}, text
            FROM public_notices
            WHERE id = @noticeId AND campaign_id = @campaignId AND state = 'Open' AND opens_at <= @now
            """;
        const string entries = $"""
            SELECT e.id AS entry_id, r.id AS candidate_id, r.name,
                CASE WHEN r.show_work_unit = 1 THEN COALESCE(r.work_unit, r.workplace) END AS work_unit, k.trade, e.text
            FROM public_notice_entries e
            JOIN public_notices n ON n.id = e.notice_id
            JOIN cases k ON k.id = e.case_id
            JOIN candidates c ON c.id = k.candidate_id
            JOIN candidates r ON r.id = c.root_id
            WHERE e.notice_id = @noticeId AND {IsNamed}
            ORDER BY e.position
            """;
        return db.AtOneMoment<(ShownNoticeText, IReadOnlyList<ShownEntry>)?>(
            async work =>
                await work.FirstOrNothing<ShownNoticeText>(
                    notice,
                    new
                    {
                        noticeId,
                        campaignId,
                        now,
                    }
                )
                    is { } shown
                    ? (shown, await work.List<ShownEntry>(entries, new { noticeId }))
                    : null,
            cancellationToken
        );
    }

    /// <summary>Drafts too, the youngest first, from before a notice on.</summary>
    public Task<IReadOnlyList<StaffNotice>> List(
        Guid campaignId,
        NoticeState? state,
        Guid? before,
        int take,
        CancellationToken cancellationToken
    )
    {
        var sql = $"""
            {StaffColumns}
            WHERE campaign_id = @campaignId {(state is null ? "" : "AND state = @State")} {(
                before is null ? "" : "AND id < @before"
            )}
            ORDER BY id DESC
            LIMIT @take
            """;
        return db.List<StaffNotice>(
            sql,
            new
            {
                campaignId,
                State = state?.ToString(),
                before,
                take,
            },
            cancellationToken
        );
    }

    /// <summary>Any notice with all that is known of it; null when there is none.</summary>
    public Task<(
        StaffNotice Notice,
        IReadOnlyList<StaffEntry> Entries,
        IReadOnlyList<RecordedPublication> Publications
    )?> Find(Guid campaignId, Guid noticeId, CancellationToken cancellationToken)
    {
        const string notice = $"{StaffColumns} WHERE id = @noticeId AND campaign_id = @campaignId";
        const string entries = $"""
            SELECT e.id AS entry_id, k.id AS case_id, r.id AS candidate_id, r.name, COALESCE(r.work_unit, r.workplace) AS work_unit, r.show_work_unit = 1 AS shows_work_unit,
                k.trade, e.text, k.stage AS case_state, k.version AS case_version,
                IF(n.state = 'Open', {IsNamed}, {PublicNoticeStore.HasConsent}) AS is_shown,
                (SELECT COUNT(*) FROM objections o WHERE o.entry_id = e.id AND o.state IN ('Received', 'Examining')) AS open_objections
            FROM public_notice_entries e
            JOIN public_notices n ON n.id = e.notice_id
            JOIN cases k ON k.id = e.case_id
            JOIN candidates c ON c.id = k.candidate_id
            JOIN candidates r ON r.id = c.root_id
            WHERE e.notice_id = @noticeId
            ORDER BY e.position
            """;
        const string publications = """
            SELECT p.id, p.kind, p.name, p.published_on, f.id AS file_id
            FROM public_notice_publications p
            LEFT JOIN files f ON f.publication_id = p.id
            WHERE p.notice_id = @noticeId
            ORDER BY p.published_on, p.id
            """;
        return db.AtOneMoment<(StaffNotice, IReadOnlyList<StaffEntry>, IReadOnlyList<RecordedPublication>)?>(
            async work =>
                await work.FirstOrNothing<StaffNotice>(notice, new { noticeId, campaignId }) is { } found
                    ? (
                        found,
                        await work.List<StaffEntry>(entries, new { noticeId }),
                        await work.List<RecordedPublication>(publications, new { noticeId })
                    )
                    : null,
            cancellationToken
        );
    }

    /// <summary>The cases that wait for a notice, after a case on.</summary>
    public Task<IReadOnlyList<ShortlistedCase>> Shortlisted(
        Guid campaignId,
        Guid? after,
        int take,
        CancellationToken cancellationToken
    )
    {
        var sql = $"""
            SELECT k.id AS case_id, r.id AS candidate_id, r.name, COALESCE(r.work_unit, r.workplace) AS work_unit, k.trade,
                {PublicNoticeStore.HasConsent} AS has_consent
            FROM cases k
            JOIN candidates c ON c.id = k.candidate_id
            JOIN candidates r ON r.id = c.root_id
            WHERE k.campaign_id = @campaignId AND k.stage = 'ExpertReview' AND k.shortlisted_at IS NOT NULL {(
                after is null ? "" : "AND k.id > @after"
            )}
            ORDER BY k.id
            LIMIT @take
            """;
        return db.List<ShortlistedCase>(
            sql,
            new
            {
                campaignId,
                after,
                take,
            },
            cancellationToken
        );
    }

    private const string StaffColumns = """
        SELECT id, state, title, text, opens_on, working_days, last_day, opens_at, closes_at, created_at, version
        FROM public_notices
        """;
}
