using Craftsman.Domain.Applications;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Applications;

/// <summary>Which applications a member of staff may read: their organization's, drafts too, and what was submitted in their districts.</summary>
/// <param name="OrganizationId">For whom the person files; null when for none.</param>
/// <param name="IsDesk">The person reviews what was submitted.</param>
/// <param name="Districts">Of the desk; empty means all.</param>
/// <param name="SeesAssisted">Drafts that staff entered for workers without WeChat too.</param>
public sealed record ApplicationScope(
    Guid? OrganizationId,
    bool IsDesk,
    IReadOnlyList<string> Districts,
    bool SeesAssisted
)
{
    /// <summary>A condition on <c>applications a</c> and the case <c>k</c> it came to.</summary>
    internal string IsReadable =>
        (OrganizationId, IsDesk) switch
        {
            (not null, true) => $"(a.organization_id = @OrganizationId OR ({AtTheDesk}))",
            (not null, false) => "a.organization_id = @OrganizationId",
            (null, true) => AtTheDesk,
            _ => "FALSE",
        };

    private string AtTheDesk =>
        (
            SeesAssisted
                ? "(a.state <> 'Draft' OR (a.filed_by IS NOT NULL AND a.organization_id IS NULL))"
                : "a.state <> 'Draft'"
        ) + (Districts.Count > 0 ? " AND COALESCE(k.district, a.district) IN @Districts" : "");
}

/// <summary>A line of the staff's list.</summary>
public record ApplicationLine
{
    public Guid Id { get; init; }
    public Channel Channel { get; init; }
    public ApplicationState State { get; init; }
    public string? Name { get; init; }
    public string? WorkUnit { get; init; }
    public string? District { get; init; }
    public string? Trade { get; init; }

    /// <summary>Who recommends; null for who applies alone.</summary>
    public string? Organization { get; init; }
    public Guid? CandidateId { get; init; }
    public Guid? CaseId { get; init; }
    public Stage? CaseState { get; init; }
    public DateTimeOffset SavedAt { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }
    public int Version { get; init; }
}

/// <summary>A whole application as staff read it, phones by their ends.</summary>
public sealed record ApplicationFile(ApplicationLine Line, ApplicationContent Content, Supplement? Supplement);

/// <summary>One submission of an application, and what it changed.</summary>
/// <param name="By">The member of staff; null where the applicant sent it.</param>
/// <param name="Changes">Against the version before; empty for the first.</param>
public sealed record ApplicationVersion(
    int Number,
    DateTimeOffset SubmittedAt,
    string? By,
    ApplicationContent Content,
    IReadOnlyList<FieldChange> Changes
);

/// <summary>Reads applications for staff.</summary>
public sealed class StaffApplicationQueries(Db db, ApplicationStore store)
{
    private const string Columns = """
        a.id, a.channel, a.state, a.name, a.work_unit, COALESCE(k.district, a.district) AS district, a.trade, o.name AS organization, a.candidate_id,
        k.id AS case_id, k.stage AS case_state, a.saved_at, a.submitted_at, a.version
        """;

    private const string From = """
        FROM applications a
        LEFT JOIN cases k ON k.candidate_id = a.candidate_id AND a.state IN ('Submitted', 'Joined')
        LEFT JOIN organizations o ON o.id = a.organization_id
        """;

    /// <summary>Newest first, before one.</summary>
    public Task<IReadOnlyList<ApplicationLine>> List(
        Guid campaignId,
        ApplicationScope scope,
        Channel? channel,
        ApplicationState? state,
        string? district,
        string? trade,
        Guid? before,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var sql = $"""
            SELECT {Columns}
            {From}
            WHERE a.campaign_id = @campaignId AND {scope.IsReadable}
                {(channel is null ? "" : "AND a.channel = @Channel")}
                {(state is null ? "" : "AND a.state = @State")}
                {(district is null ? "" : "AND COALESCE(k.district, a.district) = @district")}
                {(trade is null ? "" : "AND a.trade = @trade")}
                {(before is null ? "" : "AND a.id < @before")}
            ORDER BY a.id DESC
            LIMIT @limit
            """;
        return db.List<ApplicationLine>(
            sql,
            new
            {
                campaignId,
                scope.OrganizationId,
                scope.Districts,
                Channel = channel?.ToString(),
                State = state?.ToString(),
                district,
                trade,
                before,
                limit,
            },
            cancellationToken
        );
    }

    public async Task<ApplicationFile?> Find(
        Guid applicationId,
        ApplicationScope scope,
        CancellationToken cancellationToken
    )
    {
        var sql = $"""
            SELECT {Columns}, a.content, k.supplement_items, k.supplement_due_on, k.supplement_message
            {From}
            WHERE a.id = @applicationId AND {scope.IsReadable}
            """;
        var row = await db.FirstOrNothing<FileRow>(
            sql,
            new
            {
                applicationId,
                scope.OrganizationId,
                scope.Districts,
            },
            cancellationToken
        );
        return row is null
            ? null
            : new ApplicationFile(
                row,
                store.Read(row.Content).Masked(),
                row.State == ApplicationState.Submitted
                && row.SupplementItems is { } items
                && row.SupplementDueOn is { } dueOn
                    ? new Supplement(StoredJson.Read<string[]>(items), dueOn, row.SupplementMessage ?? "")
                    : null
            );
    }

    /// <summary>Every submission, the first first; null when the reader has no such application. Phones are compared whole and shown by their ends.</summary>
    public async Task<IReadOnlyList<ApplicationVersion>?> Versions(
        Guid applicationId,
        ApplicationScope scope,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            SELECT v.number, v.submitted_at, s.display_name AS `by`, v.content
            FROM application_versions v
            LEFT JOIN staff s ON s.id = v.staff_id
            WHERE v.application_id = @applicationId
            ORDER BY v.number
            """;
        if (await Find(applicationId, scope, cancellationToken) is null)
        {
            return null;
        }

        var versions = new List<ApplicationVersion>();
        ApplicationContent? earlier = null;
        foreach (var row in await db.List<VersionRow>(sql, new { applicationId }, cancellationToken))
        {
            var content = store.Read(row.Content);
            versions.Add(
                new ApplicationVersion(
                    row.Number,
                    row.SubmittedAt,
                    row.By,
                    content.Masked(),
                    earlier is null ? [] : [.. FieldChange.Between(earlier, content)]
                )
            );
            earlier = content;
        }

        return versions;
    }

    private sealed record FileRow : ApplicationLine
    {
        public byte[] Content { get; init; } = [];
        public string? SupplementItems { get; init; }
        public DateOnly? SupplementDueOn { get; init; }
        public string? SupplementMessage { get; init; }
    }

    private sealed record VersionRow
    {
        public int Number { get; init; }
        public DateTimeOffset SubmittedAt { get; init; }
        public string? By { get; init; }
        public byte[] Content { get; init; } = [];
    }
}
