using Craftsman.Domain.Meetings;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Database;
using Dapper;

namespace Craftsman.Infrastructure.Meetings;

/// <summary>A line of the list of meetings.</summary>
public record ListedMeeting
{
    public Guid Id { get; init; }
    public string Title { get; init; } = "";
    public DateOnly HeldOn { get; init; }
    public MeetingState State { get; init; }

    /// <summary>How many cases are on the agenda.</summary>
    public int CaseCount { get; init; }
    public int Version { get; init; }
}

/// <summary>A member of the leading group at a meeting; before it is opened, who would be there.</summary>
public sealed record MeetingMember
{
    public Guid MemberId { get; init; }
    public string Name { get; init; } = "";
    public string Unit { get; init; } = "";

    /// <summary>False where the clerk enters their ballots from the signed minutes.</summary>
    public bool VotesThemself { get; init; }
    public bool IsPresent { get; init; }
}

/// <summary>A member who takes no part in a case.</summary>
public sealed record MeetingRecusal
{
    public Guid CaseId { get; init; }
    public Guid MemberId { get; init; }
    public RecusalKind Kind { get; init; }
    public string? Reason { get; init; }
}

/// <summary>The ballots of a case. How many of each kind is told once everybody has voted, so that nobody votes after the others.</summary>
public sealed record ShownBallots(int Voters, int Cast, int? Agree, int? Disagree, int? Abstain)
{
    internal static ShownBallots For(BallotCount count) =>
        count is { IsComplete: true, Cast: > 0 }
            ? new ShownBallots(count.Voters, count.Cast, count.Agree, count.Disagree, count.Abstain)
            : new ShownBallots(count.Voters, count.Cast, null, null, null);
}

/// <summary>A case on the agenda.</summary>
/// <param name="CaseVersion">To send with decide or revoke.</param>
/// <param name="ServedAs">Its position in the order recorded for equally many votes.</param>
/// <param name="OwnChoice">What the member who asks voted.</param>
public sealed record MeetingCase(
    Guid CaseId,
    Guid CandidateId,
    AgendaKind Kind,
    string Name,
    string? WorkUnit,
    string? District,
    string Trade,
    Stage State,
    int CaseVersion,
    string? Opinion,
    DateOnly? OpinionOn,
    int? ServedAs,
    MeetingResult? Result,
    int? Place,
    ShownBallots Ballots,
    IReadOnlyList<MeetingRecusal> Recusals,
    BallotChoice? OwnChoice
);

/// <summary>A meeting as a whole.</summary>
public sealed record MeetingDetail(
    MeetingHead Head,
    IReadOnlyList<MeetingMember> Members,
    IReadOnlyList<MeetingCase> Agenda
);

public sealed record MeetingHead : ListedMeeting
{
    public string? Minutes { get; init; }
    public Guid? MinutesFileId { get; init; }
    public string? OrderReason { get; init; }
    public DateTimeOffset? OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
}

/// <summary>Reads meetings of the leading group for its office, its members and auditors.</summary>
public sealed class MeetingQueries(Db db)
{
    private const string Columns = """
        m.id, m.title, m.held_on, m.state, m.version, (SELECT COUNT(*) FROM meeting_cases x WHERE x.meeting_id = m.id) AS case_count
        """;

    /// <summary>The youngest first, from before a meeting on.</summary>
    public Task<IReadOnlyList<ListedMeeting>> List(
        Guid campaignId,
        Guid? before,
        int take,
        CancellationToken cancellationToken
    )
    {
        var sql = $"""
            SELECT {Columns}
            FROM meetings m
            WHERE m.campaign_id = @campaignId {(before is null ? "" : "AND m.id < @before")}
            ORDER BY m.id DESC
            LIMIT @take
            """;
        return db.List<ListedMeeting>(
            sql,
            new
            {
                campaignId,
                before,
                take,
            },
            cancellationToken
        );
    }

    /// <param name="staffId">Whose own ballots are told.</param>
    public Task<MeetingDetail?> Detail(Guid meetingId, Guid staffId, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT {Columns}, m.minutes, m.minutes_file_id, m.order_reason, m.opened_at, m.closed_at
            FROM meetings m
            WHERE m.id = @meetingId;
            SELECT g.id AS member_id, g.name, g.unit, g.staff_id IS NOT NULL AS votes_themself, COALESCE(p.is_present, 0) AS is_present
            FROM meetings m
            JOIN leading_group_members g ON g.campaign_id = m.campaign_id
            LEFT JOIN meeting_members p ON p.meeting_id = m.id AND p.member_id = g.id
            WHERE m.id = @meetingId AND IF(m.state = 'Planned', g.is_member = 1, p.member_id IS NOT NULL)
            ORDER BY g.id;
            SELECT x.case_id, k.candidate_id, c.name, c.work_unit, k.district, k.trade, k.stage AS state, k.version AS case_version,
                x.opinion, x.opinion_on, x.result, p.number AS place,
                (SELECT b.choice
                 FROM ballots b JOIN leading_group_members g ON g.id = b.member_id
                 WHERE b.meeting_id = x.meeting_id AND b.case_id = x.case_id AND g.staff_id = @staffId) AS own_choice
            FROM meeting_cases x
            JOIN cases k ON k.id = x.case_id
            JOIN candidates c ON c.id = k.candidate_id
            LEFT JOIN places p ON p.case_id = x.case_id
            WHERE x.meeting_id = @meetingId
            ORDER BY x.position;
            SELECT case_id, member_id, kind, reason FROM meeting_recusals WHERE meeting_id = @meetingId ORDER BY case_id, member_id;
            {BallotCounts.Sql};
            """;
        return db.Multiple(
            sql,
            new { meetingId, staffId },
            async grid =>
            {
                var head = await grid.ReadFirstOrDefaultAsync<MeetingHead>();
                var members = (await grid.ReadAsync<MeetingMember>()).AsList();
                var cases = await grid.ReadAsync<CaseRow>();
                var recusals = (await grid.ReadAsync<MeetingRecusal>()).ToLookup(recusal => recusal.CaseId);
                var counts = (await grid.ReadAsync<BallotCounts.CountRow>()).ToDictionary(row => row.CaseId);
                return head is null
                    ? null
                    : new MeetingDetail(
                        head,
                        members,
                        [.. cases.Select(row => row.With(counts[row.CaseId].Counted, recusals[row.CaseId]))]
                    );
            },
            cancellationToken
        );
    }

    /// <summary>
    /// The cases that the member with this account does not look into: those they are recused from, and before the meeting is opened those
    /// they will be recused from by what is known.
    /// </summary>
    public Task<IReadOnlyList<Guid>> RecusedFrom(Guid meetingId, Guid staffId, CancellationToken cancellationToken)
    {
        const string recorded = """
            SELECT r.case_id
            FROM meeting_recusals r
            JOIN leading_group_members g ON g.id = r.member_id
            WHERE r.meeting_id = @meetingId AND g.staff_id = @staffId
            """;
        const string expected = """
            SELECT g.id, g.unit
            FROM meetings m
            JOIN leading_group_members g ON g.campaign_id = m.campaign_id AND g.is_member = 1
            WHERE m.id = @meetingId AND m.state = 'Planned' AND g.staff_id = @staffId
            """;
        return db.AtOneMoment<IReadOnlyList<Guid>>(
            async work =>
            {
                var member = await work.List<MemberOfUnit>(expected, new { meetingId, staffId });
                return member.Count == 0
                    ? await work.List<Guid>(recorded, new { meetingId, staffId })
                    : [.. (await MemberRecusals.Find(work, meetingId, member)).Select(found => found.CaseId)];
            },
            cancellationToken
        );
    }

    private sealed record CaseRow
    {
        public Guid CaseId { get; init; }
        public Guid CandidateId { get; init; }
        public string Name { get; init; } = "";
        public string? WorkUnit { get; init; }
        public string? District { get; init; }
        public string Trade { get; init; } = "";
        public Stage State { get; init; }
        public int CaseVersion { get; init; }
        public string? Opinion { get; init; }
        public DateOnly? OpinionOn { get; init; }
        public MeetingResult? Result { get; init; }
        public int? Place { get; init; }
        public BallotChoice? OwnChoice { get; init; }

        public MeetingCase With(CountedCase counted, IEnumerable<MeetingRecusal> recusals) =>
            new(
                CaseId,
                CandidateId,
                counted.Kind,
                Name,
                WorkUnit,
                District,
                Trade,
                State,
                CaseVersion,
                Opinion,
                OpinionOn,
                counted.ServedAs,
                Result,
                Place,
                ShownBallots.For(counted.Ballots),
                [.. recusals],
                OwnChoice
            );
    }
}
