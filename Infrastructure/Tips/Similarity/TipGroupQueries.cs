using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Tips.Similarity;

/// <summary>A tip or a candidate of a proposed group; one of the two ids is there.</summary>
public sealed record GroupMember
{
    public Guid GroupId { get; init; }
    public Guid? TipId { get; init; }
    public Guid? CandidateId { get; init; }
    public string Name { get; init; } = "";
    public string? WorkUnit { get; init; }
    public string? District { get; init; }
    public double? Score { get; init; }
    public string Reasons { get; init; } = "[]";
}

/// <summary>A proposed group, as much of it as is still to be done.</summary>
public sealed record ProposedGroup(Guid Id, int Place, DateTimeOffset FoundAt, IReadOnlyList<GroupMember> Members);

/// <summary>Reads what the last night proposed.</summary>
public sealed class TipGroupQueries(Db db)
{
    /// <summary>Open tips; and candidates as their roots, among them those that tips of the group have joined since.</summary>
    private const string Members = """
        SELECT m.group_id, m.place, t.id AS tip_id, NULL AS candidate_id, t.name, t.work_unit, t.district, m.score, m.reasons
        FROM tip_group_members m
        JOIN tips t ON t.id = m.tip_id
        LEFT JOIN citizens p ON p.id = t.citizen_id
        WHERE t.state IN ('Received', 'Claimed', 'InfoRequested') AND (p.openid IS NOT NULL OR t.citizen_id IS NULL)
        UNION ALL
        SELECT m.group_id, m.place, NULL, r.id, r.name, r.work_unit, r.district, m.score, m.reasons
        FROM tip_group_members m
        LEFT JOIN tips t ON t.id = m.tip_id AND t.state = 'Joined'
        JOIN candidates c ON c.id = COALESCE(m.candidate_id, t.candidate_id)
        JOIN candidates r ON r.id = c.root_id
        """;

    /// <summary>Groups after a place that have an open tip and something to join it with.</summary>
    /// <param name="districts">The districts the reader works for; none means all.</param>
    public async Task<IReadOnlyList<ProposedGroup>> Page(
        Guid campaignId,
        IReadOnlyList<string> districts,
        int after,
        int take,
        CancellationToken cancellationToken
    )
    {
        var ofDistricts = districts.Count == 0 ? "" : "AND {0}.district IN @districts";
        var groups = $"""
            SELECT g.id, g.place, g.found_at
            FROM tip_groups g
            WHERE g.campaign_id = @campaignId AND g.place > @after
                AND (
                    SELECT COUNT(*)
                    FROM tip_group_members m
                    JOIN tips t ON t.id = m.tip_id
                    LEFT JOIN citizens p ON p.id = t.citizen_id
                    WHERE m.group_id = g.id AND t.state IN ('Received', 'Claimed', 'InfoRequested')
                        AND (p.openid IS NOT NULL OR t.citizen_id IS NULL)
                    {string.Format(System.Globalization.CultureInfo.InvariantCulture, ofDistricts, "t")}
                ) > IF(
                    EXISTS (
                        SELECT 1
                        FROM tip_group_members m
                        LEFT JOIN tips t ON t.id = m.tip_id AND t.state = 'Joined'
                        JOIN candidates c ON c.id = COALESCE(m.candidate_id, t.candidate_id)
                        JOIN candidates r ON r.id = c.root_id
                        WHERE m.group_id = g.id
                        {string.Format(System.Globalization.CultureInfo.InvariantCulture, ofDistricts, "r")}
                    ), 0, 1)
            ORDER BY g.place
            LIMIT @take
            """;
        var members = $"""
            SELECT *
            FROM ({Members}) a
            WHERE a.group_id IN @ids
            {string.Format(System.Globalization.CultureInfo.InvariantCulture, ofDistricts, "a")}
            ORDER BY a.group_id, a.place
            """;
        var rows = await db.List<GroupRow>(
            groups,
            new
            {
                campaignId,
                districts,
                after,
                take,
            },
            cancellationToken
        );
        if (rows.Count == 0)
        {
            return [];
        }

        var membersOf = (
            await db.List<GroupMember>(members, new { ids = rows.Select(row => row.Id), districts }, cancellationToken)
        ).ToLookup(member => member.GroupId);
        return
        [
            .. rows.Select(row => new ProposedGroup(
                row.Id,
                row.Place,
                row.FoundAt,
                [.. membersOf[row.Id].DistinctBy(member => member.TipId ?? member.CandidateId)]
            )),
        ];
    }

    private sealed record GroupRow
    {
        public Guid Id { get; init; }
        public int Place { get; init; }
        public DateTimeOffset FoundAt { get; init; }
    }
}
