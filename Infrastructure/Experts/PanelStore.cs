using Craftsman.Domain;
using Craftsman.Domain.Experts;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Messages;

namespace Craftsman.Infrastructure.Experts;

/// <summary>A panel under its lock.</summary>
public sealed record HeldPanel
{
    public Guid Id { get; init; }
    public Guid CampaignId { get; init; }
    public string Name { get; init; } = "";
    public DateOnly? ScoresDueOn { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public int Version { get; init; }
}

/// <summary>A panel after a write.</summary>
public sealed record ChangedPanel(Guid Id, int Version);

/// <summary>Who joins a panel, and by what they are known for recusal.</summary>
/// <param name="WorkUnit">Their employer; null leaves what is on record.</param>
/// <param name="Phone">Kept as keyed hashes alone; null leaves what is on record.</param>
/// <param name="Mail">Where reminders go, kept encrypted; null leaves what is on record.</param>
/// <param name="MostCases">Fewer than the campaign's cap, where they asked for it.</param>
public sealed record NewMember(
    Guid StaffId,
    PanelKind Kind,
    string? WorkUnit,
    string? Phone,
    string? Mail,
    int? MostCases
);

/// <summary>Writes panels and who sits in them (五, 专家评审).</summary>
public sealed class PanelStore(BlindIndex blindIndex, DataCipher cipher)
{
    internal const string Subject = "panel";

    /// <summary>Founds a panel.</summary>
    public static async Task<Decision<ChangedPanel>> TryAdd(
        Work work,
        Guid campaignId,
        string name,
        IReadOnlyCollection<string> trades,
        DateOnly? scoresDueOn,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string sql = """
            INSERT INTO panels (id, campaign_id, name, scores_due_on, created_at)
            VALUES (@id, @campaignId, @name, @scoresDueOn, @now)
            """;
        var id = Guid.CreateVersion7(now);
        var refusedBy = await work.InsertUnlessDuplicate(
            sql,
            new
            {
                id,
                campaignId,
                name,
                scoresDueOn,
                now,
            }
        );
        if (refusedBy is not null)
        {
            return ExpertRefusals.PanelNameTaken;
        }

        if (await TryTakeTrades(work, campaignId, id, trades) is { } taken)
        {
            return taken;
        }

        await AuditLog.Record(work, staffId, "panel.added", Subject, id, now, new { trades });
        return new ChangedPanel(id, 1);
    }

    /// <summary>Changes name, trades and the day by which scores are due.</summary>
    public static async Task<Decision<ChangedPanel>> Change(
        Work work,
        Guid campaignId,
        Guid panelId,
        int version,
        string name,
        IReadOnlyCollection<string> trades,
        DateOnly? scoresDueOn,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string change = """
            UPDATE panels
            SET name = @name, scores_due_on = @scoresDueOn, version = version + 1
            WHERE id = @panelId
            """;
        const string inUse = """
            SELECT COUNT(*)
            FROM case_experts e
            JOIN cases k ON k.id = e.case_id AND k.expert_round = e.round
            WHERE e.panel_id = @panelId AND e.standing = 1 AND k.stage = 'ExpertReview' AND k.trade NOT IN @trades
            """;
        if ((await Hold(work, campaignId, panelId, version)).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (await work.FirstOrNothing<int>(inUse, new { panelId, trades }) > 0)
        {
            return ExpertRefusals.PanelTradeInUse;
        }

        var refusedBy = await work.InsertUnlessDuplicate(
            change,
            new
            {
                panelId,
                name,
                scoresDueOn,
            }
        );
        if (refusedBy is not null)
        {
            return ExpertRefusals.PanelNameTaken;
        }

        await work.Execute("DELETE FROM panel_trades WHERE panel_id = @panelId", new { panelId });
        if (await TryTakeTrades(work, campaignId, panelId, trades) is { } taken)
        {
            return taken;
        }

        await AuditLog.Record(work, staffId, "panel.changed", Subject, panelId, now, new { trades, scoresDueOn });
        return new ChangedPanel(panelId, version + 1);
    }

    /// <summary>Brings an expert into a panel.</summary>
    public async Task<Decision<ChangedPanel>> AddMember(
        Work work,
        Guid campaignId,
        Guid panelId,
        int version,
        NewMember member,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string expert = """
            SELECT s.display_name
            FROM staff s
            JOIN staff_roles r ON r.staff_id = s.id AND r.role = 'Expert'
            WHERE s.id = @StaffId AND s.disabled_at IS NULL
            """;
        const string know = """
            UPDATE staff
            SET work_unit = COALESCE(@WorkUnit, work_unit), phone_index = COALESCE(@phoneIndex, phone_index), worker_key = COALESCE(@workerKey, worker_key),
                sealed_mail = COALESCE(@SealedMail, sealed_mail)
            WHERE id = @StaffId
            """;
        const string add = """
            INSERT INTO panel_members (panel_id, staff_id, kind, most_cases, added_at)
            VALUES (@panelId, @StaffId, @Kind, @MostCases, @now)
            """;
        if ((await Hold(work, campaignId, panelId, version)).IsRefused(out var refusal, out var panel))
        {
            return refusal;
        }

        if (panel.ClosedAt is not null)
        {
            return ExpertRefusals.PanelClosed;
        }

        if (await work.FirstOrNothing<string>(expert, new { member.StaffId }) is not { } name)
        {
            return ExpertRefusals.NotAnExpert;
        }

        var phone = member.Phone is null ? null : Phone.Normalize(member.Phone);
        await work.Execute(
            know,
            new
            {
                member.StaffId,
                member.WorkUnit,
                phoneIndex = phone is null ? null : blindIndex.OfPhone(phone),
                workerKey = phone is null ? null : blindIndex.OfWorker(name, phone),
                SealedMail = member.Mail is null ? null : cipher.Encrypt(ReminderMails.AddressPurpose, member.Mail),
            }
        );
        var refusedBy = await work.InsertUnlessDuplicate(
            add,
            new
            {
                panelId,
                member.StaffId,
                Kind = member.Kind.ToString(),
                member.MostCases,
                now,
            }
        );
        if (refusedBy is not null)
        {
            return ExpertRefusals.AlreadyMember;
        }

        await Touch(work, panelId);
        await AuditLog.Record(
            work,
            staffId,
            "panel.member-added",
            Subject,
            panelId,
            now,
            new
            {
                expertId = member.StaffId,
                kind = member.Kind.ToString(),
                // What conflicts are found by was said anew.
                saidWorkUnit = member.WorkUnit is not null,
                saidPhone = phone is not null,
            }
        );
        return new ChangedPanel(panelId, version + 1);
    }

    /// <summary>Takes an expert out who holds no case; what they scored in earlier rounds stays.</summary>
    public static async Task<Decision<ChangedPanel>> RemoveMember(
        Work work,
        Guid campaignId,
        Guid panelId,
        Guid expertId,
        int version,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string holding = """
            SELECT COUNT(*)
            FROM case_experts e
            JOIN cases k ON k.id = e.case_id AND k.expert_round = e.round
            WHERE e.panel_id = @panelId AND e.staff_id = @expertId AND e.standing = 1
            """;
        const string remove = "DELETE FROM panel_members WHERE panel_id = @panelId AND staff_id = @expertId";
        if ((await Hold(work, campaignId, panelId, version)).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (await work.FirstOrNothing<int>(holding, new { panelId, expertId }) > 0)
        {
            return ExpertRefusals.MemberHasCases;
        }

        if (await work.Execute(remove, new { panelId, expertId }) == 0)
        {
            return RequestRefusals.NotFound;
        }

        await Touch(work, panelId);
        await AuditLog.Record(work, staffId, "panel.member-removed", Subject, panelId, now, new { expertId });
        return new ChangedPanel(panelId, version + 1);
    }

    /// <summary>Ends scoring: every sheet is submitted, or the secretary no longer waits for it. Who has found a conflict since is unassigned first.</summary>
    public static async Task<Decision<ChangedPanel>> Close(
        Work work,
        Guid campaignId,
        Guid panelId,
        int version,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string open = """
            SELECT COUNT(*)
            FROM case_experts e
            JOIN cases k ON k.id = e.case_id AND k.expert_round = e.round
            WHERE e.panel_id = @panelId AND e.standing = 1 AND k.stage = 'ExpertReview' AND e.submitted_at IS NULL AND e.waived_at IS NULL
            """;
        const string close = "UPDATE panels SET closed_at = @now, version = version + 1 WHERE id = @panelId";
        if ((await Hold(work, campaignId, panelId, version)).IsRefused(out var refusal, out var panel))
        {
            return refusal;
        }

        if (panel.ClosedAt is not null)
        {
            return ExpertRefusals.PanelClosed;
        }

        if (await work.FirstOrNothing<int>(open, new { panelId }) is var count and > 0)
        {
            return ExpertRefusals.ScoresOpen(count);
        }

        await work.Execute(close, new { panelId, now });
        await AuditLog.Record(work, staffId, "panel.closed", Subject, panelId, now);
        return new ChangedPanel(panelId, version + 1);
    }

    /// <summary>Begins scoring again, for a case that came back or late; others' scores are hidden again meanwhile.</summary>
    public static async Task<Decision<ChangedPanel>> Reopen(
        Work work,
        Guid campaignId,
        Guid panelId,
        int version,
        string reason,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string reopen = "UPDATE panels SET closed_at = NULL, version = version + 1 WHERE id = @panelId";
        if ((await Hold(work, campaignId, panelId, version)).IsRefused(out var refusal, out var panel))
        {
            return refusal;
        }

        if (panel.ClosedAt is null)
        {
            return ExpertRefusals.PanelOpen;
        }

        await work.Execute(reopen, new { panelId });
        await AuditLog.Record(work, staffId, "panel.reopened", Subject, panelId, now, new { reason });
        return new ChangedPanel(panelId, version + 1);
    }

    /// <summary>The panel, for one at a time; stale where the caller saw another version.</summary>
    internal static async Task<Decision<HeldPanel>> Hold(Work work, Guid campaignId, Guid panelId, int? version = null)
    {
        var panel = await Read(work, campaignId, panelId, "FOR UPDATE");
        return panel is null ? RequestRefusals.NotFound
            : version is { } expected && expected != panel.Version ? RequestRefusals.VersionStale
            : panel;
    }

    /// <summary>The panel, held together with others who only need it to stay as it is.</summary>
    internal static async Task<Decision<HeldPanel>> HoldShared(Work work, Guid campaignId, Guid panelId) =>
        await Read(work, campaignId, panelId, "LOCK IN SHARE MODE") is { } panel ? panel : RequestRefusals.NotFound;

    /// <summary>The panel of a case's trade, held together with others; null where no panel judges it.</summary>
    internal static async Task<HeldPanel?> HoldOfCase(Work work, Guid caseId)
    {
        const string find = """
            SELECT k.campaign_id, t.panel_id
            FROM cases k
            JOIN panel_trades t ON t.campaign_id = k.campaign_id AND t.trade = k.trade
            WHERE k.id = @caseId
            """;
        return await work.FirstOrNothing<PanelOfCaseRow>(find, new { caseId }) is { } found
            ? await Read(work, found.CampaignId, found.PanelId, "LOCK IN SHARE MODE")
            : null;
    }

    private static Task<HeldPanel?> Read(Work work, Guid campaignId, Guid panelId, string held) =>
        work.FirstOrNothing<HeldPanel>(
            $"""
            SELECT id, campaign_id, name, scores_due_on, closed_at, version
            FROM panels
            WHERE id = @panelId AND campaign_id = @campaignId
            {held}
            """,
            new { panelId, campaignId }
        );

    private static Task<int> Touch(Work work, Guid panelId) =>
        work.Execute("UPDATE panels SET version = version + 1 WHERE id = @panelId", new { panelId });

    private static async Task<Refusal?> TryTakeTrades(
        Work work,
        Guid campaignId,
        Guid panelId,
        IReadOnlyCollection<string> trades
    )
    {
        const string sql =
            "INSERT INTO panel_trades (campaign_id, trade, panel_id) VALUES (@campaignId, @trade, @panelId)";
        foreach (var trade in trades.Order(StringComparer.Ordinal))
        {
            var refusedBy = await work.InsertUnlessDuplicate(
                sql,
                new
                {
                    campaignId,
                    trade,
                    panelId,
                }
            );
            if (refusedBy is not null)
            {
                return ExpertRefusals.PanelTradeTaken.With("trade", trade);
            }
        }

        return null;
    }

    private sealed record PanelOfCaseRow
    {
        public Guid CampaignId { get; init; }
        public Guid PanelId { get; init; }
    }
}
