using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Experts;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;

namespace Craftsman.Infrastructure.Experts;

/// <summary>A case and an expert who judges it.</summary>
public sealed record AssignedCase
{
    public Guid CaseId { get; init; }
    public string Name { get; init; } = "";
    public string? WorkUnit { get; init; }
    public string Trade { get; init; } = "";
    public Guid StaffId { get; init; }
    public string Expert { get; init; } = "";
    public SheetState State { get; init; }
    public DateOnly? DueOn { get; init; }
}

/// <summary>A sheet as it is read.</summary>
/// <param name="Total">The weighted total on the campaign's scale; null while it lacks criteria.</param>
public sealed record ScoreSheet(
    Guid StaffId,
    string Expert,
    SheetState State,
    DateTimeOffset? SubmittedAt,
    IReadOnlyList<CriterionScore> Criteria,
    decimal? Total
);

/// <summary>What an expert reads of an application: what was done and who vouches for it. How to reach the worker is not their matter.</summary>
/// <param name="PhotoId">To be read under the case.</param>
/// <param name="Files">The proofs, to be read under the case; the seal and the paper that the worker signed are not among them.</param>
public sealed record JudgedApplication(
    Channel Channel,
    bool IsLeading,
    string? TitleOrSkillLevel,
    string? WorkUnit,
    string? Workplace,
    DateOnly? InTradeInHangzhouSince,
    string? DeedsSummary,
    IReadOnlyList<JudgedCondition> Conditions,
    string? OutstandingContribution,
    string? EndorsementOpinion,
    Guid? PhotoId,
    IReadOnlyList<JudgedFile> Files
);

/// <summary>A proof, and the field of the form that names it.</summary>
/// <param name="Size">In bytes.</param>
public sealed record JudgedFile(Guid FileId, string Field, string Name, long Size);

/// <summary>One of 三(二)1–5 as the applicant tells it.</summary>
public sealed record JudgedCondition(int Number, string? Text, ContestPlace? Contest);

/// <summary>A case as its experts read it: no votes, no tips, no places, nobody else's scores.</summary>
public sealed record Dossier(
    Guid CaseId,
    string Name,
    string? WorkUnit,
    string? District,
    string Trade,
    IReadOnlyList<JudgedApplication> Applications,
    int Scale,
    IReadOnlyList<Criterion> Criteria,
    ScoreSheet Own
);

/// <summary>Reads who judges what and how they scored.</summary>
public sealed class SheetQueries(Db db, ApplicationStore applications, FileQueries files)
{
    private const string State = """
        CASE WHEN e.waived_at IS NOT NULL THEN 'Waived' WHEN e.submitted_at IS NOT NULL THEN 'Submitted'
            WHEN e.saved_at IS NOT NULL THEN 'Draft' ELSE 'NotStarted' END AS state
        """;

    /// <summary>What counts now: of the case's present round, and while the case goes on.</summary>
    private const string Standing = """
        e.standing = 1 AND k.expert_round = e.round AND k.stage NOT IN ('Withdrawn', 'Rejected', 'Disqualified', 'Revoked')
        """;

    /// <summary>Everything a panel's members hold, by name or by case.</summary>
    /// <param name="staffId">Only this expert's.</param>
    public Task<IReadOnlyList<AssignedCase>> Assigned(Guid panelId, Guid? staffId, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT e.case_id, c.name, c.work_unit, k.trade, e.staff_id, s.display_name AS expert, p.scores_due_on AS due_on, {State}
            FROM case_experts e
            JOIN panels p ON p.id = e.panel_id
            JOIN cases k ON k.id = e.case_id
            JOIN candidates c ON c.id = k.candidate_id
            JOIN staff s ON s.id = e.staff_id
            WHERE e.panel_id = @panelId AND (@staffId IS NULL OR e.staff_id = @staffId) AND {Standing}
            ORDER BY e.case_id, e.staff_id
            """;
        return db.List<AssignedCase>(sql, new { panelId, staffId }, cancellationToken);
    }

    /// <summary>The dossier of a case for an expert who has it; null for everything else.</summary>
    public Task<Dossier?> Dossier(
        Guid campaignId,
        Guid panelId,
        Guid caseId,
        Guid staffId,
        CancellationToken cancellationToken
    )
    {
        const string sql = $"""
            SELECT k.id AS case_id, c.name, c.work_unit, k.district, k.trade
            FROM case_experts e
            JOIN cases k ON k.id = e.case_id
            JOIN candidates c ON c.id = k.candidate_id
            WHERE e.panel_id = @panelId AND e.case_id = @caseId AND e.staff_id = @staffId AND {Standing}
            """;
        return db.AtOneMoment<Dossier?>(
            async work =>
            {
                var row = await work.FirstOrNothing<DossierRow>(
                    sql,
                    new
                    {
                        panelId,
                        caseId,
                        staffId,
                    }
                );
                if (row is null)
                {
                    return null;
                }

                var forms = await Forms(work, panelId, caseId, staffId);
                var proofs = await files.OfApplications(work, [.. forms.Select(form => form.Id)]);
                var scoring = await CriteriaStore.Read(work, campaignId);
                var own = await Sheets(work, scoring, panelId, caseId, staffId);
                return new Dossier(
                    row.CaseId,
                    row.Name,
                    row.WorkUnit,
                    row.District,
                    row.Trade,
                    [.. forms.Select(form => Judged(form, proofs))],
                    scoring.Scale,
                    scoring.Criteria,
                    own[0]
                );
            },
            cancellationToken
        );
    }

    /// <summary>A proof of a case, for an expert who has it and on record as read; everything else does not exist.</summary>
    public Task<Decision<StoredFile>> ReadFile(
        Guid panelId,
        Guid caseId,
        Guid staffId,
        Guid fileId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        db.Write<StoredFile>(
            async work =>
            {
                var forms = await Forms(work, panelId, caseId, staffId);
                var isProof = forms
                    .SelectMany(form => applications.Read(form.Content).Proofs())
                    .Any(named => named.FileIds.Any(id => UploadId.Of(id) == fileId));
                if (
                    !isProof
                    || !(await files.OfApplications(work, [.. forms.Select(form => form.Id)])).TryGetValue(
                        fileId,
                        out var file
                    )
                )
                {
                    return RequestRefusals.NotFound;
                }

                await FileStore.RecordDownload(work, fileId, staffId, now);
                return file;
            },
            cancellationToken
        );

    /// <summary>The same for the photo of one of its forms.</summary>
    public Task<Decision<Guid>> ReadPhoto(
        Guid panelId,
        Guid caseId,
        Guid staffId,
        Guid photoId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        db.Write<Guid>(
            async work =>
            {
                var forms = await Forms(work, panelId, caseId, staffId);
                if (forms.All(form => PhotoOf(applications.Read(form.Content)) != photoId))
                {
                    return RequestRefusals.NotFound;
                }

                await AuditLog.Record(work, staffId, "photo.read", "photo", photoId, now, new { caseId });
                return photoId;
            },
            cancellationToken
        );

    /// <summary>
    /// The sheets of a case that an expert may read: their own, and everybody's submitted ones once their own is in and the panel is closed.
    /// Empty for who does not judge it.
    /// </summary>
    public Task<IReadOnlyList<ScoreSheet>> ForExpert(
        Guid campaignId,
        Guid panelId,
        Guid caseId,
        Guid staffId,
        CancellationToken cancellationToken
    ) =>
        db.AtOneMoment<IReadOnlyList<ScoreSheet>>(
            async work =>
            {
                const string closed = "SELECT closed_at FROM panels WHERE id = @panelId";
                var scoring = await CriteriaStore.Read(work, campaignId);
                var own = await Sheets(work, scoring, panelId, caseId, staffId);
                if (
                    own is not [{ State: SheetState.Submitted }]
                    || await work.FirstOrNothing<DateTimeOffset?>(closed, new { panelId }) is null
                )
                {
                    return own;
                }

                var all = await Sheets(work, scoring, panelId, caseId, null);
                return [.. own, .. all.Where(sheet => sheet.StaffId != staffId && sheet.State == SheetState.Submitted)];
            },
            cancellationToken
        );

    /// <summary>All sheets of a case for the secretary; of those not submitted only that they are there.</summary>
    public Task<IReadOnlyList<ScoreSheet>> ForSecretary(
        Guid campaignId,
        Guid panelId,
        Guid caseId,
        CancellationToken cancellationToken
    ) =>
        db.AtOneMoment<IReadOnlyList<ScoreSheet>>(
            async work =>
                [
                    .. (await Sheets(work, await CriteriaStore.Read(work, campaignId), panelId, caseId, null)).Select(
                        sheet =>
                            sheet.State == SheetState.Submitted ? sheet : sheet with { Criteria = [], Total = null }
                    ),
                ],
            cancellationToken
        );

    private static async Task<IReadOnlyList<ScoreSheet>> Sheets(
        Work work,
        ScoringSheet scoring,
        Guid panelId,
        Guid caseId,
        Guid? staffId
    )
    {
        const string sheets = $"""
            SELECT e.id, e.staff_id, s.display_name AS expert, e.submitted_at, {State}
            FROM case_experts e
            JOIN cases k ON k.id = e.case_id
            JOIN staff s ON s.id = e.staff_id
            WHERE e.panel_id = @panelId AND e.case_id = @caseId AND (@staffId IS NULL OR e.staff_id = @staffId) AND {Standing}
            ORDER BY e.staff_id
            """;
        const string lines = """
            SELECT case_expert_id, criterion_id, score, comment
            FROM scores
            WHERE case_expert_id IN @ids
            """;
        var rows = await work.List<SheetRow>(
            sheets,
            new
            {
                panelId,
                caseId,
                staffId,
            }
        );
        if (rows.Count == 0)
        {
            return [];
        }

        var scores = (await work.List<LineRow>(lines, new { ids = rows.Select(row => row.Id) })).ToLookup(row =>
            row.CaseExpertId
        );
        return
        [
            .. rows.Select(row =>
            {
                CriterionScore[] own =
                [
                    .. scoring.Criteria.SelectMany(criterion =>
                        scores[row.Id]
                            .Where(line => line.CriterionId == criterion.Id)
                            .Select(line => new CriterionScore(line.CriterionId, line.Score, line.Comment))
                    ),
                ];
                return new ScoreSheet(
                    row.StaffId,
                    row.Expert,
                    row.State,
                    row.SubmittedAt,
                    own,
                    own.Length == scoring.Criteria.Count
                        ? new Sheet(caseId, row.StaffId, ScoringRules.RawTotal(scoring.Criteria, own)).Total
                        : null
                );
            }),
        ];
    }

    /// <summary>The applications about the worker of a case, the leading one first; none for who does not judge it.</summary>
    private static Task<IReadOnlyList<FormRow>> Forms(Work work, Guid panelId, Guid caseId, Guid staffId)
    {
        const string sql = $"""
            SELECT a.id, a.channel, a.content, a.id = k.leading_application_id AS is_leading
            FROM case_experts e
            JOIN cases k ON k.id = e.case_id
            JOIN candidates c ON c.id = k.candidate_id
            JOIN candidates m ON m.root_id = c.root_id
            JOIN applications a ON a.candidate_id = m.id AND a.state IN ('Submitted', 'Joined')
            WHERE e.panel_id = @panelId AND e.case_id = @caseId AND e.staff_id = @staffId AND {Standing}
            ORDER BY a.id <> k.leading_application_id, a.submitted_at, a.id
            """;
        return work.List<FormRow>(
            sql,
            new
            {
                panelId,
                caseId,
                staffId,
            }
        );
    }

    private static Guid? PhotoOf(ApplicationContent content) =>
        content.PhotoId is { } photoId ? UploadId.Of(photoId) : null;

    private JudgedApplication Judged(FormRow form, IReadOnlyDictionary<Guid, StoredFile> proofs)
    {
        var content = applications.Read(form.Content);
        return new JudgedApplication(
            form.Channel,
            form.IsLeading,
            content.TitleOrSkillLevel,
            content.WorkUnit,
            content.Workplace,
            content.InTradeInHangzhouSince,
            content.DeedsSummary,
            [
                .. (content.Conditions ?? []).Select(entry => new JudgedCondition(
                    entry.Number,
                    entry.Text,
                    entry.Contest
                )),
            ],
            content.OutstandingContribution?.Text,
            content.Endorsement?.Opinion,
            PhotoOf(content),
            [
                .. content
                    .Proofs()
                    .SelectMany(named => named.FileIds.Select(id => (named.Field, FileId: UploadId.Of(id))))
                    .Where(named => proofs.ContainsKey(named.FileId))
                    .Select(named => new JudgedFile(
                        named.FileId,
                        named.Field,
                        proofs[named.FileId].Name,
                        proofs[named.FileId].Size
                    )),
            ]
        );
    }

    private sealed record DossierRow
    {
        public Guid CaseId { get; init; }
        public string Name { get; init; } = "";
        public string? WorkUnit { get; init; }
        public string? District { get; init; }
        public string Trade { get; init; } = "";
    }

    private sealed record FormRow
    {
        public Guid Id { get; init; }
        public Channel Channel { get; init; }
        public byte[] Content { get; init; } = [];
        public bool IsLeading { get; init; }
    }

    private sealed record SheetRow
    {
        public Guid Id { get; init; }
        public Guid StaffId { get; init; }
        public string Expert { get; init; } = "";
        public SheetState State { get; init; }
        public DateTimeOffset? SubmittedAt { get; init; }
    }

    private sealed record LineRow
    {
        public Guid CaseExpertId { get; init; }
        public string CriterionId { get; init; } = "";
        public int Score { get; init; }
        public string? Comment { get; init; }
    }
}
