using Craftsman.Domain.Experts;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Review;

namespace Craftsman.Infrastructure.Experts;

/// <summary>A case that a panel judges now: at the experts, not yet on the short-list, and not resting behind another.</summary>
public sealed record PanelCase
{
    public Guid CaseId { get; init; }
    public Guid CandidateId { get; init; }
    public string Name { get; init; } = "";
    public string? WorkUnit { get; init; }
    public DateTimeOffset StageSince { get; init; }
    public int Round { get; init; }
}

/// <summary>A member of a panel.</summary>
public sealed record PanelMember
{
    public Guid StaffId { get; init; }
    public string Name { get; init; } = "";
    public PanelKind Kind { get; init; }
    public string? WorkUnit { get; init; }

    /// <summary>The organization of the account, by name.</summary>
    public string? Organization { get; init; }
    public int? MostCases { get; init; }

    /// <summary>They are reminded by mail, where a mail server is set.</summary>
    public bool HasMail { get; init; }

    /// <summary>When the list was read on which they last declared conflicts; null before they did.</summary>
    public DateTimeOffset? DeclaredAt { get; init; }
}

/// <summary>What several acts of a panel read in their transaction.</summary>
internal static class PanelReads
{
    public static async Task<IReadOnlyList<PanelCase>> Cases(Work work, Guid panelId)
    {
        const string sql = """
            SELECT k.id AS case_id, k.candidate_id, c.name, c.work_unit, k.stage_since, k.expert_round AS round
            FROM panel_trades t
            JOIN cases k ON k.campaign_id = t.campaign_id AND k.trade = t.trade
            JOIN candidates c ON c.id = k.candidate_id
            WHERE t.panel_id = @panelId AND k.stage = 'ExpertReview' AND k.shortlisted_at IS NULL
            ORDER BY k.id
            """;
        var rows = await work.List<PanelCase>(sql, new { panelId });
        var trees = await CaseTrees.Around(work, [.. rows.Select(row => row.CaseId)]);
        return [.. rows.Where(row => !CaseTree.IsResting(row.CaseId, [.. trees[row.CaseId]]))];
    }

    public static Task<IReadOnlyList<PanelMember>> Members(Work work, Guid panelId)
    {
        const string sql = """
            SELECT m.staff_id, s.display_name AS name, m.kind, s.work_unit, o.name AS organization, m.most_cases,
                s.sealed_mail IS NOT NULL AS has_mail, m.declared_at
            FROM panel_members m
            JOIN staff s ON s.id = m.staff_id
            LEFT JOIN organizations o ON o.id = s.organization_id
            WHERE m.panel_id = @panelId
            ORDER BY m.staff_id
            """;
        return work.List<PanelMember>(sql, new { panelId });
    }
}
