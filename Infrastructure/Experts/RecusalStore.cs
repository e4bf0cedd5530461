using Craftsman.Domain;
using Craftsman.Domain.Experts;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Experts;

/// <summary>A worker's name as experts see it when they say whether they have a conflict.</summary>
public sealed record NameToDeclareOn(string Name, string? WorkUnit);

/// <summary>What an expert declared, in their own words.</summary>
public sealed record DeclaredConflict
{
    public string Name { get; init; } = "";

    /// <summary>Empty where they gave none: then everybody of the name is meant.</summary>
    public string WorkUnit { get; init; } = "";
    public string? Reason { get; init; }
}

/// <summary>The list to declare on, and what was declared so far.</summary>
/// <param name="AsOf">Goes back with the declaration: cases that came later were not on the list.</param>
public sealed record DeclarationList(
    DateTimeOffset AsOf,
    IReadOnlyList<NameToDeclareOn> Names,
    IReadOnlyList<DeclaredConflict> Declared
);

/// <summary>A conflict as the secretary reads it.</summary>
/// <param name="Sources">All that speak for it.</param>
public sealed record ListedConflict(
    Guid CaseId,
    string Name,
    Guid StaffId,
    string Expert,
    IReadOnlyList<ConflictSource> Sources
);

/// <summary>Writes who does not judge what (law 6), and takes cases away from who turns out to have a conflict.</summary>
public sealed class RecusalStore(Db db, ConflictFinder finder)
{
    /// <summary>
    /// The names of the panel's cases for an expert to declare on, without those they are kept from already: for them such a case does not
    /// exist. Null for who is no member.
    /// </summary>
    public Task<DeclarationList?> ToDeclareOn(
        Guid panelId,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        db.AtOneMoment<DeclarationList?>(
            async work =>
            {
                if (!await IsMember(work, panelId, staffId))
                {
                    return null;
                }

                var cases = await PanelReads.Cases(work, panelId);
                var conflicts = await finder.Find(
                    work,
                    panelId,
                    [staffId],
                    [.. cases.Select(each => each.CaseId)],
                    cancellationToken
                );
                var hidden = conflicts.Select(each => each.CaseId).ToHashSet();
                return new DeclarationList(
                    now,
                    [
                        .. cases
                            .Where(each => !hidden.Contains(each.CaseId))
                            .Select(each => new NameToDeclareOn(each.Name, each.WorkUnit))
                            .Distinct()
                            .OrderBy(each => each.Name, StringComparer.Ordinal)
                            .ThenBy(each => each.WorkUnit, StringComparer.Ordinal),
                    ],
                    await work.List<DeclaredConflict>(
                        """
                        SELECT name, work_unit, reason
                        FROM declared_conflicts
                        WHERE panel_id = @panelId AND staff_id = @staffId
                        ORDER BY id
                        """,
                        new { panelId, staffId }
                    )
                );
            },
            cancellationToken
        );

    /// <summary>All conflicts of a panel's members with its cases, for the secretary.</summary>
    public Task<IReadOnlyList<ListedConflict>> Of(Guid panelId, CancellationToken cancellationToken) =>
        db.AtOneMoment<IReadOnlyList<ListedConflict>>(
            async work =>
            {
                var cases = (await PanelReads.Cases(work, panelId)).ToDictionary(each => each.CaseId);
                var members = (await PanelReads.Members(work, panelId)).ToDictionary(each => each.StaffId);
                var found = await finder.Find(work, panelId, members.Keys, cases.Keys, cancellationToken);
                return
                [
                    .. found
                        .GroupBy(each => (each.CaseId, each.StaffId))
                        .OrderBy(pair => pair.Key.CaseId)
                        .ThenBy(pair => pair.Key.StaffId)
                        .Select(pair => new ListedConflict(
                            pair.Key.CaseId,
                            cases[pair.Key.CaseId].Name,
                            pair.Key.StaffId,
                            members[pair.Key.StaffId].Name,
                            [.. pair.Select(each => each.Source).Order()]
                        )),
                ];
            },
            cancellationToken
        );

    /// <summary>
    /// An expert declares. What they declared before stays, for only staff could say that a conflict is none; cases they hold are taken away
    /// at once. Whether anybody of the name is among the cases plays no part in the answer.
    /// </summary>
    /// <param name="asOf">When the list was read.</param>
    public Task<Decision<int>> Declare(
        Guid campaignId,
        Guid panelId,
        Guid staffId,
        DateTimeOffset asOf,
        IReadOnlyList<DeclaredConflict> declared,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string declare = """
            INSERT INTO declared_conflicts (id, panel_id, staff_id, name, work_unit, reason, at)
            VALUES (@id, @panelId, @staffId, @Name, @WorkUnit, @Reason, @now)
            ON DUPLICATE KEY UPDATE reason = COALESCE(@Reason, reason)
            """;
        const string stamp = """
            UPDATE panel_members
            SET declared_at = GREATEST(@asOf, COALESCE(declared_at, @asOf))
            WHERE panel_id = @panelId AND staff_id = @staffId
            """;
        return db.Write<int>(
            async work =>
            {
                if ((await PanelStore.HoldShared(work, campaignId, panelId)).IsRefused(out var refusal))
                {
                    return refusal;
                }

                if (!await IsMember(work, panelId, staffId))
                {
                    return RequestRefusals.NotFound;
                }

                foreach (var each in declared)
                {
                    await work.Execute(
                        declare,
                        new
                        {
                            id = Guid.CreateVersion7(now),
                            panelId,
                            staffId,
                            each.Name,
                            each.WorkUnit,
                            each.Reason,
                            now,
                        }
                    );
                }

                await work.Execute(
                    stamp,
                    new
                    {
                        asOf,
                        panelId,
                        staffId,
                    }
                );
                await AuditLog.Record(
                    work,
                    staffId,
                    "panel.conflicts-declared",
                    PanelStore.Subject,
                    panelId,
                    now,
                    new { count = declared.Count }
                );
                await Settle(work, panelId, staffId, null, now, cancellationToken);
                return declared.Count;
            },
            cancellationToken
        );
    }

    /// <summary>The secretary says that an expert has a conflict; a case they hold is taken away at once.</summary>
    public Task<Decision<int>> Add(
        Guid campaignId,
        Guid panelId,
        Guid caseId,
        Guid expertId,
        string reason,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string record = """
            INSERT INTO recusals (case_id, staff_id, source, reason, recorded_by, at)
            VALUES (@caseId, @expertId, 'Secretary', @reason, @staffId, @now)
            """;
        return db.Write<int>(
            async work =>
            {
                if ((await PanelStore.HoldShared(work, campaignId, panelId)).IsRefused(out var refusal))
                {
                    return refusal;
                }

                if (
                    !await IsMember(work, panelId, expertId)
                    || (await PanelReads.Cases(work, panelId)).All(each => each.CaseId != caseId)
                )
                {
                    return RequestRefusals.NotFound;
                }

                var refusedBy = await work.InsertUnlessDuplicate(
                    record,
                    new
                    {
                        caseId,
                        expertId,
                        reason,
                        staffId,
                        now,
                    }
                );
                if (refusedBy is not null)
                {
                    return ExpertRefusals.ConflictKnown;
                }

                await AuditLog.Record(
                    work,
                    staffId,
                    "panel.conflict-added",
                    "case",
                    caseId,
                    now,
                    new { expertId, reason }
                );
                await Settle(work, panelId, expertId, caseId, now, cancellationToken);
                return 1;
            },
            cancellationToken
        );
    }

    /// <summary>Looks again whether who holds cases may, in a transaction of its own: at reading, at scoring and before the panel closes.</summary>
    /// <param name="staffId">Null for everybody.</param>
    /// <param name="caseId">Null for all they hold.</param>
    public Task Settle(
        Guid panelId,
        Guid? staffId,
        Guid? caseId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        db.Write<int>(
            async work => await Settle(work, panelId, staffId, caseId, now, cancellationToken),
            cancellationToken
        );

    /// <summary>The same for everything that an expert holds in the campaign, or everybody does, before it is counted for them.</summary>
    /// <param name="staffId">Null for everybody.</param>
    public async Task SettleAll(Guid campaignId, Guid? staffId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string panels = """
            SELECT p.id
            FROM panels p
            WHERE p.campaign_id = @campaignId AND p.closed_at IS NULL
                AND (@staffId IS NULL OR p.id IN (SELECT panel_id FROM panel_members WHERE staff_id = @staffId))
            ORDER BY p.id
            """;
        foreach (var panelId in await db.List<Guid>(panels, new { campaignId, staffId }, cancellationToken))
        {
            await Settle(panelId, staffId, null, now, cancellationToken);
        }
    }

    /// <summary>Late conflicts are recorded, and their cases taken away with the sheet, which stays on record and no longer counts. Of a closed panel nothing changes.</summary>
    private async Task<int> Settle(
        Work work,
        Guid panelId,
        Guid? staffId,
        Guid? caseId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string held = """
            SELECT e.case_id, e.staff_id
            FROM case_experts e
            JOIN panels p ON p.id = e.panel_id AND p.closed_at IS NULL
            JOIN cases k ON k.id = e.case_id AND k.expert_round = e.round AND k.stage = 'ExpertReview'
            WHERE e.panel_id = @panelId AND e.standing = 1
                AND (@staffId IS NULL OR e.staff_id = @staffId) AND (@caseId IS NULL OR e.case_id = @caseId)
            """;
        const string record = """
            INSERT INTO recusals (case_id, staff_id, source, at)
            VALUES (@CaseId, @StaffId, @Source, @now)
            ON DUPLICATE KEY UPDATE at = at
            """;
        const string take = """
            UPDATE case_experts
            SET removed_at = @now, removed_why = 'Conflict', removed_because = @Because
            WHERE case_id = @CaseId AND staff_id = @StaffId AND standing = 1
            """;
        var pairs = (
            await work.List<HeldRow>(
                held,
                new
                {
                    panelId,
                    staffId,
                    caseId,
                }
            )
        ).Select(row => (row.CaseId, row.StaffId)).ToHashSet();
        var found = await finder.Find(
            work,
            panelId,
            [.. pairs.Select(pair => pair.StaffId).Distinct()],
            [.. pairs.Select(pair => pair.CaseId).Distinct()],
            cancellationToken
        );
        var late = found
            .Where(each => pairs.Contains((each.CaseId, each.StaffId)))
            .ToLookup(each => (each.CaseId, each.StaffId));
        foreach (var pair in late.OrderBy(pair => pair.Key.CaseId).ThenBy(pair => pair.Key.StaffId))
        {
            var (lateCase, expert) = pair.Key;
            foreach (var each in pair)
            {
                await work.Execute(
                    record,
                    new
                    {
                        CaseId = lateCase,
                        StaffId = expert,
                        Source = each.Source.ToString(),
                        now,
                    }
                );
            }

            var taken = await work.Execute(
                take,
                new
                {
                    CaseId = lateCase,
                    StaffId = expert,
                    Because = string.Join(", ", pair.Select(each => each.Source).Order()),
                    now,
                }
            );
            if (taken > 0)
            {
                await AuditLog.Record(
                    work,
                    null,
                    "panel.expert-recused",
                    "case",
                    lateCase,
                    now,
                    new { expertId = expert, sources = pair.Select(each => each.Source.ToString()).Order() }
                );
            }
        }

        return late.Count;
    }

    internal static async Task<bool> IsMember(Work work, Guid panelId, Guid staffId) =>
        await work.FirstOrNothing<int>(
            "SELECT COUNT(*) FROM panel_members WHERE panel_id = @panelId AND staff_id = @staffId",
            new { panelId, staffId }
        ) > 0;

    private sealed record HeldRow
    {
        public Guid CaseId { get; init; }
        public Guid StaffId { get; init; }
    }
}
