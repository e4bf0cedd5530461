using Craftsman.Domain.Applications;
using Craftsman.Domain.ContentChecks;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;

namespace Craftsman.Infrastructure.Review;

/// <summary>Which cases a desk lists.</summary>
/// <param name="Districts">Those the person works for; empty means all.</param>
public sealed record CaseFilter(
    Guid CampaignId,
    Stage? State,
    string? District,
    string? Trade,
    IReadOnlyList<string> Districts
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

    /// <summary>The case that goes on while this one rests, because their candidates are merged; null while it does not.</summary>
    public Guid? RestsFor { get; init; }
    public int Version { get; init; }
}

/// <summary>An application that led or supports the case. Those of a resting case support the one that goes on.</summary>
/// <param name="ContentCheck">Of what the applicant wrote.</param>
public sealed record CaseApplication(
    Guid Id,
    Channel Channel,
    ApplicationState State,
    DateTimeOffset SubmittedAt,
    ApplicationContent Content,
    ContentCheck ContentCheck
);

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
    IReadOnlyList<CaseMoveLine> History,
    IReadOnlyList<CheckedPhoto> Photos
);

/// <summary>Reads cases for staff.</summary>
public sealed class CaseQueries(Db db, ApplicationStore applications)
{
    private const string Columns = """
        k.id, k.candidate_id, c.name, c.work_unit, k.district, k.trade, k.stage AS state, k.stage_since, k.opened_at, k.version
        """;

    /// <summary>Oldest first, after a case on.</summary>
    public async Task<IReadOnlyList<ListedCase>> List(
        CaseFilter filter,
        Guid? after,
        int limit,
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
                AND (@IsMunicipal OR k.district IN @Districts)
                AND (@after IS NULL OR k.id > @after)
            ORDER BY k.id
            LIMIT @limit
            """;
        var rows = await db.List<ListedCase>(
            sql,
            new
            {
                filter.CampaignId,
                State = filter.State?.ToString(),
                filter.District,
                filter.Trade,
                IsMunicipal = filter.Districts.Count == 0,
                filter.Districts,
                after,
                limit,
            },
            cancellationToken
        );
        var trees = await CaseTrees.Around(db, [.. rows.Select(row => row.Id)], cancellationToken);
        return [.. rows.Select(row => row with { RestsFor = CaseTree.InsteadOf(row.Id, [.. trees[row.Id]])?.CaseId })];
    }

    public async Task<CaseDetail?> Detail(Guid caseId, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT {Columns}, k.supplement_items, k.supplement_due_on, k.supplement_message, t.standing AS vote_count,
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
            SELECT m.at, m.move, m.from_stage AS `from`, m.to_stage AS `to`, s.display_name AS `by`, m.clause, m.reason_code, m.text
            FROM case_moves m LEFT JOIN staff s ON s.id = m.staff_id
            WHERE m.case_id = @caseId ORDER BY m.at, m.id;
            SELECT {CheckedPhoto.Columns}
            FROM cases n
            JOIN applications a ON a.candidate_id = n.candidate_id AND a.state <> 'Draft'
            JOIN photos p ON p.application_id = a.id
            LEFT JOIN content_checks k ON k.id = p.id
            WHERE n.id = @caseId ORDER BY a.submitted_at, a.id;
            """;
        IReadOnlyList<CaseInTree> tree = [.. (await CaseTrees.Around(db, [caseId], cancellationToken))[caseId]];
        var restsFor = CaseTree.InsteadOf(caseId, tree)?.CaseId;
        return await db.Multiple(
            sql,
            new { caseId },
            async grid =>
            {
                var row = await grid.ReadFirstOrDefaultAsync<DetailRow>();
                var rows = await grid.ReadAsync<ApplicationRow>();
                var eligibility = await grid.ReadFirstOrDefaultAsync<EligibilityRow>();
                var history = await grid.ReadAsync<CaseMoveLine>();
                var photos = await grid.ReadAsync<CheckedPhoto>();
                return row is null
                    ? null
                    : new CaseDetail(
                        row with
                        {
                            RestsFor = restsFor,
                        },
                        row.TipCount,
                        row.VoteCount,
                        row.SupplementItems is { } items && row.SupplementDueOn is { } dueOn
                            ? new Supplement(StoredJson.Read<string[]>(items), dueOn, row.SupplementMessage ?? "")
                            : null,
                        [
                            .. rows.Where(each => each.CaseId == caseId || Supports(each))
                                .Select(each => new CaseApplication(
                                    each.Id,
                                    each.Channel,
                                    each.State == ApplicationState.Submitted && (restsFor is not null || Supports(each))
                                        ? ApplicationState.Joined
                                        : each.State,
                                    each.SubmittedAt,
                                    applications.Read(each.Content).Masked(),
                                    new ContentCheck(each.ContentState, each.ContentLabel, each.ContentDecision)
                                )),
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
                        [.. history],
                        [.. photos]
                    );
            },
            cancellationToken
        );

        bool Supports(ApplicationRow each) => CaseTree.InsteadOf(each.CaseId, tree)?.CaseId == caseId;
    }

    private sealed record DetailRow : ListedCase
    {
        public string? SupplementItems { get; init; }
        public DateOnly? SupplementDueOn { get; init; }
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
