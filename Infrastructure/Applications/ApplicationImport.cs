using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Campaigns;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Applications;

/// <summary>What an import made: a draft of each row, to be completed with photo, seal and signed paper.</summary>
public sealed record ImportReport(int Imported, IReadOnlyList<ImportedRow> Items);

/// <summary>Stores a list whole or not at all, and the same file once.</summary>
public sealed class ApplicationImport(Db db, ApplicationStore applications)
{
    /// <remarks>Of two uploads of one file at once the second waits for the first one's row, and answers with its report.</remarks>
    public Task<Decision<ImportReport>> Store(
        Campaign campaign,
        Channel channel,
        Filer filer,
        byte[] fileHash,
        IReadOnlyList<(int Row, ApplicationContent Content)> rows,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string claim = """
            INSERT INTO application_imports (organization_id, file_hash, staff_id, at, report)
            VALUES (@OrganizationId, @fileHash, @StaffId, @now, '')
            """;
        const string report =
            "SELECT report FROM application_imports WHERE organization_id = @OrganizationId AND file_hash = @fileHash";
        const string keep = """
            UPDATE application_imports
            SET report = @Report
            WHERE organization_id = @OrganizationId AND file_hash = @fileHash
            """;
        return db.Write<ImportReport>(
            async work =>
            {
                var refusedBy = await work.InsertUnlessDuplicate(
                    claim,
                    new
                    {
                        filer.OrganizationId,
                        fileHash,
                        filer.StaffId,
                        now,
                    }
                );
                if (refusedBy is not null)
                {
                    var first = await work.FirstOrNothing<string>(report, new { filer.OrganizationId, fileHash });
                    return StoredJson.Read<ImportReport>(first!);
                }

                var made = new List<ImportedRow>();
                foreach (var (number, content) in rows)
                {
                    var opened = await applications.OpenDraft(work, campaign.Id, channel, filer, content, now);
                    if (opened.IsRefused(out var refusal, out var id))
                    {
                        return refusal;
                    }

                    made.Add(new ImportedRow(number, content.Name, id, null));
                }

                var result = new ImportReport(made.Count, made);
                await work.Execute(
                    keep,
                    new
                    {
                        Report = StoredJson.Write(result),
                        filer.OrganizationId,
                        fileHash,
                    }
                );
                await AuditLog.Record(
                    work,
                    filer.StaffId,
                    "application.imported",
                    "organization",
                    filer.OrganizationId!.Value,
                    now,
                    new { rows = made.Count }
                );
                return result;
            },
            cancellationToken
        );
    }
}
