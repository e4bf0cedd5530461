using Craftsman.Domain.Meetings;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Meetings;

/// <summary>A member of the leading group and the unit they are of.</summary>
internal sealed record MemberOfUnit
{
    public Guid Id { get; init; }
    public string Unit { get; init; } = "";
}

/// <summary>A member who takes no part in a case.</summary>
internal sealed record FoundRecusal
{
    public Guid CaseId { get; init; }
    public Guid MemberId { get; init; }
    public RecusalKind Kind { get; init; }
}

/// <summary>Law 6: finds who takes no part in a case on the agenda, over the case's whole merge tree.</summary>
internal static class MemberRecusals
{
    /// <summary>One for a member and case, whatever speaks for it.</summary>
    public static async Task<IReadOnlyList<FoundRecusal>> Find(
        Work work,
        Guid meetingId,
        IReadOnlyList<MemberOfUnit> members
    ) =>
        members.Count == 0
            ? []
            :
            [
                .. (await OfSameUnit(work, meetingId, members))
                    .Concat(await TheirOwn(work, meetingId, members))
                    .DistinctBy(found => (found.CaseId, found.MemberId)),
            ];

    /// <summary>Whose phone is that of who tipped or applied, or who is the worker by name and phone. That of their account as an expert counts too.</summary>
    private static Task<IReadOnlyList<FoundRecusal>> TheirOwn(
        Work work,
        Guid meetingId,
        IReadOnlyList<MemberOfUnit> members
    )
    {
        const string sql = """
            SELECT DISTINCT x.case_id, g.id AS member_id, 'Own' AS kind
            FROM leading_group_members g
            LEFT JOIN staff s ON s.id = g.staff_id
            JOIN meeting_cases x ON x.meeting_id = @meetingId
            JOIN cases k ON k.id = x.case_id
            JOIN candidates c ON c.id = k.candidate_id
            JOIN candidates m ON m.root_id = c.root_id
            WHERE g.id IN @members
                AND (
                    m.worker_key = g.worker_key OR m.worker_key = s.worker_key
                    OR EXISTS (
                        SELECT 1
                        FROM tips t JOIN citizens z ON z.id = t.citizen_id
                        WHERE t.candidate_id = m.id AND (z.phone_index = g.phone_index OR z.phone_index = s.phone_index))
                    OR EXISTS (
                        SELECT 1
                        FROM applications a JOIN citizens z ON z.id = a.citizen_id
                        WHERE a.candidate_id = m.id AND a.state <> 'Draft'
                            AND (z.phone_index = g.phone_index OR z.phone_index = s.phone_index)))
            """;
        return work.List<FoundRecusal>(sql, new { meetingId, members = members.Select(member => member.Id) });
    }

    /// <summary>Units as the candidates of the tree, their applications and the organizations that filed them name them.</summary>
    private static async Task<IEnumerable<FoundRecusal>> OfSameUnit(
        Work work,
        Guid meetingId,
        IReadOnlyList<MemberOfUnit> members
    )
    {
        const string units = """
            SELECT x.case_id, m.work_unit AS unit
            FROM meeting_cases x
            JOIN cases k ON k.id = x.case_id
            JOIN candidates c ON c.id = k.candidate_id
            JOIN candidates m ON m.root_id = c.root_id
            WHERE x.meeting_id = @meetingId AND m.work_unit IS NOT NULL
            UNION
            SELECT x.case_id, a.work_unit
            FROM meeting_cases x
            JOIN cases k ON k.id = x.case_id
            JOIN candidates c ON c.id = k.candidate_id
            JOIN candidates m ON m.root_id = c.root_id
            JOIN applications a ON a.candidate_id = m.id AND a.state IN ('Submitted', 'Joined')
            WHERE x.meeting_id = @meetingId AND a.work_unit IS NOT NULL
            UNION
            SELECT x.case_id, o.name
            FROM meeting_cases x
            JOIN cases k ON k.id = x.case_id
            JOIN candidates c ON c.id = k.candidate_id
            JOIN candidates m ON m.root_id = c.root_id
            JOIN applications a ON a.candidate_id = m.id AND a.state IN ('Submitted', 'Joined')
            JOIN organizations o ON o.id = a.organization_id
            WHERE x.meeting_id = @meetingId
            """;
        var byCase = (await work.List<UnitRow>(units, new { meetingId })).ToLookup(row => row.CaseId, row => row.Unit);
        return byCase.SelectMany(named =>
            members
                .Where(member => MeetingRules.IsOfSameUnit(member.Unit, named))
                .Select(member => new FoundRecusal
                {
                    CaseId = named.Key,
                    MemberId = member.Id,
                    Kind = RecusalKind.SameUnit,
                })
        );
    }

    private sealed record UnitRow
    {
        public Guid CaseId { get; init; }
        public string Unit { get; init; } = "";
    }
}
