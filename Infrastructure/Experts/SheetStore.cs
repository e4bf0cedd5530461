using Craftsman.Domain;
using Craftsman.Domain.Experts;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Experts;

/// <summary>A sheet under its lock.</summary>
public sealed record HeldSheet
{
    public Guid Id { get; init; }
    public DateTimeOffset? SavedAt { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }
    public DateTimeOffset? WaivedAt { get; init; }
}

/// <summary>How far a sheet is.</summary>
public enum SheetState
{
    NotStarted,
    Draft,
    Submitted,

    /// <summary>The secretary recorded that it is no longer waited for.</summary>
    Waived,
}

/// <summary>A sheet after a write.</summary>
/// <param name="Total">The weighted total on the campaign's scale; null while it lacks criteria.</param>
public sealed record SavedSheet(Guid CaseId, SheetState State, decimal? Total);

/// <summary>Writes what experts score (五, 专家评审).</summary>
public static class SheetStore
{
    private const string Subject = "case";

    /// <summary>Keeps a draft, or submits it: once, whatever arrives together.</summary>
    public static async Task<Decision<SavedSheet>> Save(
        Work work,
        Guid campaignId,
        Guid panelId,
        Guid caseId,
        Guid staffId,
        IReadOnlyList<CriterionScore> scores,
        bool isSubmitted,
        DateTimeOffset now
    )
    {
        const string clear = "DELETE FROM scores WHERE case_expert_id = @Id";
        const string put = """
            INSERT INTO scores (case_expert_id, campaign_id, criterion_id, score, comment)
            VALUES (@Id, @campaignId, @CriterionId, @Score, @Comment)
            """;
        const string mark = """
            UPDATE case_experts
            SET saved_at = @now, submitted_at = IF(@isSubmitted, @now, NULL)
            WHERE id = @Id
            """;
        var sheet = await CriteriaStore.Hold(work, campaignId);
        if ((await PanelStore.HoldShared(work, campaignId, panelId)).IsRefused(out var refusal, out var panel))
        {
            return refusal;
        }

        if (await Hold(work, panelId, caseId, staffId) is not { } held)
        {
            return RequestRefusals.NotFound;
        }

        if (held.SubmittedAt is not null)
        {
            return ExpertRefusals.AlreadySubmitted;
        }

        if (panel.ClosedAt is not null)
        {
            return ExpertRefusals.PanelClosed;
        }

        if (held.WaivedAt is not null)
        {
            return ExpertRefusals.ScoreWaived;
        }

        if (
            ScoringRules
                .Accept(sheet.Criteria, sheet.Scale, scores, isSubmitted)
                .IsRefused(out refusal, out var accepted)
        )
        {
            return refusal;
        }

        await work.Execute(clear, new { held.Id });
        foreach (var line in accepted)
        {
            await work.Execute(
                put,
                new
                {
                    held.Id,
                    campaignId,
                    line.CriterionId,
                    line.Score,
                    line.Comment,
                }
            );
        }

        await work.Execute(
            mark,
            new
            {
                held.Id,
                now,
                isSubmitted,
            }
        );
        await AuditLog.Record(work, staffId, isSubmitted ? "score.submitted" : "score.saved", Subject, caseId, now);
        return new SavedSheet(
            caseId,
            isSubmitted ? SheetState.Submitted : SheetState.Draft,
            accepted.Length == sheet.Criteria.Count
                ? new Sheet(caseId, staffId, ScoringRules.RawTotal(sheet.Criteria, accepted)).Total
                : null
        );
    }

    /// <summary>The secretary lets an expert change what they submitted, or score after all; what stood goes on record with the reason.</summary>
    public static async Task<Decision<int>> Reopen(
        Work work,
        Guid campaignId,
        Guid panelId,
        Guid caseId,
        Guid expertId,
        string reason,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string stood = "SELECT criterion_id, score FROM scores WHERE case_expert_id = @Id ORDER BY criterion_id";
        const string reopen = """
            UPDATE case_experts
            SET submitted_at = NULL, waived_at = NULL, waived_because = NULL
            WHERE id = @Id
            """;
        return await Change(
            work,
            campaignId,
            panelId,
            caseId,
            expertId,
            async sheet =>
            {
                if (sheet.SubmittedAt is null && sheet.WaivedAt is null)
                {
                    return ExpertRefusals.NotSubmitted;
                }

                var scores = await work.List<StoodRow>(stood, new { sheet.Id });
                await work.Execute(reopen, new { sheet.Id });
                await AuditLog.Record(
                    work,
                    staffId,
                    "score.reopened",
                    Subject,
                    caseId,
                    now,
                    new
                    {
                        expertId,
                        reason,
                        stood = scores.ToDictionary(each => each.CriterionId, each => each.Score),
                    }
                );
                return 1;
            }
        );
    }

    /// <summary>The secretary no longer waits for a sheet; it counts for nothing.</summary>
    public static async Task<Decision<int>> Waive(
        Work work,
        Guid campaignId,
        Guid panelId,
        Guid caseId,
        Guid expertId,
        string reason,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string waive = "UPDATE case_experts SET waived_at = @now, waived_because = @reason WHERE id = @Id";
        return await Change(
            work,
            campaignId,
            panelId,
            caseId,
            expertId,
            async sheet =>
            {
                if (sheet.SubmittedAt is not null)
                {
                    return ExpertRefusals.HasScored;
                }

                if (sheet.WaivedAt is not null)
                {
                    return ExpertRefusals.ScoreWaived;
                }

                await work.Execute(
                    waive,
                    new
                    {
                        sheet.Id,
                        reason,
                        now,
                    }
                );
                await AuditLog.Record(work, staffId, "score.waived", Subject, caseId, now, new { expertId, reason });
                return 1;
            }
        );
    }

    /// <summary>The sheet of an expert who has the case now, for one at a time; null for everything else.</summary>
    internal static Task<HeldSheet?> Hold(Work work, Guid panelId, Guid caseId, Guid staffId)
    {
        const string sql = """
            SELECT e.id, e.saved_at, e.submitted_at, e.waived_at
            FROM case_experts e
            JOIN cases k ON k.id = e.case_id AND k.expert_round = e.round AND k.stage = 'ExpertReview'
            WHERE e.panel_id = @panelId AND e.case_id = @caseId AND e.staff_id = @staffId AND e.standing = 1
            """;
        const string held =
            "SELECT id, saved_at, submitted_at, waived_at FROM case_experts WHERE id = @Id AND standing = 1 FOR UPDATE";
        // Found first and held then, so that the case itself is not held: votes and moves of the candidate do not wait for a sheet.
        return Find();

        async Task<HeldSheet?> Find() =>
            await work.FirstOrNothing<HeldSheet>(
                sql,
                new
                {
                    panelId,
                    caseId,
                    staffId,
                }
            )
                is { } found
                ? await work.FirstOrNothing<HeldSheet>(held, new { found.Id })
                : null;
    }

    private static async Task<Decision<int>> Change(
        Work work,
        Guid campaignId,
        Guid panelId,
        Guid caseId,
        Guid expertId,
        Func<HeldSheet, Task<Decision<int>>> act
    )
    {
        if ((await PanelStore.HoldShared(work, campaignId, panelId)).IsRefused(out var refusal, out var panel))
        {
            return refusal;
        }

        return await Hold(work, panelId, caseId, expertId) is not { } sheet ? RequestRefusals.NotFound
            : panel.ClosedAt is not null ? ExpertRefusals.PanelClosed
            : await act(sheet);
    }

    private sealed record StoodRow
    {
        public string CriterionId { get; init; } = "";
        public int Score { get; init; }
    }
}
