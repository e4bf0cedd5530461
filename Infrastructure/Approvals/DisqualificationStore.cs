using Craftsman.Domain;
using Craftsman.Domain.Approvals;
using Craftsman.Domain.Media;
using Craftsman.Domain.Objections;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;
using Craftsman.Infrastructure.Objections;
using Craftsman.Infrastructure.Review;

namespace Craftsman.Infrastructure.Approvals;

/// <summary>九(三): what the first person asks for.</summary>
/// <param name="Version">The version of the case they last saw; null where an objection led to it.</param>
/// <param name="Reason">What was found untrue, as the applicant reads it.</param>
/// <param name="FileIds">The evidence, uploaded by who asks.</param>
public sealed record AskedDisqualification(
    Guid CaseId,
    int? Version,
    Guid? ObjectionId,
    string Reason,
    IReadOnlyCollection<Guid> FileIds
);

/// <summary>九(三) 对有弄虚作假的，一经查实，即取消申报资格: one person asks, another decides, and the move is judged by both.</summary>
public static class DisqualificationStore
{
    private const string ReasonCode = "untruthful";

    /// <summary>Asks, where the case could be disqualified as it stands and nobody asks already.</summary>
    /// <param name="districts">Those that the person works for; null or empty for all.</param>
    /// <returns>The approval.</returns>
    public static async Task<Decision<Guid>> Ask(
        Work work,
        AskedDisqualification asked,
        IReadOnlyList<string>? districts,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string approval = """
            INSERT INTO approvals (id, campaign_id, kind, reason_code, state, asked_by, asked_at, lapses_at)
            SELECT @id, k.campaign_id, @Kind, @ReasonCode, @State, @staffId, @now, @LapsesAt
            FROM cases k
            WHERE k.id = @CaseId
            """;
        const string about = """
            INSERT INTO approval_cases (approval_id, case_id, objection_id, reason)
            VALUES (@id, @CaseId, @ObjectionId, @Reason)
            """;
        if (
            (
                await ReviewStore.JudgeLater(work, asked.CaseId, CaseMove.Disqualify, asked.Version, districts ?? [])
            ).IsRefused(out var refusal)
        )
        {
            return refusal;
        }

        // The case is held, so of two who ask at once the second meets what the first asked for.
        if (await IsAsked(work, asked.CaseId, now))
        {
            return ObjectionRefusals.DisqualificationAsked;
        }

        var id = Guid.CreateVersion7(now);
        await work.Execute(
            approval,
            new
            {
                id,
                Kind = ApprovalKind.DisqualifyCase.ToString(),
                ReasonCode,
                State = ApprovalState.Waiting.ToString(),
                staffId,
                now,
                LapsesAt = now + ApprovalRules.Lifetime,
                asked.CaseId,
            }
        );
        await work.Execute(
            about,
            new
            {
                id,
                asked.CaseId,
                asked.ObjectionId,
                asked.Reason,
            }
        );
        if (!await FileStore.GiveToApproval(work, staffId, id, asked.FileIds))
        {
            return MediaRefusals.NotYourUpload("fileIds");
        }

        await AuditLog.Record(
            work,
            staffId,
            "approval.asked",
            "approval",
            id,
            now,
            new
            {
                kind = ApprovalKind.DisqualifyCase.ToString(),
                asked.CaseId,
                asked.ObjectionId,
            }
        );
        return id;
    }

    /// <summary>Somebody has asked, and the second person has neither decided nor let it lapse.</summary>
    public static async Task<bool> IsAsked(Work work, Guid caseId, DateTimeOffset now)
    {
        const string sql = """
            SELECT COUNT(*)
            FROM approval_cases c
            JOIN approvals a ON a.id = c.approval_id
            WHERE c.case_id = @caseId AND a.state = 'Waiting' AND a.lapses_at > @now
            """;
        return await work.FirstOrNothing<long>(sql, new { caseId, now }) > 0;
    }

    /// <summary>Does what the second person agreed to, in the transaction in which they did; the caller holds the approval.</summary>
    /// <returns>Why the case cannot be disqualified any more; then nothing was decided.</returns>
    public static async Task<Refusal?> Apply(Work work, Approval approval, Guid staffId, DateTimeOffset now)
    {
        const string about = "SELECT case_id, objection_id, reason FROM approval_cases WHERE approval_id = @Id";
        const string done = "UPDATE approvals SET applied_at = @now WHERE id = @Id";
        var asked = (await work.FirstOrNothing<AboutRow>(about, new { approval.Id }))!;
        if (asked.ObjectionId is { } objectionId)
        {
            // Held before the case, as by who decides on it.
            await ObjectionStore.Uphold(work, objectionId, asked.Reason, now);
        }

        var moved = await ReviewStore.MoveLater(
            work,
            asked.CaseId,
            CaseMove.Disqualify,
            null,
            (_, facts) => Task.FromResult(facts),
            $"经查实，提交的材料不真实，依据九(三)取消申报资格：{asked.Reason}",
            staffId,
            now,
            ReasonCode
        );
        if (moved.IsRefused(out var refusal))
        {
            return refusal;
        }

        await work.Execute(done, new { approval.Id, now });
        return null;
    }

    private sealed record AboutRow
    {
        public Guid CaseId { get; init; }
        public Guid? ObjectionId { get; init; }
        public string Reason { get; init; } = "";
    }
}
