using Craftsman.Domain.Applications;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;

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
public sealed record ListedApplication
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

/// <summary>Reads applications for their owners, and what they wrote for its check.</summary>
public sealed class ApplicationQueries(Db db, ApplicationStore store)
{
    public Task<IReadOnlyList<ListedApplication>> Of(
        Guid citizenId,
        Guid? before,
        int limit,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            SELECT a.id, a.channel, a.state, a.name, k.stage AS case_state, a.saved_at
            FROM applications a
            LEFT JOIN cases k ON k.candidate_id = a.candidate_id AND a.state IN ('Submitted', 'Joined')
            WHERE a.citizen_id = @citizenId AND (@before IS NULL OR a.id < @before)
            ORDER BY a.id DESC
            LIMIT @limit
            """;
        return db.List<ListedApplication>(
            sql,
            new
            {
                citizenId,
                before,
                limit,
            },
            cancellationToken
        );
    }

    public async Task<OwnApplication?> Own(Guid citizenId, Guid applicationId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT a.id, a.channel, a.state, a.candidate_id, a.version, a.created_at, a.saved_at, a.submitted_at, a.content, k.stage AS case_state,
                k.leading_application_id, k.supplement_items, k.supplement_due_on, k.supplement_message
            FROM applications a
            LEFT JOIN cases k ON k.candidate_id = a.candidate_id AND a.state IN ('Submitted', 'Joined')
            WHERE a.id = @applicationId AND a.citizen_id = @citizenId
            """;
        var row = await db.FirstOrNothing<OwnRow>(sql, new { applicationId, citizenId }, cancellationToken);
        return row is null
            ? null
            : new OwnApplication(
                row.Id,
                row.Channel,
                row.State,
                row.State == ApplicationState.Draft ? null : row.CandidateId,
                row.Version,
                row.CreatedAt,
                row.SavedAt,
                row.SubmittedAt,
                store.Read(row.Content).Masked(),
                row.CaseState,
                row.LeadingApplicationId == row.Id
                && row.SupplementItems is { } items
                && row.SupplementDueOn is { } dueOn
                    ? new Supplement(StoredJson.Read<string[]>(items), dueOn, row.SupplementMessage ?? "")
                    : null
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
            JOIN case_moves m ON m.case_id = k.id
            WHERE a.id = @applicationId AND a.state <> 'Draft' AND m.at >= a.submitted_at
            ORDER BY m.at, m.id
            """;
        if (await Own(citizenId, applicationId, cancellationToken) is not { } application)
        {
            return null;
        }

        var steps = await db.List<TimelineStep>(sql, new { applicationId }, cancellationToken);
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

    private sealed record OwnRow
    {
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
