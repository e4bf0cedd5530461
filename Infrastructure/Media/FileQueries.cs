using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.Media;

/// <summary>A proof as it is downloaded.</summary>
public sealed record StoredFile(byte[] StorageKey, FileKind Kind, string Name, long Size);

public enum FileUse
{
    None,
    Application,
    Consent,

    /// <summary>The signed minutes of a meeting of the leading group.</summary>
    Minutes,

    /// <summary>That a notice was in a newspaper, on television or on the network.</summary>
    Publication,
    Objection,

    /// <summary>What a disqualification is asked for.</summary>
    Disqualification,
}

/// <summary>What a file belongs to.</summary>
/// <param name="UploadedBy">The member of staff; null when a citizen sent it.</param>
/// <param name="District">Where its case is reviewed, or the worker works.</param>
public sealed record FileInUse(StoredFile File, Guid? UploadedBy, FileUse Use, string? District);

public sealed class FileQueries(Db db, DataCipher cipher)
{
    /// <summary>A citizen's own file; null when there is none or it is another's.</summary>
    public async Task<StoredFile?> Own(Guid citizenId, Guid fileId, CancellationToken cancellationToken)
    {
        const string sql =
            "SELECT storage_key, kind, name, size FROM files WHERE id = @fileId AND owner_id = @citizenId";
        var row = await db.FirstOrNothing<FileRow>(sql, new { fileId, citizenId }, cancellationToken);
        return row is null ? null : StoredAs(row);
    }

    /// <summary>A file as staff find it, whoever uploaded it; null when there is none. That of a draft is nobody's but the citizen's.</summary>
    public async Task<FileInUse?> InUse(Work work, Guid fileId)
    {
        const string sql = """
            SELECT f.storage_key, f.kind, f.name, f.size, f.staff_id AS uploaded_by,
                CASE WHEN a.id IS NOT NULL THEN 'Application' WHEN g.id IS NOT NULL THEN 'Consent'
                    WHEN f.publication_id IS NOT NULL THEN 'Publication' WHEN f.objection_id IS NOT NULL THEN 'Objection'
                    WHEN f.approval_id IS NOT NULL THEN 'Disqualification'
                    WHEN m.id IS NOT NULL THEN 'Minutes' ELSE 'None' END AS `use`,
                COALESCE(k.district, d.district, c.district) AS district
            FROM files f
            LEFT JOIN applications a ON a.id = f.application_id AND a.state <> 'Draft'
            LEFT JOIN consents g ON g.id = f.consent_id
            LEFT JOIN meetings m ON m.minutes_file_id = f.id
            LEFT JOIN candidates c ON c.id = COALESCE(a.candidate_id, g.candidate_id)
            LEFT JOIN cases k ON k.candidate_id = a.candidate_id
            LEFT JOIN approval_cases p ON p.approval_id = f.approval_id
            LEFT JOIN cases d ON d.id = p.case_id
            WHERE f.id = @fileId
            """;
        var row = await work.FirstOrNothing<UsedFileRow>(sql, new { fileId });
        return row is null ? null : new FileInUse(StoredAs(row), row.UploadedBy, row.Use, row.District);
    }

    /// <summary>The files of applications, by their ids.</summary>
    public async Task<IReadOnlyDictionary<Guid, StoredFile>> OfApplications(
        Work work,
        IReadOnlyCollection<Guid> applicationIds
    )
    {
        const string sql =
            "SELECT id, storage_key, kind, name, size FROM files WHERE application_id IN @applicationIds";
        return (await work.List<NamedFileRow>(sql, new { applicationIds })).ToDictionary(row => row.Id, StoredAs);
    }

    private StoredFile StoredAs(FileRow row) =>
        new(row.StorageKey, row.Kind, cipher.Decrypt(FileStore.NamePurpose, row.Name), row.Size);

    private sealed record UsedFileRow : FileRow
    {
        public Guid? UploadedBy { get; init; }
        public FileUse Use { get; init; }
        public string? District { get; init; }
    }

    private sealed record NamedFileRow : FileRow
    {
        public Guid Id { get; init; }
    }

    private record FileRow
    {
        public byte[] StorageKey { get; init; } = [];
        public FileKind Kind { get; init; }
        public byte[] Name { get; init; } = [];
        public int Size { get; init; }
    }
}
