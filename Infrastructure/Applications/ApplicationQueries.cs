using Craftsman.Domain.Applications;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Review;

namespace Craftsman.Infrastructure.Applications;

/// <summary>One application as its owner sees it. Phones in the content are masked.</summary>
public sealed record OwnApplication(
    Guid Id,
    Channel Channel,
    ApplicationState State,
    Guid? CandidateId,
    int Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset SavedAt,
    DateTimeOffset? SubmittedAt,
    ApplicationContent Content,
    Stage? CaseState,
    Supplement? Supplement
);

/// <summary>A line of an applicant's list.</summary>
public record ListedApplication
{
    public Guid Id { get; init; }
    public Channel Channel { get; init; }
    public ApplicationState State { get; init; }
    public string? Name { get; init; }
    public Stage? CaseState { get; init; }
    public DateTimeOffset SavedAt { get; init; }
}

/// <summary>A step of an application's or a case's way.</summary>
public sealed record TimelineStep
{
    public DateTimeOffset At { get; init; }
    public Stage? From { get; init; }
    public Stage To { get; init; }
    public string Text { get; init; } = "";
}

/// <summary>
/// Reads applications for their owners, and what they wrote for its check. While a case rests because its candidate is merged, its
/// applications read as supporting the case that goes on; undoing the merge alone makes them what they are stored as.
/// </summary>
public sealed class ApplicationQueries(Db db, ApplicationStore store)
{
    public async Task<IReadOnlyList<ListedApplication>> Of(
        Guid citizenId,
        Guid? before,
        int limit,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            SELECT a.id, a.channel, a.state, a.name, k.id AS case_id, k.stage AS case_state, a.saved_at
            FROM applications a
            LEFT JOIN cases k ON k.candidate_id = a.candidate_id AND a.state IN ('Submitted', 'Joined')
            WHERE a.citizen_id = @citizenId AND (@before IS NULL OR a.id < @before)
            ORDER BY a.id DESC
            LIMIT @limit
            """;
        var rows = await db.List<ListedRow>(
            sql,
            new
            {
                citizenId,
                before,
                limit,
            },
            cancellationToken
        );
        var trees = await CaseTrees.Around(db, [.. rows.Select(row => row.CaseId).OfType<Guid>()], cancellationToken);
        return
        [
            .. rows.Select(row =>
                row.CaseId is { } caseId && CaseTree.InsteadOf(caseId, [.. trees[caseId]]) is { } goingOn
                    ? row with
                    {
                        State = ApplicationState.Joined,
                        CaseState = goingOn.Stage,
                    }
                    : row
            ),
        ];
    }

    public async Task<OwnApplication?> Own(Guid citizenId, Guid applicationId, CancellationToken cancellationToken) =>
        (await Find(citizenId, applicationId, cancellationToken)).Application is { } own
            ? own with
            {
                Content = own.Content.Masked(),
            }
            : null;

    /// <summary>The same with its phones whole, for who takes their data along.</summary>
    public async Task<OwnApplication?> OwnWhole(
        Guid citizenId,
        Guid applicationId,
        CancellationToken cancellationToken
    ) => (await Find(citizenId, applicationId, cancellationToken)).Application;

    /// <summary>The application with its phones whole, and the case that it supports while its own rests.</summary>
    private async Task<(OwnApplication? Application, Guid? SupportedCase)> Find(
        Guid citizenId,
        Guid applicationId,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            SELECT a.id, a.channel, a.state, a.candidate_id, a.version, a.created_at, a.saved_at, a.submitted_at, a.content, k.id AS case_id,
                k.stage AS case_state, k.leading_application_id, k.supplement_items, k.supplement_due_on, k.supplement_message
            FROM applications a
            LEFT JOIN cases k ON k.candidate_id = a.candidate_id AND a.state IN ('Submitted', 'Joined')
            WHERE a.id = @applicationId AND a.citizen_id = @citizenId
            """;
        var row = await db.FirstOrNothing<OwnRow>(sql, new { applicationId, citizenId }, cancellationToken);
        if (row is null)
        {
            return (null, null);
        }

        var goingOn = row.CaseId is { } caseId
            ? CaseTree.InsteadOf(caseId, [.. (await CaseTrees.Around(db, [caseId], cancellationToken))[caseId]])
            : null;
        return (
            new OwnApplication(
                row.Id,
                row.Channel,
                goingOn is null ? row.State : ApplicationState.Joined,
                row.State == ApplicationState.Draft ? null : row.CandidateId,
                row.Version,
                row.CreatedAt,
                row.SavedAt,
                row.SubmittedAt,
                store.Read(row.Content),
                goingOn?.Stage ?? row.CaseState,
                goingOn is null
                && row.LeadingApplicationId == row.Id
                && row.SupplementItems is { } items
                && row.SupplementDueOn is { } dueOn
                    ? new Supplement(StoredJson.Read<string[]>(items), dueOn, row.SupplementMessage ?? "")
                    : null
            ),
            goingOn?.CaseId
        );
    }

    /// <summary>
    /// The way of the case since this application came to it, or null when the citizen has no such application. A supporting applicant reads
    /// the stages, not what a reviewer wrote to the leading one.
    /// </summary>
    public async Task<IReadOnlyList<TimelineStep>?> Timeline(
        Guid citizenId,
        Guid applicationId,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            SELECT m.at, m.from_stage AS `from`, m.to_stage AS `to`, m.text, m.id
            FROM applications a
            JOIN cases k ON k.candidate_id = a.candidate_id
            JOIN case_moves m ON m.case_id = COALESCE(@supportedCase, k.id)
            WHERE a.id = @applicationId AND a.state <> 'Draft' AND m.at >= a.submitted_at
            ORDER BY m.at, m.id
            """;
        var (application, supportedCase) = await Find(citizenId, applicationId, cancellationToken);
        if (application is null)
        {
            return null;
        }

        var steps = await db.List<TimelineStep>(sql, new { applicationId, supportedCase }, cancellationToken);
        return application.State == ApplicationState.Joined
            ?
            [
                new TimelineStep
                {
                    At = application.SubmittedAt!.Value,
                    To = Stage.Submitted,
                    Text = "您的申报已并入同一申报人的案卷。",
                },
                .. steps.Select(step => step with { Text = $"案卷进入“{step.To.InChinese()}”。" }),
            ]
            : steps;
    }

    /// <summary>What the applicant of a standing application wrote, for its check; null when it was withdrawn or they are gone.</summary>
    public async Task<CheckedText?> OwnWords(Guid applicationId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT c.openid AS open_id, a.content
            FROM applications a
            JOIN citizens c ON c.id = a.citizen_id
            WHERE a.id = @applicationId AND a.state IN ('Submitted', 'Joined') AND c.openid IS NOT NULL
            """;
        return await db.FirstOrNothing<WordsRow>(sql, new { applicationId }, cancellationToken) is { } row
            ? CheckedText.Of(row.OpenId, store.Read(row.Content).OwnWords())
            : null;
    }

    private sealed record WordsRow
    {
        public string OpenId { get; init; } = "";
        public byte[] Content { get; init; } = [];
    }

    private sealed record ListedRow : ListedApplication
    {
        public Guid? CaseId { get; init; }
    }

    private sealed record OwnRow
    {
        public Guid? CaseId { get; init; }
        public Guid Id { get; init; }
        public Channel Channel { get; init; }
        public ApplicationState State { get; init; }
        public Guid? CandidateId { get; init; }
        public int Version { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset SavedAt { get; init; }
        public DateTimeOffset? SubmittedAt { get; init; }
        public byte[] Content { get; init; } = [];
        public Stage? CaseState { get; init; }
        public Guid? LeadingApplicationId { get; init; }
        public string? SupplementItems { get; init; }
        public DateOnly? SupplementDueOn { get; init; }
        public string? SupplementMessage { get; init; }
    }
}
