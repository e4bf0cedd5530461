using Craftsman.Domain.Applications;
using Craftsman.Domain.ContentChecks;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Media;

namespace Craftsman.Infrastructure.Review;

/// <summary>Which cases a desk lists.</summary>
/// <param name="ClaimedBy">Who holds them; claims that have run out are nobody's.</param>
/// <param name="Districts">Those the person works for; empty means all.</param>
/// <param name="ReviewDays">By how many days after it came to its stage a case is due.</param>
public sealed record CaseFilter(
    Guid CampaignId,
    Stage? State,
    string? District,
    string? Trade,
    Guid? ClaimedBy,
    IReadOnlyList<string> Districts,
    int ReviewDays
);

/// <summary>A line of a desk's list.</summary>
public record ListedCase
{
    public Guid Id { get; init; }
    public Guid CandidateId { get; init; }
    public string Name { get; init; } = "";
    public string? WorkUnit { get; init; }
    public string? District { get; init; }
    public string Trade { get; init; } = "";
    public Stage State { get; init; }
    public DateTimeOffset StageSince { get; init; }
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>The day by which the reviewers, or while Returned the applicant, should act; null when it is not their turn.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Who holds it now.</summary>
    public Guid? ClaimedBy { get; init; }
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>The case that goes on while this one rests, because their candidates are merged; null while it does not.</summary>
    public Guid? RestsFor { get; init; }
    public int Version { get; init; }
}

/// <summary>An application that led or supports the case. Those of a resting case support the one that goes on.</summary>
/// <param name="ContentCheck">Of what the applicant wrote.</param>
/// <param name="VersionCode">What a paper that says the same carries.</param>
/// <param name="Paper">The signed copies that came in, the earliest first.</param>
public sealed record CaseApplication(
    Guid Id,
    Channel Channel,
    ApplicationState State,
    DateTimeOffset SubmittedAt,
    ApplicationContent Content,
    ContentCheck ContentCheck,
    string VersionCode,
    IReadOnlyList<CasePaper> Paper
);

/// <summary>Signed copies of one version of a 申报表.</summary>
/// <param name="Matched">The paper said what the application said when its last copy came.</param>
/// <param name="IsCurrent">It says what the application says now.</param>
/// <param name="By">Who received the last copy.</param>
public sealed record CasePaper(
    string VersionCode,
    int Copies,
    bool Matched,
    bool IsCurrent,
    DateTimeOffset ReceivedAt,
    string By
);

/// <summary>A step of the screening on record (四(一)).</summary>
public sealed record CaseScreening
{
    public ScreeningLevel Level { get; init; }
    public string Organization { get; init; } = "";
    public bool IsRecommended { get; init; }
    public string Opinion { get; init; } = "";
    public DateOnly SaidOn { get; init; }
    public string By { get; init; } = "";
    public DateTimeOffset At { get; init; }

    /// <summary>False where it belongs to an application that no longer leads.</summary>
    public bool Counts { get; init; }
}

/// <summary>A line of the checklist that counts.</summary>
public sealed record CaseCheck
{
    public string RuleId { get; init; } = "";
    public CheckOutcome Outcome { get; init; }
    public string? Note { get; init; }
    public string By { get; init; } = "";
    public DateTimeOffset At { get; init; }
}

/// <summary>A line of the case's history, with who made it.</summary>
public sealed record CaseMoveLine
{
    public DateTimeOffset At { get; init; }
    public string Move { get; init; } = "";
    public Stage? From { get; init; }
    public Stage To { get; init; }

    /// <summary>The member of staff; null where the applicant or a job moved it.</summary>
    public string? By { get; init; }
    public string? Clause { get; init; }
    public string? ReasonCode { get; init; }
    public string Text { get; init; } = "";
}

/// <summary>What the rules of 三 last said about the leading application.</summary>
public sealed record CaseEligibility(
    DateTimeOffset At,
    int RuleVersion,
    DateOnly AsOfDay,
    EligibilityVerdict Overall,
    IReadOnlyList<RuleResult> Rules
);

/// <summary>A whole case as staff read it. Votes and tips are information and decide nothing.</summary>
public sealed record CaseDetail(
    ListedCase Case,
    int TipCount,
    int VoteCount,
    Supplement? Supplement,
    IReadOnlyList<CaseApplication> Applications,
    CaseEligibility? Eligibility,
    IReadOnlyList<CaseScreening> Screenings,
    IReadOnlyList<CaseCheck> Checklist,
    IReadOnlyList<CaseMoveLine> History,
    IReadOnlyList<CheckedPhoto> Photos
);

/// <summary>Reads cases for staff.</summary>
public sealed class CaseQueries(Db db, ApplicationStore applications, BlindIndex blindIndex)
{
    private const string Columns = """
        k.id, k.candidate_id, c.name, c.work_unit, k.district, k.trade, k.stage AS state, k.stage_since, k.opened_at, k.version,
        k.supplement_due_on, IF(k.claimed_until > @now, k.claimed_by, NULL) AS claimed_by,
        IF(k.claimed_until > @now, k.claimed_until, NULL) AS claimed_until
        """;

    /// <summary>Oldest first, after a case on.</summary>
    public async Task<IReadOnlyList<ListedCase>> List(
        CaseFilter filter,
        Guid? after,
        int limit,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string sql = $"""
            SELECT {Columns}
            FROM cases k
            JOIN candidates c ON c.id = k.candidate_id
            WHERE k.campaign_id = @CampaignId
                AND (@State IS NULL OR k.stage = @State)
                AND (@District IS NULL OR k.district = @District)
                AND (@Trade IS NULL OR k.trade = @Trade)
                AND (@ClaimedBy IS NULL OR (k.claimed_by = @ClaimedBy AND k.claimed_until > @now))
                AND (@IsMunicipal OR k.district IN @Districts)
                AND (@after IS NULL OR k.id > @after)
            ORDER BY k.id
            LIMIT @limit
            """;
        var rows = await db.List<ListedRow>(
            sql,
            new
            {
                filter.CampaignId,
                State = filter.State?.ToString(),
                filter.District,
                filter.Trade,
                filter.ClaimedBy,
                now,
                IsMunicipal = filter.Districts.Count == 0,
                filter.Districts,
                after,
                limit,
            },
            cancellationToken
        );
        var trees = await CaseTrees.Around(db, [.. rows.Select(row => row.Id)], cancellationToken);
        return
        [
            .. rows.Select(row =>
                row with
                {
                    RestsFor = CaseTree.InsteadOf(row.Id, [.. trees[row.Id]])?.CaseId,
                    DueOn = row.DueBy(filter.ReviewDays),
                }
            ),
        ];
    }

    /// <param name="reviewDays">By how many days after it came to its stage a case is due.</param>
    public async Task<CaseDetail?> Detail(
        Guid caseId,
        int reviewDays,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string sql = $"""
            SELECT {Columns}, k.supplement_items, k.supplement_message, t.standing AS vote_count,
                (SELECT COUNT(DISTINCT COALESCE(p.citizen_id, p.id))
                 FROM tips p JOIN candidates m ON m.id = p.candidate_id
                 WHERE m.root_id = c.root_id AND p.state = 'Joined') AS tip_count
            FROM cases k
            JOIN candidates c ON c.id = k.candidate_id
            JOIN candidate_tallies t ON t.candidate_id = c.root_id
            WHERE k.id = @caseId;
            SELECT a.id, a.channel, a.state, a.submitted_at, a.content, n.id AS case_id, {ContentCheckSql.Columns}
            FROM cases x
            JOIN candidates c ON c.id = x.candidate_id
            JOIN candidates m ON m.root_id = c.root_id
            JOIN cases n ON n.candidate_id = m.id
            JOIN applications a ON a.candidate_id = m.id
            LEFT JOIN content_checks k ON k.id = a.id
            WHERE x.id = @caseId AND a.state <> 'Draft'
            ORDER BY a.submitted_at, a.id;
            SELECT e.at, e.rule_version, e.as_of_day, e.overall, e.results
            FROM eligibility_evaluations e JOIN cases k ON k.leading_application_id = e.application_id
            WHERE k.id = @caseId ORDER BY e.at DESC LIMIT 1;
            SELECT n.level, n.organization, n.is_recommended, n.opinion, n.said_on, s.display_name AS `by`, n.at, n.round = k.review_round AS counts
            FROM case_screenings n JOIN cases k ON k.id = n.case_id JOIN staff s ON s.id = n.staff_id
            WHERE n.case_id = @caseId ORDER BY n.round, n.at, n.id;
            SELECT n.rule_id, n.outcome, n.note, s.display_name AS `by`, n.at
            FROM case_checks n JOIN cases k ON k.id = n.case_id AND k.review_round = n.round JOIN staff s ON s.id = n.staff_id
            WHERE n.case_id = @caseId ORDER BY n.rule_id;
            SELECT m.at, m.move, m.from_stage AS `from`, m.to_stage AS `to`, s.display_name AS `by`, m.clause, m.reason_code, m.text
            FROM case_moves m LEFT JOIN staff s ON s.id = m.staff_id
            WHERE m.case_id = @caseId ORDER BY m.at, m.id;
            SELECT {CheckedPhoto.Columns}
            FROM cases n
            JOIN applications a ON a.candidate_id = n.candidate_id AND a.state <> 'Draft'
            JOIN photos p ON p.application_id = a.id
            LEFT JOIN content_checks k ON k.id = p.id
            WHERE n.id = @caseId ORDER BY a.submitted_at, a.id;
            SELECT p.application_id, p.version_code, p.matched, p.received_at, s.display_name AS `by`
            FROM cases x
            JOIN candidates c ON c.id = x.candidate_id
            JOIN candidates m ON m.root_id = c.root_id
            JOIN applications a ON a.candidate_id = m.id
            JOIN paper_copies p ON p.application_id = a.id
            JOIN staff s ON s.id = p.staff_id
            WHERE x.id = @caseId ORDER BY p.received_at, p.copy;
            """;
        IReadOnlyList<CaseInTree> tree = [.. (await CaseTrees.Around(db, [caseId], cancellationToken))[caseId]];
        var restsFor = CaseTree.InsteadOf(caseId, tree)?.CaseId;
        return await db.Multiple(
            sql,
            new { caseId, now },
            async grid =>
            {
                var row = await grid.ReadFirstOrDefaultAsync<DetailRow>();
                var rows = await grid.ReadAsync<ApplicationRow>();
                var eligibility = await grid.ReadFirstOrDefaultAsync<EligibilityRow>();
                var screenings = await grid.ReadAsync<CaseScreening>();
                var checklist = await grid.ReadAsync<CaseCheck>();
                var history = await grid.ReadAsync<CaseMoveLine>();
                var photos = await grid.ReadAsync<CheckedPhoto>();
                var papers = (await grid.ReadAsync<PaperRow>()).ToLookup(paper => paper.ApplicationId);
                return row is null
                    ? null
                    : new CaseDetail(
                        row with
                        {
                            RestsFor = restsFor,
                            DueOn = row.DueBy(reviewDays),
                        },
                        row.TipCount,
                        row.VoteCount,
                        row.SupplementItems is { } items && row.SupplementDueOn is { } dueOn
                            ? new Supplement(StoredJson.Read<string[]>(items), dueOn, row.SupplementMessage ?? "")
                            : null,
                        [
                            .. rows.Where(each => each.CaseId == caseId || Supports(each))
                                .Select(each =>
                                    ApplicationOf(
                                        each,
                                        each.State == ApplicationState.Submitted
                                        && (restsFor is not null || Supports(each))
                                            ? ApplicationState.Joined
                                            : each.State,
                                        papers[each.Id]
                                    )
                                ),
                        ],
                        eligibility is null
                            ? null
                            : new CaseEligibility(
                                eligibility.At,
                                eligibility.RuleVersion,
                                eligibility.AsOfDay,
                                eligibility.Overall,
                                StoredJson.Read<RuleResult[]>(eligibility.Results)
                            ),
                        [.. screenings],
                        [.. checklist],
                        [.. history],
                        [.. photos]
                    );
            },
            cancellationToken
        );

        bool Supports(ApplicationRow each) => CaseTree.InsteadOf(each.CaseId, tree)?.CaseId == caseId;
    }

    private CaseApplication ApplicationOf(ApplicationRow row, ApplicationState state, IEnumerable<PaperRow> papers)
    {
        var content = applications.Read(row.Content);
        var current = VersionCode.Of(blindIndex.OfForm(VersionCode.Facts(row.Id, row.Channel, content)));
        return new CaseApplication(
            row.Id,
            row.Channel,
            state,
            row.SubmittedAt,
            content.Masked(),
            new ContentCheck(row.ContentState, row.ContentLabel, row.ContentDecision),
            current,
            [
                .. papers
                    .GroupBy(paper => paper.VersionCode)
                    .Select(same => new CasePaper(
                        same.Key,
                        same.Count(),
                        same.Last().Matched,
                        same.Key == current,
                        same.Last().ReceivedAt,
                        same.Last().By
                    )),
            ]
        );
    }

    private sealed record PaperRow
    {
        public Guid ApplicationId { get; init; }
        public string VersionCode { get; init; } = "";
        public bool Matched { get; init; }
        public DateTimeOffset ReceivedAt { get; init; }
        public string By { get; init; } = "";
    }

    private record ListedRow : ListedCase
    {
        public DateOnly? SupplementDueOn { get; init; }

        public DateOnly? DueBy(int reviewDays) =>
            QualificationReview.DueOn(State, StageSince, SupplementDueOn, reviewDays);
    }

    private sealed record DetailRow : ListedRow
    {
        public string? SupplementItems { get; init; }
        public string? SupplementMessage { get; init; }
        public int VoteCount { get; init; }
        public int TipCount { get; init; }
    }

    private sealed record ApplicationRow
    {
        public Guid Id { get; init; }
        public Channel Channel { get; init; }
        public ApplicationState State { get; init; }
        public DateTimeOffset SubmittedAt { get; init; }
        public Guid CaseId { get; init; }
        public byte[] Content { get; init; } = [];
        public ContentCheckState ContentState { get; init; }
        public int? ContentLabel { get; init; }
        public ContentDecision? ContentDecision { get; init; }
    }

    private sealed record EligibilityRow
    {
        public DateTimeOffset At { get; init; }
        public int RuleVersion { get; init; }
        public DateOnly AsOfDay { get; init; }
        public EligibilityVerdict Overall { get; init; }
        public string Results { get; init; } = "[]";
    }
}
