using Craftsman.Domain.Honours;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Honours;

/// <summary>A laureate as the office keeps them (七).</summary>
public sealed record DeskLaureate
{
    public Guid Id { get; init; }
    public Guid CaseId { get; init; }
    public Guid CandidateId { get; init; }
    public string Name { get; init; } = "";
    public string? WorkUnit { get; init; }
    public string? District { get; init; }
    public string Trade { get; init; } = "";
    public string CertificateNumber { get; init; } = "";
    public DateTimeOffset RecognisedAt { get; init; }

    /// <summary>Recognised, or Revoked.</summary>
    public Stage State { get; init; }

    /// <summary>The day the medal was handed over.</summary>
    public DateOnly? MedalOn { get; init; }

    /// <summary>In yuan.</summary>
    public int PrizeYuan { get; init; }
    public PrizeState PrizeState => LaureateRules.Prize(State, PrizePaidOn);
    public DateOnly? PrizePaidOn { get; init; }

    /// <summary>杭州市五一劳动奖章, “对符合条件的”.</summary>
    public bool HasMayDayMedal => MayDayReason is not null;

    /// <summary>Which condition is met.</summary>
    public string? MayDayReason { get; init; }

    /// <summary>优先参加疗休养: for every laureate whose recognition stands.</summary>
    public bool HasRecuperationPriority => State == Stage.Recognised;
    public DateOnly? RecuperatedOn { get; init; }
    public string? Story { get; init; }

    /// <summary>The NoticeOfficer's word. The public reads it while the recognition stands and the worker agrees.</summary>
    public bool IsPublished { get; init; }

    /// <summary>The worker's own word to be shown is on record.</summary>
    public bool HasConsent { get; init; }
    public int Version { get; init; }
}

/// <summary>A laureate as the public reads them. The unit only where the worker agreed.</summary>
public sealed record ShownLaureate
{
    public Guid Id { get; init; }

    /// <summary>Under whom the photos are shown.</summary>
    public Guid RootId { get; init; }
    public string Name { get; init; } = "";
    public string? WorkUnit { get; init; }
    public string? District { get; init; }
    public string Trade { get; init; } = "";
    public string CertificateNumber { get; init; } = "";
    public DateTimeOffset RecognisedAt { get; init; }
    public string Story { get; init; } = "";
}

/// <summary>Reads laureates for the office and for the public, each time from what stands at that moment.</summary>
public sealed class LaureateQueries(Db db)
{
    private const int MostThanked = 200;

    private const string Desk = $"""
        SELECT l.id, l.case_id, k.candidate_id, c.name, c.work_unit, k.district, k.trade, l.certificate_number, l.recognised_at, k.stage AS state,
            l.medal_on, l.prize_yuan, l.prize_paid_on, l.may_day_reason, l.recuperated_on, l.story, l.is_published, l.version,
            {LaureateSql.HasConsent} AS has_consent
        FROM laureates l
        JOIN cases k ON k.id = l.case_id
        JOIN candidates c ON c.id = k.candidate_id
        """;

    private const string Shown = $"""
        SELECT l.id, r.id AS root_id, r.name, CASE WHEN r.show_work_unit = 1 THEN r.work_unit END AS work_unit, r.district, r.trade,
            l.certificate_number, l.recognised_at, l.story
        FROM laureates l
        JOIN cases k ON k.id = l.case_id
        JOIN candidates c ON c.id = k.candidate_id
        JOIN candidates r ON r.id = c.root_id
        WHERE {LaureateSql.IsShown}
        """;

    /// <summary>In the order in which they were recognised, after one on.</summary>
    public Task<IReadOnlyList<DeskLaureate>> ForStaff(
        Guid campaignId,
        Guid? after,
        int take,
        CancellationToken cancellationToken
    ) =>
        db.List<DeskLaureate>(
            $"{Desk} WHERE l.campaign_id = @campaignId {(after is null ? "" : "AND l.id > @after")} ORDER BY l.id LIMIT @take",
            new
            {
                campaignId,
                after,
                take,
            },
            cancellationToken
        );

    public Task<DeskLaureate?> ForStaff(Guid id, CancellationToken cancellationToken) =>
        db.FirstOrNothing<DeskLaureate>($"{Desk} WHERE l.id = @id", new { id }, cancellationToken);

    /// <summary>The same order, of those who are shown.</summary>
    public Task<IReadOnlyList<ShownLaureate>> ForPublic(
        Guid campaignId,
        Guid? after,
        int take,
        CancellationToken cancellationToken
    ) =>
        db.List<ShownLaureate>(
            $"{Shown} AND l.campaign_id = @campaignId {(after is null ? "" : "AND l.id > @after")} ORDER BY l.id LIMIT @take",
            new
            {
                campaignId,
                after,
                take,
            },
            cancellationToken
        );

    /// <summary>
    /// Who is thanked: the names by which tipsters of the worker's whole tree agreed to be, of tips that a reviewer joined and whose text
    /// was found fit (law 7).
    /// </summary>
    public Task<IReadOnlyList<string>> Thanked(Guid rootId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT t.thanks_name
            FROM candidates c
            JOIN tips t ON t.candidate_id = c.id
            JOIN content_checks k ON k.id = t.id
            WHERE c.root_id = @rootId AND t.state = 'Joined' AND t.thanks_name IS NOT NULL
                AND COALESCE(k.decision = 'Fit', k.state = 'Pass')
            ORDER BY t.id
            LIMIT @MostThanked
            """;
        return db.List<string>(sql, new { rootId, MostThanked }, cancellationToken);
    }

    public Task<ShownLaureate?> ForPublic(Guid id, CancellationToken cancellationToken) =>
        db.FirstOrNothing<ShownLaureate>($"{Shown} AND l.id = @id", new { id }, cancellationToken);
}
