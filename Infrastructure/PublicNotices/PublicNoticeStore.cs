using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.ContentChecks;
using Craftsman.Domain.PublicNotices;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;
using Craftsman.Infrastructure.Review;

namespace Craftsman.Infrastructure.PublicNotices;

/// <summary>A case that a draft names, with what staff wrote about the worker.</summary>
public sealed record DraftEntry(Guid CaseId, string? Text);

/// <summary>A notice as staff write it.</summary>
public sealed record NoticeDraft(
    string Title,
    string? Text,
    DateOnly? OpensOn,
    int WorkingDays,
    IReadOnlyList<DraftEntry> Entries
);

/// <summary>Where an act left a notice, and the version to send with the next.</summary>
public sealed record NoticeMoved(Guid Id, NoticeState State, int Version);

/// <summary>A publication as staff record it.</summary>
public sealed record Publication(PublicationKind Kind, string Name, DateOnly PublishedOn, Guid? FileId);

/// <summary>
/// Writes public notices (五, 社会公示). Whoever acts on a notice holds its row first, then an entry's, then candidates in the order of their ids,
/// and their cases.
/// </summary>
public static class PublicNoticeStore
{
    private const string Subject = "public-notice";

    /// <summary>A consent that counts stands in the merge tree of the candidate <c>r</c>: without it nobody is named.</summary>
    internal const string HasConsent = """
        EXISTS (
            SELECT 1
            FROM candidates m
            JOIN consents g ON g.candidate_id = m.id
            WHERE m.root_id = r.id AND g.withdrawn_at IS NULL AND (g.confirmed_at IS NOT NULL OR g.source = 'SelfApplication'))
        """;

    public static async Task<Decision<NoticeMoved>> Add(
        Work work,
        Guid campaignId,
        NoticeDraft draft,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string sql = """
            INSERT INTO public_notices (id, campaign_id, title, text, opens_on, working_days, created_by, created_at)
            VALUES (@id, @campaignId, @Title, @Text, @OpensOn, @WorkingDays, @staffId, @now)
            """;
        var id = Guid.CreateVersion7(now);
        await work.Execute(
            sql,
            new
            {
                id,
                campaignId,
                draft.Title,
                draft.Text,
                draft.OpensOn,
                draft.WorkingDays,
                staffId,
                now,
            }
        );
        if (await Name(work, campaignId, id, draft.Entries, now) is { } refusal)
        {
            return refusal;
        }

        await AuditLog.Record(work, staffId, "public-notice.drafted", Subject, id, now);
        return new NoticeMoved(id, NoticeState.Draft, 1);
    }

    /// <summary>Writes a draft anew, with all its entries.</summary>
    public static async Task<Decision<NoticeMoved>> Change(
        Work work,
        Guid campaignId,
        Guid noticeId,
        NoticeDraft draft,
        int version,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string change = """
            UPDATE public_notices
            SET title = @Title, text = @Text, opens_on = @OpensOn, working_days = @WorkingDays, version = version + 1
            WHERE id = @noticeId
            """;
        const string clear = "DELETE FROM public_notice_entries WHERE notice_id = @noticeId";
        if (await Hold(work, campaignId, noticeId) is not { } notice)
        {
            return RequestRefusals.NotFound;
        }

        if (PublicNoticeRules.Change(notice, version).IsRefused(out var refusal))
        {
            return refusal;
        }

        await work.Execute(
            change,
            new
            {
                noticeId,
                draft.Title,
                draft.Text,
                draft.OpensOn,
                draft.WorkingDays,
            }
        );
        await work.Execute(clear, new { noticeId });
        if (await Name(work, campaignId, noticeId, draft.Entries, now) is { } unknown)
        {
            return unknown;
        }

        await AuditLog.Record(work, staffId, "public-notice.changed", Subject, noticeId, now);
        return new NoticeMoved(noticeId, NoticeState.Draft, version + 1);
    }

    /// <summary>
    /// Opens the notice and moves every case that it names, or none of them: then each that could not move is told with its reason.
    /// </summary>
    /// <param name="isContentFit">They say that names and units are fit to be shown, where WeChat did not.</param>
    public static async Task<Decision<NoticeMoved>> Open(
        Work work,
        Campaign campaign,
        Guid noticeId,
        int version,
        bool isContentFit,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string entries = """
            SELECT e.case_id, k.candidate_id
            FROM public_notice_entries e
            JOIN cases k ON k.id = e.case_id
            WHERE e.notice_id = @noticeId
            ORDER BY k.candidate_id
            """;
        const string open = """
            UPDATE public_notices
            SET state = 'Open', opens_on = @FirstDay, last_day = @LastDay, opens_at = @OpensAt, closes_at = @ClosesAt, opened_by = @staffId,
                opened_at = @now, version = version + 1
            WHERE id = @noticeId
            """;
        if (await Hold(work, campaign.Id, noticeId) is not { } notice)
        {
            return RequestRefusals.NotFound;
        }

        var named = await work.List<NamedRow>(entries, new { noticeId });
        var decision = PublicNoticeRules.Open(
            notice,
            version,
            named.Count,
            campaign.Terms.NoticeWorkingDays,
            await CampaignDays.Calendar(work, campaign.Id),
            now
        );
        if (decision.IsRefused(out var refusal, out var period))
        {
            return refusal;
        }

        var text =
            $"进入社会公示，公示期为{Day(period.Days.FirstDay)}至{Day(period.Days.LastDay)}，期间可对公示名单提出异议。";
        var refused = new List<RefusedCase>();
        foreach (var each in named)
        {
            if (await Show(work, each.CaseId, each.CandidateId, text, isContentFit, staffId, now) is { } why)
            {
                refused.Add(new RefusedCase(each.CaseId, why.Code, why.Title));
            }
        }

        if (refused.Count > 0)
        {
            return PublicNoticeRefusals.CasesRefused(refused);
        }

        await work.Execute(
            open,
            new
            {
                noticeId,
                period.Days.FirstDay,
                period.Days.LastDay,
                period.OpensAt,
                period.ClosesAt,
                staffId,
                now,
            }
        );
        await AuditLog.Record(
            work,
            staffId,
            "public-notice.opened",
            Subject,
            noticeId,
            now,
            new
            {
                cases = named.Count,
                period.Days.FirstDay,
                period.Days.LastDay,
            }
        );
        return new NoticeMoved(noticeId, NoticeState.Open, version + 1);
    }

    /// <summary>Records that the notice was in a newspaper, on television or on the network.</summary>
    public static async Task<Decision<Guid>> Publish(
        Work work,
        Guid campaignId,
        Guid noticeId,
        Publication publication,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string sql = """
            INSERT INTO public_notice_publications (id, notice_id, kind, name, published_on, recorded_by, recorded_at)
            VALUES (@id, @noticeId, @Kind, @Name, @PublishedOn, @staffId, @now)
            """;
        if (await Hold(work, campaignId, noticeId) is not { } notice)
        {
            return RequestRefusals.NotFound;
        }

        if (PublicNoticeRules.Publish(notice, publication.PublishedOn, ChinaDay.Of(now)).IsRefused(out var refusal))
        {
            return refusal;
        }

        var id = Guid.CreateVersion7(now);
        var known = await work.InsertUnlessDuplicate(
            sql,
            new
            {
                id,
                noticeId,
                Kind = publication.Kind.ToString(),
                publication.Name,
                publication.PublishedOn,
                staffId,
                now,
            }
        );
        if (known is not null)
        {
            return PublicNoticeRefusals.AlreadyPublished;
        }

        if (publication.FileId is { } fileId && !await FileStore.GiveToPublication(work, staffId, id, fileId))
        {
            return Domain.Media.MediaRefusals.NotYourUpload("fileId");
        }

        await AuditLog.Record(
            work,
            staffId,
            "public-notice.publication-recorded",
            Subject,
            noticeId,
            now,
            new { publicationId = id, kind = publication.Kind.ToString() }
        );
        return id;
    }

    /// <summary>
    /// Ends the notice for one case. The entry is held first, as it is by who objects: of an objection that arrived in time and the end one
    /// comes first, and the other meets what it did.
    /// </summary>
    public static async Task<Decision<MovedCase>> End(
        Work work,
        Guid caseId,
        int version,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string entry = """
            SELECT e.id AS entry_id, n.id AS notice_id, n.closes_at
            FROM public_notice_entries e
            JOIN public_notices n ON n.id = e.notice_id
            WHERE e.case_id = @caseId AND n.state = 'Open'
            ORDER BY n.opened_at DESC, e.id DESC
            LIMIT 1
            """;
        const string hold = "SELECT id FROM public_notice_entries WHERE id = @EntryId FOR UPDATE";
        const string published = "SELECT DISTINCT kind FROM public_notice_publications WHERE notice_id = @NoticeId";
        const string open = """
            SELECT COUNT(*)
            FROM public_notice_entries e
            JOIN objections o ON o.entry_id = e.id
            WHERE e.case_id = @caseId AND o.state IN ('Received', 'Examining')
            """;
        var shown = await work.FirstOrNothing<ShownRow>(entry, new { caseId });
        if (shown is not null)
        {
            await work.FirstOrNothing<Guid>(hold, new { shown.EntryId });
        }

        return await ReviewStore.MoveLater(
            work,
            caseId,
            CaseMove.EndNotice,
            version,
            async (_, facts) =>
                shown is null
                    ? facts
                    : facts with
                    {
                        IsNoticeOver = now >= shown.ClosesAt,
                        MissingPublications = PublicNoticeRules.Missing(
                            (await work.List<string>(published, new { shown.NoticeId })).Select(
                                Enum.Parse<PublicationKind>
                            )
                        ),
                        AreObjectionsSettled = await work.FirstOrNothing<long>(open, new { caseId }) == 0,
                    },
            "社会公示期满，没有未处理的异议，提交领导小组审定。",
            staffId,
            now
        );
    }

    internal static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    private static Task<PublicNotice?> Hold(Work work, Guid campaignId, Guid noticeId)
    {
        const string sql = """
            SELECT id, campaign_id, state, title, text, opens_on, working_days, last_day, opens_at, closes_at, version
            FROM public_notices
            WHERE id = @noticeId AND campaign_id = @campaignId
            FOR UPDATE
            """;
        return work.FirstOrNothing<PublicNotice>(sql, new { noticeId, campaignId });
    }

    /// <summary>Writes the entries in their order.</summary>
    /// <returns>Why not, where a case is unknown.</returns>
    private static async Task<Refusal?> Name(
        Work work,
        Guid campaignId,
        Guid noticeId,
        IReadOnlyList<DraftEntry> entries,
        DateTimeOffset now
    )
    {
        const string sql = """
            INSERT INTO public_notice_entries (id, notice_id, case_id, position, text)
            SELECT @id, @noticeId, k.id, @position, @Text
            FROM cases k
            WHERE k.id = @CaseId AND k.campaign_id = @campaignId
            """;
        foreach (var (entry, position) in entries.Select((entry, position) => (entry, position)))
        {
            var added = await work.Execute(
                sql,
                new
                {
                    id = Guid.CreateVersion7(now),
                    noticeId,
                    campaignId,
                    position,
                    entry.CaseId,
                    entry.Text,
                }
            );
            if (added == 0)
            {
                return RequestRefusals.Malformed.About("caseIds", "有案卷不存在，请重新选择。");
            }
        }

        return null;
    }

    /// <summary>Moves a case into the notice; says why it may not be shown.</summary>
    private static async Task<Refusal?> Show(
        Work work,
        Guid caseId,
        Guid candidateId,
        string text,
        bool isContentFit,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string root = $"""
            SELECT r.id, {HasConsent} AS has_consent
            FROM candidates c
            JOIN candidates r ON r.id = c.root_id
            WHERE c.id = @candidateId
            """;
        var moved = await ReviewStore.MoveLater(
            work,
            caseId,
            CaseMove.OpenNotice,
            null,
            (_, facts) => Task.FromResult(facts),
            text,
            staffId,
            now
        );
        if (moved.IsRefused(out var refusal))
        {
            return refusal;
        }

        // The move holds candidate and root, so neither the link nor the consent changes before the end of the transaction.
        var shown = (await work.FirstOrNothing<RootRow>(root, new { candidateId }))!;
        if (!shown.HasConsent)
        {
            return PublicNoticeRefusals.ConsentMissing;
        }

        if (await ContentCheckStore.HoldOfCandidate(work, shown.Id) is not { } check || check.IsFit())
        {
            return null;
        }

        if (!isContentFit)
        {
            return PublicNoticeRefusals.ContentUndecided;
        }

        await ContentCheckStore.Decide(work, shown.Id, ContentDecision.Fit, staffId, now);
        return null;
    }

    private sealed record NamedRow
    {
        public Guid CaseId { get; init; }
        public Guid CandidateId { get; init; }
    }

    private sealed record RootRow
    {
        public Guid Id { get; init; }
        public bool HasConsent { get; init; }
    }

    private sealed record ShownRow
    {
        public Guid EntryId { get; init; }
        public Guid NoticeId { get; init; }
        public DateTimeOffset ClosesAt { get; init; }
    }
}
