using Craftsman.Domain.Meetings;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Meetings;

/// <summary>A case of a meeting with its ballots.</summary>
internal sealed record CountedCase(Guid CaseId, AgendaKind Kind, int? ServedAs, BallotCount Ballots, bool IsUndecided);

/// <summary>Counts the ballots of a whole meeting in one statement. Those of members who are recused do not count.</summary>
internal static class BallotCounts
{
    internal const string Sql = """
        SELECT x.case_id, x.kind, x.served_as,
            (SELECT COUNT(*) FROM meeting_members a WHERE a.meeting_id = x.meeting_id) AS members,
            (SELECT COUNT(*) FROM meeting_members a WHERE a.meeting_id = x.meeting_id AND a.is_present = 1) AS present,
            COUNT(m.member_id) AS voters,
            COALESCE(SUM(b.choice = 'Agree'), 0) AS agree,
            COALESCE(SUM(b.choice = 'Disagree'), 0) AS disagree,
            COALESCE(SUM(b.choice = 'Abstain'), 0) AS abstain,
            k.stage = 'LeadingGroupDecision' AND MAX(p.number) IS NULL AS is_undecided
        FROM meeting_cases x
        JOIN cases k ON k.id = x.case_id
        LEFT JOIN places p ON p.case_id = x.case_id
        LEFT JOIN meeting_members m ON m.meeting_id = x.meeting_id AND m.is_present = 1
            AND NOT EXISTS (
                SELECT 1 FROM meeting_recusals r
                WHERE r.meeting_id = x.meeting_id AND r.case_id = x.case_id AND r.member_id = m.member_id)
        LEFT JOIN ballots b ON b.meeting_id = x.meeting_id AND b.case_id = x.case_id AND b.member_id = m.member_id
        WHERE x.meeting_id = @meetingId
        GROUP BY x.meeting_id, x.case_id, x.kind, x.served_as, x.position, k.stage
        ORDER BY x.position
        """;

    internal static async Task<IReadOnlyList<CountedCase>> Of(Work work, Guid meetingId) =>
        [.. (await work.List<CountRow>(Sql, new { meetingId })).Select(row => row.Counted)];

    internal sealed record CountRow
    {
        public Guid CaseId { get; init; }
        public AgendaKind Kind { get; init; }
        public int? ServedAs { get; init; }
        public int Members { get; init; }
        public int Present { get; init; }
        public int Voters { get; init; }
        public int Agree { get; init; }
        public int Disagree { get; init; }
        public int Abstain { get; init; }
        public bool IsUndecided { get; init; }

        public CountedCase Counted =>
            new(
                CaseId,
                Kind,
                ServedAs,
                new BallotCount(Members, Present, Voters, Agree, Disagree, Abstain),
                IsUndecided
            );
    }
}
