using Craftsman.Domain.Experts;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Experts;

/// <summary>A panel in the list.</summary>
public sealed record ListedPanel
{
    public Guid Id { get; init; }
    public string Name { get; init; } = "";
    public IReadOnlyList<string> Trades { get; init; } = [];

    /// <summary>The last day in Hangzhou on which scores are in time.</summary>
    public DateOnly? ScoresDueOn { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Null for experts, for whom it would tell that something happened.</summary>
    public int? Version { get; init; }
}

/// <summary>A panel with its members.</summary>
/// <param name="MissingKinds">五: which kinds of people it still lacks.</param>
/// <param name="MembersNeeded">How many members it still lacks.</param>
public sealed record PanelDetail(
    ListedPanel Panel,
    IReadOnlyList<PanelMember> Members,
    IReadOnlyList<PanelKind> MissingKinds,
    int MembersNeeded
);

/// <summary>How far an expert is.</summary>
public sealed record ExpertProgress
{
    public Guid StaffId { get; init; }
    public string Expert { get; init; } = "";
    public PanelKind Kind { get; init; }
    public DateTimeOffset? DeclaredAt { get; init; }
    public int Assigned { get; init; }
    public int Drafts { get; init; }
    public int Submitted { get; init; }
    public int Waived { get; init; }

    /// <summary>Neither submitted nor waived, and the day is over.</summary>
    public int Overdue { get; init; }
}

/// <summary>What an expert still has to do in a panel.</summary>
public sealed record Reminder
{
    public Guid PanelId { get; init; }
    public string PanelName { get; init; } = "";

    /// <summary>They have not declared conflicts yet, without which they are given no case.</summary>
    public bool DeclaresConflicts { get; init; }

    /// <summary>How many of their own cases wait for their score.</summary>
    public int OpenScores { get; init; }
    public DateOnly? DueOn { get; init; }
    public bool IsOverdue { get; init; }
}

/// <summary>Reads panels.</summary>
public sealed class PanelQueries(Db db)
{
    /// <summary>A page of the campaign's panels, the oldest first.</summary>
    /// <param name="expertId">Only those this expert sits in; null for all.</param>
    public async Task<IReadOnlyList<ListedPanel>> List(
        Guid campaignId,
        Guid? expertId,
        Guid? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            SELECT p.id, p.name, p.scores_due_on, p.closed_at, p.version
            FROM panels p
            WHERE p.campaign_id = @campaignId AND (@after IS NULL OR p.id > @after)
                AND (@expertId IS NULL OR p.id IN (SELECT panel_id FROM panel_members WHERE staff_id = @expertId))
            ORDER BY p.id
            LIMIT @limit
            """;
        const string trades = "SELECT panel_id, trade FROM panel_trades WHERE panel_id IN @ids ORDER BY trade";
        var rows = await db.List<ListedPanel>(
            sql,
            new
            {
                campaignId,
                expertId,
                after,
                limit,
            },
            cancellationToken
        );
        if (rows.Count == 0)
        {
            return rows;
        }

        var known = (
            await db.List<TradeRow>(trades, new { ids = rows.Select(row => row.Id) }, cancellationToken)
        ).ToLookup(row => row.PanelId, row => row.Trade);
        return
        [
            .. rows.Select(row =>
                row with
                {
                    Trades = [.. known[row.Id]],
                    Version = expertId is null ? row.Version : null,
                }
            ),
        ];
    }

    /// <summary>One panel; null where there is none, or the expert does not sit in it.</summary>
    /// <param name="size">How many members the campaign asks for.</param>
    public async Task<PanelDetail?> Detail(
        Guid campaignId,
        Guid panelId,
        Guid? expertId,
        int size,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            SELECT p.id, p.name, p.scores_due_on, p.closed_at, p.version
            FROM panels p
            WHERE p.campaign_id = @campaignId AND p.id = @panelId
                AND (@expertId IS NULL OR p.id IN (SELECT panel_id FROM panel_members WHERE staff_id = @expertId))
            """;
        return await db.AtOneMoment<PanelDetail?>(
            async work =>
            {
                var row = await work.FirstOrNothing<ListedPanel>(
                    sql,
                    new
                    {
                        campaignId,
                        panelId,
                        expertId,
                    }
                );
                if (row is null)
                {
                    return null;
                }

                var trades = await work.List<string>(
                    "SELECT trade FROM panel_trades WHERE panel_id = @panelId ORDER BY trade",
                    new { panelId }
                );
                var members = expertId is null ? await PanelReads.Members(work, panelId) : [];
                return new PanelDetail(
                    row with
                    {
                        Trades = trades,
                        Version = expertId is null ? row.Version : null,
                    },
                    members,
                    expertId is null ? [.. Enum.GetValues<PanelKind>().Except(members.Select(each => each.Kind))] : [],
                    expertId is null ? Math.Max(0, size - members.Count) : 0
                );
            },
            cancellationToken
        );
    }

    /// <summary>Whether there is such a panel in the campaign, and the expert sits in it.</summary>
    /// <param name="expertId">Null where any panel will do.</param>
    public async Task<bool> Exists(
        Guid campaignId,
        Guid panelId,
        Guid? expertId,
        CancellationToken cancellationToken
    ) => await Detail(campaignId, panelId, expertId, 0, cancellationToken) is not null;

    /// <summary>How far each member is with the cases they hold now.</summary>
    public Task<IReadOnlyList<ExpertProgress>> Progress(
        Guid panelId,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            SELECT m.staff_id, s.display_name AS expert, m.kind, m.declared_at, COUNT(k.id) AS assigned,
                COALESCE(SUM(k.id IS NOT NULL AND e.saved_at IS NOT NULL AND e.submitted_at IS NULL AND e.waived_at IS NULL), 0) AS drafts,
                COALESCE(SUM(k.id IS NOT NULL AND e.submitted_at IS NOT NULL), 0) AS submitted,
                COALESCE(SUM(k.id IS NOT NULL AND e.waived_at IS NOT NULL), 0) AS waived,
                COALESCE(SUM(k.id IS NOT NULL AND e.submitted_at IS NULL AND e.waived_at IS NULL AND p.scores_due_on < @today), 0) AS overdue
            FROM panel_members m
            JOIN panels p ON p.id = m.panel_id
            JOIN staff s ON s.id = m.staff_id
            LEFT JOIN case_experts e ON e.panel_id = m.panel_id AND e.staff_id = m.staff_id AND e.standing = 1
            LEFT JOIN cases k ON k.id = e.case_id AND k.expert_round = e.round AND k.stage = 'ExpertReview'
            WHERE m.panel_id = @panelId
            GROUP BY m.staff_id, s.display_name, m.kind, m.declared_at
            ORDER BY m.staff_id
            """;
        return db.List<ExpertProgress>(sql, new { panelId, today }, cancellationToken);
    }

    /// <summary>The panels of an expert in which something waits for them.</summary>
    public async Task<IReadOnlyList<Reminder>> Reminders(
        Guid campaignId,
        Guid staffId,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            SELECT p.id AS panel_id, p.name AS panel_name, m.declared_at IS NULL AS declares_conflicts, p.scores_due_on AS due_on,
                COALESCE(SUM(k.id IS NOT NULL AND e.submitted_at IS NULL AND e.waived_at IS NULL), 0) AS open_scores,
                COALESCE(SUM(k.id IS NOT NULL AND e.submitted_at IS NULL AND e.waived_at IS NULL AND p.scores_due_on < @today), 0) > 0 AS is_overdue
            FROM panel_members m
            JOIN panels p ON p.id = m.panel_id AND p.closed_at IS NULL AND p.campaign_id = @campaignId
            LEFT JOIN case_experts e ON e.panel_id = m.panel_id AND e.staff_id = m.staff_id AND e.standing = 1
            LEFT JOIN cases k ON k.id = e.case_id AND k.expert_round = e.round AND k.stage = 'ExpertReview'
            WHERE m.staff_id = @staffId
            GROUP BY p.id, p.name, m.declared_at, p.scores_due_on
            ORDER BY p.id
            """;
        var rows = await db.List<Reminder>(
            sql,
            new
            {
                campaignId,
                staffId,
                today,
            },
            cancellationToken
        );
        return [.. rows.Where(row => row.DeclaresConflicts || row.OpenScores > 0)];
    }

    private sealed record TradeRow
    {
        public Guid PanelId { get; init; }
        public string Trade { get; init; } = "";
    }
}
