using Craftsman.Domain.Experts;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Tips.Similarity;

namespace Craftsman.Infrastructure.Experts;

/// <summary>A conflict between an expert and a case.</summary>
public sealed record FoundConflict(Guid CaseId, Guid StaffId, ConflictSource Source);

/// <summary>
/// Law 6: finds what keeps experts from cases: what is on record, what they declared, and what comparing tells. Everything is looked at over
/// the case's whole merge tree.
/// </summary>
public sealed class ConflictFinder(SimilarityCopy similarity)
{
    /// <summary>Of these members and cases of a panel.</summary>
    public async Task<IReadOnlyList<FoundConflict>> Find(
        Work work,
        Guid panelId,
        IReadOnlyCollection<Guid> staffIds,
        IReadOnlyCollection<Guid> caseIds,
        CancellationToken cancellationToken
    )
    {
        const string recorded =
            "SELECT case_id, staff_id, source FROM recusals WHERE staff_id IN @staffIds AND case_id IN @caseIds";
        const string tips = """
            SELECT DISTINCT k.id AS case_id, s.id AS staff_id, 'OwnTip' AS source
            FROM staff s
            JOIN citizens z ON z.phone_index = s.phone_index
            JOIN tips t ON t.citizen_id = z.id
            JOIN candidates m ON m.id = t.candidate_id
            JOIN candidates c ON c.root_id = m.root_id
            JOIN cases k ON k.candidate_id = c.id
            WHERE s.id IN @staffIds AND k.id IN @caseIds
            """;
        const string filed = """
            SELECT DISTINCT k.id AS case_id, s.id AS staff_id, 'OwnApplication' AS source
            FROM staff s
            JOIN citizens z ON z.phone_index = s.phone_index
            JOIN applications a ON a.citizen_id = z.id AND a.state <> 'Draft'
            JOIN candidates m ON m.id = a.candidate_id
            JOIN candidates c ON c.root_id = m.root_id
            JOIN cases k ON k.candidate_id = c.id
            WHERE s.id IN @staffIds AND k.id IN @caseIds
            """;
        const string themselves = """
            SELECT DISTINCT k.id AS case_id, s.id AS staff_id, 'OwnApplication' AS source
            FROM staff s
            JOIN candidates m ON m.worker_key = s.worker_key
            JOIN candidates c ON c.root_id = m.root_id
            JOIN cases k ON k.candidate_id = c.id
            WHERE s.id IN @staffIds AND k.id IN @caseIds
            """;
        const string organizations = """
            SELECT DISTINCT k.id AS case_id, s.id AS staff_id, 'SameOrganization' AS source
            FROM cases k
            JOIN candidates c ON c.id = k.candidate_id
            JOIN candidates m ON m.root_id = c.root_id
            JOIN applications a ON a.candidate_id = m.id AND a.state IN ('Submitted', 'Joined')
            JOIN staff s ON s.organization_id = a.organization_id
            WHERE s.id IN @staffIds AND k.id IN @caseIds
            """;
        if (staffIds.Count == 0 || caseIds.Count == 0)
        {
            return [];
        }

        var found = new List<FoundConflict>();
        foreach (var sql in (string[])[recorded, tips, filed, themselves, organizations])
        {
            var rows = await work.List<ConflictRow>(sql, new { staffIds, caseIds });
            found.AddRange(rows.Select(row => new FoundConflict(row.CaseId, row.StaffId, row.Source)));
        }

        var names = await Names(work, caseIds);
        found.AddRange(await Declared(work, panelId, staffIds, names));
        found.AddRange(await Colleagues(work, staffIds, names, cancellationToken));
        return [.. found.Distinct()];
    }

    private static async Task<IEnumerable<FoundConflict>> Declared(
        Work work,
        Guid panelId,
        IReadOnlyCollection<Guid> staffIds,
        IReadOnlyList<NameRow> names
    )
    {
        const string sql =
            "SELECT staff_id, name, work_unit FROM declared_conflicts WHERE panel_id = @panelId AND staff_id IN @staffIds";
        var declared = await work.List<DeclaredRow>(sql, new { panelId, staffIds });
        return declared.SelectMany(each =>
            names
                .Where(row => ConflictRules.IsAbout(each.Name, each.WorkUnit, row.Name, row.WorkUnit))
                .Select(row => new FoundConflict(row.CaseId, each.StaffId, ConflictSource.Declared))
        );
    }

    private async Task<IEnumerable<FoundConflict>> Colleagues(
        Work work,
        IReadOnlyCollection<Guid> staffIds,
        IReadOnlyList<NameRow> names,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            SELECT s.id AS staff_id, s.work_unit, o.name AS organization
            FROM staff s
            LEFT JOIN organizations o ON o.id = s.organization_id AND o.kind = 'Employer'
            WHERE s.id IN @staffIds
            """;
        var aliases = (await similarity.Current(cancellationToken)).Aliases;
        var employers = (await work.List<EmployerRow>(sql, new { staffIds }))
            .SelectMany(row => new[] { (row.StaffId, Unit: row.WorkUnit), (row.StaffId, Unit: row.Organization) })
            .Where(each => each.Unit is not null)
            .ToLookup(each => each.Unit!, each => each.StaffId);
        // Each name of a unit is taken apart once, however many people it has.
        return names
            .Where(row => row.WorkUnit is not null)
            .ToLookup(row => row.WorkUnit!, row => row.CaseId)
            .SelectMany(workers =>
                employers
                    .Where(own => ConflictRules.IsSameEmployer(own.Key, workers.Key, aliases))
                    .SelectMany(own =>
                        own.SelectMany(staffId =>
                            workers.Select(caseId => new FoundConflict(caseId, staffId, ConflictSource.SameEmployer))
                        )
                    )
            );
    }

    /// <summary>Every name and unit that the cases' trees and applications go by.</summary>
    private static Task<IReadOnlyList<NameRow>> Names(Work work, IReadOnlyCollection<Guid> caseIds)
    {
        const string sql = """
            SELECT k.id AS case_id, m.name, m.work_unit
            FROM cases k
            JOIN candidates c ON c.id = k.candidate_id
            JOIN candidates m ON m.root_id = c.root_id
            WHERE k.id IN @caseIds
            UNION
            SELECT k.id AS case_id, COALESCE(a.name, m.name) AS name, a.work_unit
            FROM cases k
            JOIN candidates c ON c.id = k.candidate_id
            JOIN candidates m ON m.root_id = c.root_id
            JOIN applications a ON a.candidate_id = m.id AND a.state IN ('Submitted', 'Joined')
            WHERE k.id IN @caseIds
            """;
        return work.List<NameRow>(sql, new { caseIds });
    }

    private sealed record ConflictRow
    {
        public Guid CaseId { get; init; }
        public Guid StaffId { get; init; }
        public ConflictSource Source { get; init; }
    }

    private sealed record NameRow
    {
        public Guid CaseId { get; init; }
        public string Name { get; init; } = "";
        public string? WorkUnit { get; init; }
    }

    private sealed record DeclaredRow
    {
        public Guid StaffId { get; init; }
        public string Name { get; init; } = "";
        public string WorkUnit { get; init; } = "";
    }

    private sealed record EmployerRow
    {
        public Guid StaffId { get; init; }
        public string? WorkUnit { get; init; }
        public string? Organization { get; init; }
    }
}
