using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Experts;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Experts;

/// <summary>What an assignment of all cases changed.</summary>
/// <param name="Kept">Pairs that were before.</param>
public sealed record AssignedPanel(int Cases, int Added, int Removed, int Kept);

/// <summary>Says who judges what (五, 专家评审). One act at a time in a campaign, for experts sit in several panels.</summary>
public sealed class AssignmentStore(ConflictFinder finder)
{
    /// <summary>
    /// Gives each of the panel's cases its experts, evenly. Sheets somebody has begun stay where they are; the other pairs may be dealt out
    /// anew, and are kept where nothing speaks against it.
    /// </summary>
    public async Task<Decision<AssignedPanel>> AssignAll(
        Work work,
        Campaign campaign,
        Guid panelId,
        int version,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string remove = """
            UPDATE case_experts
            SET removed_at = @now, removed_why = 'Rebalanced', removed_because = NULL
            WHERE id = @Id
            """;
        await CriteriaStore.HoldAlone(work, campaign.Id);
        if ((await PanelStore.Hold(work, campaign.Id, panelId, version)).IsRefused(out var refusal, out var panel))
        {
            return refusal;
        }

        if (panel.ClosedAt is not null)
        {
            return ExpertRefusals.PanelClosed;
        }

        var members = await PanelReads.Members(work, panelId);
        if (PanelRules.Fault([.. members.Select(each => each.Kind)], campaign.Terms.PanelSize) is { } incomplete)
        {
            return incomplete;
        }

        var cases = await PanelReads.Cases(work, panelId);
        var held = await Held(work, campaign.Id);
        var mine = held.Where(row => row.PanelId == panelId && cases.Any(each => each.CaseId == row.CaseId)).ToList();
        var fixedPairs = mine.Where(row => row.IsBegun).ToList();
        var open = mine.Where(row => !row.IsBegun).ToList();
        var loads = held.Except(open).GroupBy(row => row.StaffId).ToDictionary(own => own.Key, own => own.Count());
        var conflicts = await finder.Find(
            work,
            panelId,
            [.. members.Select(each => each.StaffId)],
            [.. cases.Select(each => each.CaseId)],
            cancellationToken
        );
        var problem = new AssignmentProblem(
            [
                .. cases.Select(each => new CaseToAssign(
                    each.CaseId,
                    campaign.Terms.ExpertsPerCase - fixedPairs.Count(row => row.CaseId == each.CaseId)
                )),
            ],
            [
                .. members.Select(each => new ExpertToAssign(
                    each.StaffId,
                    loads.GetValueOrDefault(each.StaffId),
                    Math.Min(each.MostCases ?? int.MaxValue, campaign.Terms.CasesPerExpert)
                )),
            ],
            Hindrances(cases, members, fixedPairs, conflicts),
            open.Select(row => (row.CaseId, row.StaffId)).ToHashSet()
        );
        if (AssignmentSolver.Solve(problem).IsRefused(out refusal, out var plan))
        {
            return refusal;
        }

        var planned = plan.Pairs.ToHashSet();
        var gone = open.Where(row => !planned.Contains((row.CaseId, row.StaffId))).ToList();
        foreach (var row in gone)
        {
            await work.Execute(remove, new { row.Id, now });
        }

        var added = plan.Pairs.Where(pair => !problem.Before.Contains(pair)).ToList();
        foreach (var (caseId, expertId) in added)
        {
            await Insert(work, panel, caseId, expertId, staffId, now);
        }

        await work.Execute("UPDATE panels SET version = version + 1 WHERE id = @panelId", new { panelId });
        var done = new AssignedPanel(cases.Count, added.Count, gone.Count, fixedPairs.Count + open.Count - gone.Count);
        await AuditLog.Record(work, staffId, "panel.assigned", PanelStore.Subject, panelId, now, done);
        return done;
    }

    /// <summary>The secretary gives one more expert a case.</summary>
    public async Task<Decision<int>> Assign(
        Work work,
        Campaign campaign,
        Guid panelId,
        Guid caseId,
        Guid expertId,
        string reason,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await CriteriaStore.HoldAlone(work, campaign.Id);
        if ((await PanelStore.Hold(work, campaign.Id, panelId)).IsRefused(out var refusal, out var panel))
        {
            return refusal;
        }

        var member = (await PanelReads.Members(work, panelId)).FirstOrDefault(each => each.StaffId == expertId);
        var theCase = (await PanelReads.Cases(work, panelId)).FirstOrDefault(each => each.CaseId == caseId);
        if (member is null || theCase is null)
        {
            return RequestRefusals.NotFound;
        }

        if (panel.ClosedAt is not null)
        {
            return ExpertRefusals.PanelClosed;
        }

        var held = await Held(work, campaign.Id);
        if (held.Any(row => row.CaseId == caseId && row.StaffId == expertId))
        {
            return ExpertRefusals.AlreadyAssigned;
        }

        if ((await finder.Find(work, panelId, [expertId], [caseId], cancellationToken)).Count > 0)
        {
            return ExpertRefusals.Conflicted;
        }

        if (!HasDeclared(member, theCase))
        {
            return ExpertRefusals.Undeclared;
        }

        var cap = Math.Min(member.MostCases ?? int.MaxValue, campaign.Terms.CasesPerExpert);
        if (held.Count(row => row.StaffId == expertId) >= cap)
        {
            return ExpertRefusals.ExpertFull;
        }

        await Insert(work, panel, caseId, expertId, staffId, now);
        await AuditLog.Record(work, staffId, "panel.expert-assigned", "case", caseId, now, new { expertId, reason });
        return 1;
    }

    /// <summary>The secretary takes a case from an expert who has not submitted; a draft goes with it.</summary>
    public static async Task<Decision<int>> Unassign(
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
        const string remove = """
            UPDATE case_experts
            SET removed_at = @now, removed_why = 'Secretary', removed_because = @reason
            WHERE id = @Id
            """;
        if ((await PanelStore.Hold(work, campaignId, panelId)).IsRefused(out var refusal, out var panel))
        {
            return refusal;
        }

        if ((await SheetStore.Hold(work, panelId, caseId, expertId)) is not { } sheet)
        {
            return RequestRefusals.NotFound;
        }

        if (panel.ClosedAt is not null)
        {
            return ExpertRefusals.PanelClosed;
        }

        if (sheet.SubmittedAt is not null)
        {
            return ExpertRefusals.HasScored;
        }

        await work.Execute(
            remove,
            new
            {
                sheet.Id,
                reason,
                now,
            }
        );
        await AuditLog.Record(work, staffId, "panel.expert-unassigned", "case", caseId, now, new { expertId, reason });
        return 1;
    }

    private static Dictionary<(Guid CaseId, Guid StaffId), Hindrance> Hindrances(
        IReadOnlyList<PanelCase> cases,
        IReadOnlyList<PanelMember> members,
        IEnumerable<HeldRow> begun,
        IReadOnlyList<FoundConflict> conflicts
    )
    {
        var found = new Dictionary<(Guid CaseId, Guid StaffId), Hindrance>();
        foreach (var each in cases)
        {
            foreach (var member in members.Where(member => !HasDeclared(member, each)))
            {
                found[(each.CaseId, member.StaffId)] = Hindrance.NotDeclared;
            }
        }

        foreach (var row in begun)
        {
            found[(row.CaseId, row.StaffId)] = Hindrance.Assigned;
        }

        foreach (var conflict in conflicts)
        {
            found[(conflict.CaseId, conflict.StaffId)] = Hindrance.Conflict;
        }

        return found;
    }

    /// <summary>They saw the case's name on the list they declared on.</summary>
    private static bool HasDeclared(PanelMember member, PanelCase theCase) => member.DeclaredAt >= theCase.StageSince;

    /// <summary>Everything experts of the campaign hold now.</summary>
    private static Task<IReadOnlyList<HeldRow>> Held(Work work, Guid campaignId)
    {
        const string sql = """
            SELECT e.id, e.panel_id, e.case_id, e.staff_id,
                (e.saved_at IS NOT NULL OR e.submitted_at IS NOT NULL OR e.waived_at IS NOT NULL) AS is_begun
            FROM case_experts e
            JOIN cases k ON k.id = e.case_id AND k.expert_round = e.round
            WHERE e.campaign_id = @campaignId AND e.standing = 1 AND k.stage = 'ExpertReview'
            ORDER BY e.case_id, e.staff_id
            """;
        return work.List<HeldRow>(sql, new { campaignId });
    }

    private static Task<int> Insert(
        Work work,
        HeldPanel panel,
        Guid caseId,
        Guid expertId,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string sql = """
            INSERT INTO case_experts (id, panel_id, campaign_id, case_id, staff_id, round, assigned_at, assigned_by)
            SELECT @id, @PanelId, @CampaignId, id, @expertId, expert_round, @now, @staffId
            FROM cases
            WHERE id = @caseId
            """;
        return work.Execute(
            sql,
            new
            {
                id = Guid.CreateVersion7(now),
                PanelId = panel.Id,
                panel.CampaignId,
                expertId,
                now,
                staffId,
                caseId,
            }
        );
    }

    private sealed record HeldRow
    {
        public Guid Id { get; init; }
        public Guid PanelId { get; init; }
        public Guid CaseId { get; init; }
        public Guid StaffId { get; init; }
        public bool IsBegun { get; init; }
    }
}
