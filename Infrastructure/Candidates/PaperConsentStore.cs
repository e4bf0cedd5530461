using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;

namespace Craftsman.Infrastructure.Candidates;

/// <summary>What a signed paper says, and how staff know that the worker signed it.</summary>
public sealed record SignedPaper(DateOnly SignedOn, string IdentityCheck, GivenConsent Consent);

/// <summary>A consent on record, and where it left the candidate.</summary>
/// <param name="Counts">False while a tip reviewer has yet to confirm it.</param>
public sealed record RecordedConsent(Guid ConsentId, bool Counts, CandidateState State, int Version);

/// <summary>Writes consents on signed paper (law 7). The caller holds the candidate's row.</summary>
public static class PaperConsentStore
{
    private const string Subject = "candidate";

    /// <summary>Whether an organization may bring this candidate's paper: it is where the worker works.</summary>
    public static async Task<bool> Employs(Work work, Guid? organizationId, Candidate candidate)
    {
        const string sql = "SELECT 1 FROM organizations WHERE id = @organizationId AND name = @WorkUnit";
        return await work.FirstOrNothing<int>(sql, new { organizationId, candidate.WorkUnit }) == 1;
    }

    /// <summary>Puts the paper on record; where it counts at once the candidate has agreed.</summary>
    public static async Task<RecordedConsent> Record(
        Work work,
        Candidate candidate,
        SignedPaper paper,
        bool counts,
        Guid staffId,
        DateTimeOffset now
    )
    {
        var id = await Add(work, candidate, paper, null, staffId, now);
        await AuditLog.Record(
            work,
            staffId,
            "candidate.paper-consent-recorded",
            Subject,
            candidate.Id,
            now,
            new { consentId = id, counts }
        );
        return counts
            ? await LetCount(work, candidate, id, staffId, now)
            : new RecordedConsent(id, false, candidate.State, candidate.Version);
    }

    /// <summary>The paper that came with an application, on record by the entry of that act; where it counts at once the candidate has agreed.</summary>
    /// <param name="fileId">The scan, which is the application's already.</param>
    public static async Task Attach(
        Work work,
        Candidate candidate,
        SignedPaper paper,
        Guid applicationId,
        Guid fileId,
        bool counts,
        Guid staffId,
        DateTimeOffset now
    )
    {
        var id = await Add(work, candidate, paper, applicationId, staffId, now);
        await FileStore.GiveToConsentOfApplication(work, applicationId, id, fileId);
        if (counts)
        {
            await LetCount(work, candidate, id, staffId, now);
        }
    }

    private static async Task<Guid> Add(
        Work work,
        Candidate candidate,
        SignedPaper paper,
        Guid? applicationId,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string sql = """
            INSERT INTO consents (id, candidate_id, source, application_id, policy_version, show_photo, show_work_unit, given_at, identity_check,
                signed_on, recorded_by)
            VALUES (@id, @CandidateId, 'Paper', @applicationId, @PolicyVersion, @ShowPhoto, @ShowWorkUnit, @now, @IdentityCheck,
                @SignedOn, @staffId)
            """;
        var id = Guid.CreateVersion7(now);
        await work.Execute(
            sql,
            new
            {
                id,
                CandidateId = candidate.Id,
                applicationId,
                paper.Consent.PolicyVersion,
                paper.Consent.ShowPhoto,
                paper.Consent.ShowWorkUnit,
                now,
                paper.IdentityCheck,
                paper.SignedOn,
                staffId,
            }
        );
        return id;
    }

    /// <summary>The paper that waits for a tip reviewer; null when it does not, or is another candidate's.</summary>
    public static Task<Guid?> LockWaiting(Work work, Guid candidateId, Guid consentId)
    {
        const string sql = """
            SELECT id
            FROM consents
            WHERE id = @consentId AND candidate_id = @candidateId AND source = 'Paper' AND confirmed_at IS NULL AND withdrawn_at IS NULL
            FOR UPDATE
            """;
        return work.FirstOrNothing<Guid?>(sql, new { consentId, candidateId });
    }

    /// <summary>A tip reviewer confirms what an organization brought.</summary>
    public static async Task<RecordedConsent> Confirm(
        Work work,
        Candidate candidate,
        Guid consentId,
        Guid staffId,
        DateTimeOffset now
    )
    {
        var counting = await LetCount(work, candidate, consentId, staffId, now);
        await AuditLog.Record(
            work,
            staffId,
            "candidate.paper-consent-confirmed",
            Subject,
            candidate.Id,
            now,
            new { consentId }
        );
        return counting;
    }

    private static async Task<RecordedConsent> LetCount(
        Work work,
        Candidate candidate,
        Guid consentId,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string confirm = "UPDATE consents SET confirmed_at = @now, confirmed_by = @staffId WHERE id = @consentId";
        const string agree = """
            UPDATE candidates c
            JOIN consents g ON g.id = @consentId
            SET c.state = @State, c.show_photo = g.show_photo, c.show_work_unit = g.show_work_unit, c.version = c.version + 1
            WHERE c.id = @CandidateId
            """;
        var state = CandidateRules.AfterConsent(candidate.State);
        await work.Execute(
            confirm,
            new
            {
                now,
                staffId,
                consentId,
            }
        );
        await work.Execute(
            agree,
            new
            {
                consentId,
                State = state.ToString(),
                CandidateId = candidate.Id,
            }
        );
        await Tipsters.Tell(work, candidate.Id, "Agreed", "您推荐的师傅已同意公开展示，工会正在准备公开。", now);
        return new RecordedConsent(consentId, true, state, candidate.Version + 1);
    }
}
