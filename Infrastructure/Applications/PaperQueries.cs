using Craftsman.Domain.Applications;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.Applications;

/// <summary>An application as its 申报表 needs it: with whole phones, for that form alone may show them (law 8).</summary>
/// <param name="IsFiledByStaff">For an organization, or for a worker without WeChat.</param>
/// <param name="Organization">The name of whom it recommends through; null for a citizen's own.</param>
/// <param name="District">Where its case is reviewed.</param>
/// <param name="Tipsters">How many citizens recommended the worker.</param>
/// <param name="VersionCode">Of the content as it stands.</param>
public sealed record PrintableApplication(
    Guid Id,
    Guid? CitizenId,
    Guid? OrganizationId,
    bool IsFiledByStaff,
    Channel Channel,
    ApplicationState State,
    Guid? CandidateId,
    string? District,
    DateTimeOffset? SubmittedAt,
    ApplicationContent Content,
    string? Organization,
    int Tipsters,
    string VersionCode
);

/// <summary>Reads applications for their paper.</summary>
public sealed class PaperQueries(ApplicationStore applications, BlindIndex blindIndex)
{
    /// <param name="version">As it was submitted that time; null for the content as it stands.</param>
    public async Task<PrintableApplication?> Find(Work work, Guid applicationId, int? version = null)
    {
        const string sql = """
            SELECT a.id, a.citizen_id, a.organization_id, o.name AS organization, a.filed_by IS NOT NULL AS is_filed_by_staff, a.channel, a.state, a.candidate_id, COALESCE(k.district, c.district) AS district,
                COALESCE(v.submitted_at, a.submitted_at) AS submitted_at, COALESCE(v.content, a.content) AS content
            FROM applications a
            LEFT JOIN organizations o ON o.id = a.organization_id
            LEFT JOIN candidates c ON c.id = a.candidate_id
            LEFT JOIN cases k ON k.candidate_id = a.candidate_id
            LEFT JOIN application_versions v ON v.application_id = a.id AND v.number = @version
            WHERE a.id = @applicationId AND (@version IS NULL OR v.number IS NOT NULL)
            """;
        if (await work.FirstOrNothing<PaperRow>(sql, new { applicationId, version }) is not { } row)
        {
            return null;
        }

        var content = applications.Read(row.Content);
        return new PrintableApplication(
            row.Id,
            row.CitizenId,
            row.OrganizationId,
            row.IsFiledByStaff,
            row.Channel,
            row.State,
            row.CandidateId,
            row.District,
            row.SubmittedAt,
            content,
            row.Organization,
            row is { Channel: Channel.PublicTip, CandidateId: { } candidateId }
                ? await Tipsters.Count(work, candidateId)
                : 0,
            VersionCode.Of(blindIndex.OfForm(VersionCode.Facts(row.Id, row.Channel, content)))
        );
    }

    private sealed record PaperRow
    {
        public Guid Id { get; init; }
        public Guid? CitizenId { get; init; }
        public Guid? OrganizationId { get; init; }
        public string? Organization { get; init; }
        public bool IsFiledByStaff { get; init; }
        public Channel Channel { get; init; }
        public ApplicationState State { get; init; }
        public Guid? CandidateId { get; init; }
        public string? District { get; init; }
        public DateTimeOffset? SubmittedAt { get; init; }
        public byte[] Content { get; init; } = [];
    }
}
