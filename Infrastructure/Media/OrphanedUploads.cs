using Craftsman.Domain;
using Craftsman.Infrastructure.Database;
using MySqlConnector;

namespace Craftsman.Infrastructure.Media;

/// <summary>
/// Uploads that nobody used within two days, and kept files that no row knows: what a crash between writing and committing left, and
/// what was erased. Several instances may collect together.
/// </summary>
public sealed class OrphanedUploads(Db db, MediaFolder folder, MediaStore media)
{
    /// <summary>How long an upload waits to become part of something.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(48);

    /// <summary>How long a kept file may be without a row: far longer than any upload takes.</summary>
    public static readonly TimeSpan Unfinished = TimeSpan.FromHours(1);

    private const int AtOnce = 500;

    /// <returns>How many rows and files went.</returns>
    public async Task<int> Collect(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var unused = now - Patience;
        var unfinished = now - Unfinished;
        return await DeleteRows(unused, cancellationToken)
            + await DeletePlacings(now, cancellationToken)
            + await DeleteBlobs(cancellationToken)
            + await DeletePhotos(unfinished, cancellationToken)
            + await DeleteFiles(unfinished, cancellationToken)
            + DeleteIncoming(unfinished);
    }

    private async Task<int> DeleteRows(DateTimeOffset before, CancellationToken cancellationToken)
    {
        const string photos = $"""
            DELETE FROM photos
            WHERE {PhotoStore.IsUnused} AND created_at < @before
            ORDER BY created_at
            LIMIT @AtOnce
            """;
        const string files = $"""
            DELETE FROM files
            WHERE {FileStore.IsUnused} AND created_at < @before
            ORDER BY created_at
            LIMIT @AtOnce
            """;
        var all = 0;
        foreach (var sql in new[] { photos, files })
        {
            int deleted;
            do
            {
                deleted = await db.Execute(sql, new { before, AtOnce }, cancellationToken);
                all += deleted;
            } while (deleted == AtOnce);
        }

        return all;
    }

    /// <summary>What an upload that never came to its end kept from being collected.</summary>
    private Task<int> DeletePlacings(DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string sql = "DELETE FROM photo_placings WHERE kept_until < @now";
        return db.Execute(sql, new { now }, cancellationToken);
    }

    /// <summary>
    /// Pictures of photos that are gone. The row is held while the file is deleted, so that an upload of the very same picture waits and then
    /// puts it there anew; that a photo needs it after all, or an upload is just putting it there, is told by the foreign keys.
    /// </summary>
    private async Task<int> DeleteBlobs(CancellationToken cancellationToken)
    {
        const string find = """
            SELECT b.digest
            FROM photo_blobs b
            WHERE NOT EXISTS (SELECT 1 FROM photos s WHERE s.small_digest = b.digest)
                AND NOT EXISTS (SELECT 1 FROM photos m WHERE m.medium_digest = b.digest)
                AND NOT EXISTS (SELECT 1 FROM photos l WHERE l.large_digest = b.digest)
                AND NOT EXISTS (SELECT 1 FROM photo_placings g WHERE g.digest = b.digest)
            LIMIT @AtOnce
            """;
        const string delete = "DELETE FROM photo_blobs WHERE digest = @digest";
        var all = 0;
        foreach (var digest in await db.List<byte[]>(find, new { AtOnce }, cancellationToken))
        {
            try
            {
                await db.Write<object>(
                    async work =>
                    {
                        if (await work.Execute(delete, new { digest }) == 1)
                        {
                            await media.Delete(MediaKind.Picture, digest, cancellationToken);
                            all++;
                        }

                        return digest;
                    },
                    cancellationToken
                );
            }
            catch (MySqlException e) when (e.ErrorCode == MySqlErrorCode.RowIsReferenced2)
            {
                // A photo or an upload came to need it since it was found.
            }
        }

        return all;
    }

    /// <summary>Pictures without a row. A row of ours is held while one is deleted, for an upload of the same picture may just be coming.</summary>
    private async Task<int> DeletePhotos(DateTimeOffset before, CancellationToken cancellationToken)
    {
        const string known = "SELECT digest FROM photo_blobs WHERE digest IN @keys";
        const string hold = "INSERT INTO photo_blobs (digest, created_at) VALUES (@digest, UTC_TIMESTAMP(6))";
        const string delete = "DELETE FROM photo_blobs WHERE digest = @digest";
        var all = 0;
        await foreach (var digest in WithoutRow(MediaKind.Picture, known, before, cancellationToken))
        {
            await db.Write<object>(
                async work =>
                {
                    if (await work.InsertUnlessDuplicate(hold, new { digest }) is null)
                    {
                        await media.Delete(MediaKind.Picture, digest, cancellationToken);
                        await work.Execute(delete, new { digest });
                        all++;
                    }

                    return digest;
                },
                cancellationToken
            );
        }

        return all;
    }

    /// <summary>Proofs without a row. Their names are drawn at random and never come again, so nothing has to be held.</summary>
    private async Task<int> DeleteFiles(DateTimeOffset before, CancellationToken cancellationToken)
    {
        const string known = "SELECT storage_key FROM files WHERE storage_key IN @keys";
        var all = 0;
        await foreach (var key in WithoutRow(MediaKind.Proof, known, before, cancellationToken))
        {
            await media.Delete(MediaKind.Proof, key, cancellationToken);
            all++;
        }

        return all;
    }

    private int DeleteIncoming(DateTimeOffset before)
    {
        var all = 0;
        foreach (var file in new DirectoryInfo(folder.Incoming).EnumerateFiles())
        {
            if (file.LastWriteTimeUtc < before.UtcDateTime)
            {
                file.Delete();
                all++;
            }
        }

        return all;
    }

    private async IAsyncEnumerable<byte[]> WithoutRow(
        MediaKind kind,
        string known,
        DateTimeOffset before,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var keys in media.PlacedBefore(kind, before, cancellationToken).Chunk(AtOnce))
        {
            var kept = (await db.List<byte[]>(known, new { keys }, cancellationToken))
                .Select(Convert.ToHexStringLower)
                .ToHashSet(StringComparer.Ordinal);
            foreach (var key in keys.Where(key => !kept.Contains(Convert.ToHexStringLower(key))))
            {
                yield return key;
            }
        }
    }
}
