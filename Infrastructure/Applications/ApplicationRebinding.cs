using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.Applications;

/// <summary>An applicant who lost their WeChat account goes on with another; staff move the application, on record.</summary>
public sealed class ApplicationRebinding(BlindIndex blindIndex)
{
    /// <summary>Photo and proofs go with it, and give their slots back, which the new account may use itself.</summary>
    public async Task<Decision<WrittenApplication>> Rebind(
        Work work,
        Guid applicationId,
        int version,
        string mobile,
        string reason,
        LiveStaff staff,
        DateTimeOffset now
    )
    {
        const string hold = """
            SELECT a.id, a.state, a.citizen_id, a.candidate_id, a.version
            FROM applications a
            LEFT JOIN cases k ON k.candidate_id = a.candidate_id
            WHERE a.id = @applicationId AND a.citizen_id IS NOT NULL AND a.state <> 'Draft'
                AND (@IsMunicipal OR COALESCE(k.district, a.district) IN @Districts)
            FOR UPDATE
            """;
        // Shared, so that an account which is being deleted either is gone for us or withdraws what we move to it.
        const string accounts =
            "SELECT id FROM citizens WHERE phone_index = @index AND openid IS NOT NULL LIMIT 2 LOCK IN SHARE MODE";
        const string bind =
            "UPDATE applications SET citizen_id = @citizenId, version = version + 1 WHERE id = @applicationId";
        const string photos = """
            UPDATE photos
            SET owner_id = @citizenId, slot = NULL
            WHERE (application_id = @applicationId OR kept_for_id = @applicationId) AND owner_id IS NOT NULL
            """;
        const string files = """
            UPDATE files
            SET owner_id = @citizenId, slot = NULL
            WHERE application_id = @applicationId AND owner_id IS NOT NULL
            """;
        var application = await work.FirstOrNothing<BoundRow>(
            hold,
            new
            {
                applicationId,
                IsMunicipal = staff.Districts.Count == 0,
                staff.Districts,
            }
        );
        if (application is null)
        {
            return RequestRefusals.NotFound;
        }

        if (application.Version != version)
        {
            return RequestRefusals.VersionStale;
        }

        if (application.State == ApplicationState.Withdrawn)
        {
            return ApplicationRefusals.Withdrawn;
        }

        var found = await work.List<Guid>(accounts, new { index = blindIndex.OfPhone(mobile) });
        if (found is not [var citizenId] || citizenId == application.CitizenId)
        {
            return ApplicationRefusals.AccountNotFound;
        }

        await work.Execute(bind, new { citizenId, applicationId });
        await work.Execute(photos, new { citizenId, applicationId });
        await work.Execute(files, new { citizenId, applicationId });
        await AuditLog.Record(
            work,
            staff.Id,
            "application.rebound",
            "application",
            applicationId,
            now,
            new
            {
                from = application.CitizenId,
                to = citizenId,
                reason,
            }
        );
        return new WrittenApplication(application.Id, application.State, application.CandidateId, version + 1);
    }

    private sealed record BoundRow
    {
        public Guid Id { get; init; }
        public ApplicationState State { get; init; }
        public Guid CitizenId { get; init; }
        public Guid? CandidateId { get; init; }
        public int Version { get; init; }
    }
}
