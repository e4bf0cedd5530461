using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.Media;

/// <summary>A proof as it is downloaded.</summary>
public sealed record StoredFile(byte[] StorageKey, FileKind Kind, string Name, long Size);

public sealed class FileQueries(Db db, DataCipher cipher)
{
    /// <summary>A citizen's own file; null when there is none or it is another's.</summary>
    public async Task<StoredFile?> Own(Guid citizenId, Guid fileId, CancellationToken cancellationToken)
    {
        const string sql =
            "SELECT storage_key, kind, name, size FROM files WHERE id = @fileId AND owner_id = @citizenId";
        var row = await db.FirstOrNothing<FileRow>(sql, new { fileId, citizenId }, cancellationToken);
        return row is null
            ? null
            : new StoredFile(row.StorageKey, row.Kind, cipher.Decrypt(FileStore.NamePurpose, row.Name), row.Size);
    }

    private sealed record FileRow
    {
        public byte[] StorageKey { get; init; } = [];
        public FileKind Kind { get; init; }
        public byte[] Name { get; init; } = [];
        public int Size { get; init; }
    }
}
