using Craftsman.Domain;
using Craftsman.Domain.Candidates;
using Craftsman.Domain.Reports;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Reports;

/// <summary>Writes what citizens report, and what staff decide.</summary>
public static class ReportStore
{
    /// <summary>The root that is shown for a candidate; null when nobody has the id. Not held: a report about who is taken back meanwhile does no harm.</summary>
    public static Task<Candidate?> RootOf(Work work, Guid campaignId, Guid candidateId)
    {
        const string sql = """
            SELECT r.id, r.root_id, r.campaign_id, r.state, r.name, r.work_unit, r.workplace, r.district, r.trade, r.story, r.version
            FROM candidates c
            JOIN candidates r ON r.id = c.root_id
            WHERE c.id = @candidateId AND c.campaign_id = @campaignId
            """;
        return work.FirstOrNothing<Candidate>(sql, new { candidateId, campaignId });
    }

    /// <summary>The unique key decides between two reports of one citizen at once.</summary>
    public static async Task<Decision<Guid>> TryAdd(
        Work work,
        Candidate candidate,
        Guid citizenId,
        ReportReason reason,
        string? text,
        DateTimeOffset now
    )
    {
        const string sql = """
            INSERT INTO reports (id, campaign_id, candidate_id, citizen_id, reason_code, text, created_at)
            VALUES (@id, @CampaignId, @CandidateId, @citizenId, @Reason, @text, @now)
            """;
        var id = Guid.CreateVersion7(now);
        var refused = await work.InsertUnlessDuplicate(
            sql,
            new
            {
                id,
                candidate.CampaignId,
                CandidateId = candidate.Id,
                citizenId,
                Reason = reason.ToString(),
                text,
                now,
            }
        );
        return refused is null ? id : ReportRefusals.AlreadyReported;
    }

    /// <summary>
    /// The report and the candidate that is shown for the one it is about, both held, the candidate first as everybody does; null when there
    /// is none.
    /// </summary>
    public static async Task<(Report Report, Candidate Candidate)?> Hold(Work work, Guid campaignId, Guid reportId)
    {
        const string root = """
            SELECT c.root_id
            FROM reports r
            JOIN candidates c ON c.id = r.candidate_id
            WHERE r.id = @reportId AND r.campaign_id = @campaignId
            """;
        const string hold = "SELECT id, candidate_id, state FROM reports WHERE id = @reportId FOR UPDATE";
        var rootId = await work.FirstOrNothing<Guid?>(root, new { reportId, campaignId });
        return
            rootId is { } id
            && await CandidateStore.Lock(work, id) is { } candidate
            && await work.FirstOrNothing<Report>(hold, new { reportId }) is { } report
            ? (report, candidate)
            : null;
    }

    /// <summary>
    /// Takes the person and their words out of all they reported. What they found stays for the desk, for it is about what everybody reads.
    /// </summary>
    public static Task ForgetSender(Work work, Guid citizenId) =>
        work.Execute(
            "UPDATE reports SET citizen_id = NULL, text = NULL WHERE citizen_id = @citizenId",
            new { citizenId }
        );

    /// <summary>Writes the decision. The caller holds the report.</summary>
    public static async Task Decide(
        Work work,
        Report report,
        ReportState state,
        TakenDown? part,
        string reason,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string sql = """
            UPDATE reports
            SET state = @State, is_open = NULL, taken_down = @Part, reason = @reason, decided_by = @staffId, decided_at = @now
            WHERE id = @Id
            """;
        await work.Execute(
            sql,
            new
            {
                report.Id,
                State = state.ToString(),
                Part = part?.ToString(),
                reason,
                staffId,
                now,
            }
        );
        await AuditLog.Record(
            work,
            staffId,
            state == ReportState.Upheld ? "report.upheld" : "report.dismissed",
            "report",
            report.Id,
            now,
            new { report.CandidateId, takenDown = part?.ToString() }
        );
    }
}
