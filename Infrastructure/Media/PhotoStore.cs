using Craftsman.Domain;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Media;

/// <summary>Writes photos: the files, the row, and what a photo belongs to.</summary>
public sealed class PhotoStore(Db db, MediaStore media)
{
    /// <summary>How many photos of a citizen may wait to be used.</summary>
    public const int MostWaiting = 30;

    /// <summary>The photo is part of nothing.</summary>
    internal const string IsUnused = "tip_id IS NULL AND application_id IS NULL AND kept_for_id IS NULL";

    /// <summary>
    /// Puts the pictures in their places. That may take seconds, so nothing is locked meanwhile: rows that are committed first tell the
    /// collector to leave these pictures alone, for ten minutes.
    /// </summary>
    public async Task<PlacedPhoto> Place(EncodedPhoto photo, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string hold = """
            INSERT INTO photo_blobs (digest, created_at)
            VALUES (@Digest, @now)
            ON DUPLICATE KEY UPDATE digest = digest
            """;
        const string keep = """
            INSERT INTO photo_placings (upload_id, digest, kept_until)
            VALUES (@UploadId, @Digest, UTC_TIMESTAMP(6) + INTERVAL 10 MINUTE)
            """;
        // A small picture is the same in several sizes. In one order, so that two alike photos at once do not wait for each other.
        var pictures = photo
            .Pictures.Values.DistinctBy(picture => Convert.ToHexString(picture.Digest))
            .OrderBy(picture => Convert.ToHexString(picture.Digest), StringComparer.Ordinal)
            .ToList();
        var placed = new PlacedPhoto(Guid.CreateVersion7(now), photo, pictures.Count);
        await db.Write<PlacedPhoto>(
            async work =>
            {
                foreach (var picture in pictures)
                {
                    await work.Execute(hold, new { picture.Digest, now });
                    await work.Execute(keep, new { placed.UploadId, picture.Digest });
                }

                return placed;
            },
            cancellationToken
        );
        foreach (var picture in pictures)
        {
            await media.Place(MediaKind.Picture, picture.Digest, picture.Path, cancellationToken);
        }

        return placed;
    }

    /// <summary>
    /// Keeps a photo whose pictures were put in their places. Refused when that took so long that the collector may have taken one: so no
    /// photo is ever acknowledged that is not kept.
    /// </summary>
    public static Task<Decision<Guid>> Add(Work work, Guid ownerId, PlacedPhoto placed, DateTimeOffset now) =>
        Add(work, "owner_id", ownerId, placed, now);

    /// <summary>The same for a member of staff.</summary>
    public static async Task<Decision<Guid>> AddForStaff(
        Work work,
        Guid staffId,
        PlacedPhoto placed,
        DateTimeOffset now
    )
    {
        var added = await Add(work, "staff_id", staffId, placed, now);
        if (!added.IsRefused(out _, out var id))
        {
            await AuditLog.Record(work, staffId, "photo.uploaded", "photo", id, now);
        }

        return added;
    }

    private static async Task<Decision<Guid>> Add(
        Work work,
        string owner,
        Guid ownerId,
        PlacedPhoto placed,
        DateTimeOffset now
    )
    {
        const string hold = "SELECT digest FROM photo_placings WHERE upload_id = @UploadId FOR UPDATE";
        const string release = "DELETE FROM photo_placings WHERE upload_id = @UploadId";
        var taken = $"SELECT slot FROM photos WHERE {owner} = @ownerId AND slot IS NOT NULL";
        var add = $"""
            INSERT INTO photos (id, {owner}, slot, small_digest, medium_digest, large_digest, width, height, created_at)
            VALUES (@id, @ownerId, @slot, @Small, @Medium, @Large, @Width, @Height, @now)
            """;
        if ((await work.List<byte[]>(hold, new { placed.UploadId })).Count < placed.PictureCount)
        {
            return MediaRefusals.MediaUnavailable;
        }

        var photo = placed.Photo;
        var id = Guid.CreateVersion7(now);
        string? refusedBy;
        do
        {
            if (FreeSlot.In(await work.List<int>(taken, new { ownerId }), MostWaiting) is not { } slot)
            {
                return MediaRefusals.TooManyPhotosWaiting;
            }

            refusedBy = await work.InsertUnlessDuplicate(
                add,
                new
                {
                    id,
                    ownerId,
                    slot,
                    Small = photo.Pictures[PhotoSize.Small].Digest,
                    Medium = photo.Pictures[PhotoSize.Medium].Digest,
                    Large = photo.Pictures[PhotoSize.Large].Digest,
                    photo.Width,
                    photo.Height,
                    now,
                }
            );
        } while (refusedBy is not null);

        // From here on the photo's own foreign keys keep the pictures.
        await work.Execute(release, new { placed.UploadId });
        return id;
    }

    /// <summary>Makes these photos the tip's, in this order, and asks for their check; those it had besides become unused again.</summary>
    /// <returns>False when one is unknown, another's, named twice or part of something else: the caller must then refuse.</returns>
    public static async Task<bool> GiveToTip(
        Work work,
        Guid ownerId,
        Guid tipId,
        IReadOnlyList<Guid> photoIds,
        DateTimeOffset now
    )
    {
        const string release =
            "UPDATE photos SET tip_id = NULL, position = NULL, reviewed_at = NULL WHERE tip_id = @tipId";
        const string give = $"""
            UPDATE photos
            SET tip_id = @tipId, position = @position, slot = NULL
            WHERE id = @photoId AND owner_id = @ownerId AND {IsUnused}
            """;
        await work.Execute(release, new { tipId });
        foreach (var (photoId, position) in photoIds.Select((photoId, position) => (photoId, position)))
        {
            if (
                await work.Execute(
                    give,
                    new
                    {
                        tipId,
                        position,
                        photoId,
                        ownerId,
                    }
                ) == 0
            )
            {
                return false;
            }
        }

        await ContentCheckStore.AskAboutPhotosOfTip(work, tipId, now);
        return true;
    }

    /// <summary>Makes this photo, or none, the application's.</summary>
    /// <param name="keepsOthers">The one it had stays for the version that named it; of a draft it becomes unused again.</param>
    /// <returns>False as for a tip.</returns>
    public static async Task<bool> GiveToApplication(
        Work work,
        UploadOwner owner,
        Guid applicationId,
        bool keepsOthers,
        Guid? photoId
    )
    {
        const string release = """
            UPDATE photos
            SET application_id = NULL, reviewed_at = NULL, kept_for_id = IF(@keepsOthers, @applicationId, NULL)
            WHERE application_id = @applicationId AND NOT id <=> @photoId
            """;
        var give = $"""
            UPDATE photos
            SET application_id = @applicationId, kept_for_id = NULL, slot = NULL
            WHERE id = @photoId AND {owner.IsTheirs} AND ({IsUnused} OR kept_for_id = @applicationId)
            """;
        const string isItsOwn = "SELECT 1 FROM photos WHERE id = @photoId AND application_id = @applicationId";
        await work.Execute(
            release,
            new
            {
                applicationId,
                keepsOthers,
                photoId,
            }
        );
        return photoId is null
            || await work.FirstOrNothing<int>(isItsOwn, new { photoId, applicationId }) == 1
            || await work.Execute(
                give,
                new
                {
                    applicationId,
                    photoId,
                    owner.Id,
                    owner.OrganizationId,
                }
            ) == 1;
    }

    /// <summary>Erases the photos of a tip that its author took back; their files go with the next collection.</summary>
    public static Task DeleteOfTip(Work work, Guid tipId) =>
        work.Execute("DELETE FROM photos WHERE tip_id = @tipId", new { tipId });

    /// <summary>Erases the photos of a citizen that are part of nothing.</summary>
    public static Task DeleteUnused(Work work, Guid ownerId) =>
        work.Execute($"DELETE FROM photos WHERE owner_id = @ownerId AND {IsUnused}", new { ownerId });

    public static Task DeleteOfApplication(Work work, Guid applicationId) =>
        work.Execute("DELETE FROM photos WHERE application_id = @applicationId", new { applicationId });
}

/// <summary>A photo whose pictures are in their places, though in no row yet.</summary>
/// <param name="PictureCount">How many different ones.</param>
public sealed record PlacedPhoto(Guid UploadId, EncodedPhoto Photo, int PictureCount);

/// <summary>Numbers under a unique key that bound how many of something one citizen has.</summary>
internal static class FreeSlot
{
    public static int? In(IEnumerable<int> taken, int most)
    {
        var used = taken.ToHashSet();
        for (var slot = 1; slot <= most; slot++)
        {
            if (!used.Contains(slot))
            {
                return slot;
            }
        }

        return null;
    }
}
