using System.Text.Json;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Review;

namespace Craftsman.Tests.Support;

/// <summary>A worker whom a notice names.</summary>
public sealed record NamedWorker(Citizen Applicant, Guid CandidateId, Guid CaseId);

/// <summary>A notice that stands, with those it names.</summary>
public sealed record StandingNotice(Guid Id, IReadOnlyList<NamedWorker> Workers, IReadOnlyList<Guid> EntryIds);

/// <summary>What notice officers do.</summary>
public static class NoticeDrivers
{
    public const string Notices = "/admin/v1/public-notices";

    public static DateOnly Today => ChinaDay.Of(TimeProvider.System.GetUtcNow());

    public static string Written(this DateOnly day) => day.ToString("yyyy-MM-dd", null);

    /// <summary>A case with the panel secretary's mark.</summary>
    public static async Task<NamedWorker> AShortlistedCase(this App app)
    {
        var (applicant, candidateId, caseId) = await app.ACaseIn(Stage.ExpertReview);
        await app.Database.Execute(
            "UPDATE cases SET shortlisted_at = UTC_TIMESTAMP(6) WHERE id = @caseId",
            new { caseId }
        );
        return new NamedWorker(applicant, candidateId, caseId);
    }

    /// <summary>Drafts, whatever comes of it.</summary>
    public static Task<Answer> SendsNotice(
        this StaffMember officer,
        IEnumerable<Guid> caseIds,
        string? opensOn = null,
        int? workingDays = null,
        object? texts = null
    ) =>
        officer.Api.Post(
            Notices,
            new
            {
                title = "“杭州工匠”拟认定人选公示",
                text = "根据评审结果，现将拟认定人选予以公示。",
                caseIds,
                texts,
                opensOn,
                workingDays,
            }
        );

    /// <summary>Drafts and says the id.</summary>
    public static async Task<Guid> DraftsNotice(this StaffMember officer, params Guid[] caseIds) =>
        (await officer.SendsNotice(caseIds)).Should(201).Json.GetProperty("id").GetGuid();

    /// <summary>Opens with the version as it is now, whatever comes of it.</summary>
    public static async Task<Answer> OpensNotice(this StaffMember officer, Guid noticeId, bool? contentFit = true) =>
        await officer.Api.Post(
            $"{Notices}/{noticeId}/open",
            new { version = (await officer.SeesNotice(noticeId)).Number("version"), contentFit }
        );

    public static async Task<Answer> SeesNotice(this StaffMember officer, Guid noticeId) =>
        (await officer.Api.Get($"{Notices}/{noticeId}")).Should(200);

    /// <summary>Records a publication of today, whatever comes of it.</summary>
    public static Task<Answer> Publishes(
        this StaffMember officer,
        Guid noticeId,
        string kind,
        Guid? fileId = null,
        string? publishedOn = null
    ) =>
        officer.Api.Post(
            $"{Notices}/{noticeId}/publications",
            new
            {
                kind,
                name = "杭州日报",
                publishedOn = publishedOn ?? Today.Written(),
                fileId,
            }
        );

    /// <summary>Ends the notice for a case with its version as it is now, whatever comes of it.</summary>
    public static async Task<Answer> EndsNotice(this App app, StaffMember officer, Guid caseId) =>
        await officer.Api.Post(
            $"/admin/v1/cases/{caseId}/end-notice",
            new { version = await app.VersionOfCase(caseId) }
        );

    public static Task<int> VersionOfCase(this App app, Guid caseId) =>
        app.Database.Value<int>("SELECT version FROM cases WHERE id = @caseId", new { caseId });

    /// <summary>A notice that was opened today and names so many workers.</summary>
    public static async Task<StandingNotice> ANotice(this App app, int workers = 1)
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var named = new List<NamedWorker>();
        for (var i = 0; i < workers; i++)
        {
            named.Add(await app.AShortlistedCase());
        }

        var noticeId = await officer.DraftsNotice([.. named.Select(worker => worker.CaseId)]);
        (await officer.OpensNotice(noticeId)).Should(200);
        var entries = await app.Database.Rows<Guid>(
            "SELECT id FROM public_notice_entries WHERE notice_id = @noticeId ORDER BY position",
            new { noticeId }
        );
        return new StandingNotice(noticeId, named, entries);
    }

    /// <summary>Records all three publications, and lets the period be over as of now.</summary>
    public static async Task NoticePasses(this App app, Guid noticeId)
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        foreach (var kind in new[] { "Newspaper", "Television", "Network" })
        {
            (await officer.Publishes(noticeId, kind)).Should(201);
        }

        await app.PeriodEnds(noticeId);
    }

    /// <summary>The days pass, as only a clock can make them.</summary>
    public static Task<int> PeriodEnds(this App app, Guid noticeId) =>
        app.Database.Execute(
            """
            UPDATE public_notices
            SET opens_at = UTC_TIMESTAMP(6) - INTERVAL 9 DAY, closes_at = UTC_TIMESTAMP(6)
            WHERE id = @noticeId
            """,
            new { noticeId }
        );

    /// <summary>Those the public sees in a notice, in their order.</summary>
    public static async Task<IReadOnlyList<JsonElement>> NamedIn(this App app, Guid noticeId) =>
        [
            .. (await app.Anonymous.Get($"/api/v1/public-notices/{noticeId}"))
                .Should(200)
                .Json.GetProperty("entries")
                .EnumerateArray(),
        ];
}
