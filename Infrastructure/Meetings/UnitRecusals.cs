using Craftsman.Domain.Meetings;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Meetings;

/// <summary>A member of the leading group and the unit they are of.</summary>
internal sealed record MemberOfUnit
{
    public Guid Id { get; init; }
    public string Unit { get; init; } = "";
}

/// <summary>Finds who is of the unit of a worker on the agenda (law 6).</summary>
internal static class UnitRecusals
{
    /// <summary>Units as the candidates of the tree, their applications and the organizations that filed them name them.</summary>
    public static async Task<IReadOnlyList<(Guid CaseId, Guid MemberId)>> Find(
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
        return
        [
            .. byCase.SelectMany(named =>
                members
                    .Where(member => MeetingRules.IsOfSameUnit(member.Unit, named))
                    .Select(member => (named.Key, member.Id))
            ),
        ];
    }

    private sealed record UnitRow
    {
        public Guid CaseId { get; init; }
        public string Unit { get; init; } = "";
    }
}
