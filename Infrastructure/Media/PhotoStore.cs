using Craftsman.Domain;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Media;

/// <summary>Writes photos: the files, the row, and what a photo belongs to.</summary>
public sealed class PhotoStore(MediaStore media)
{
    /// <summary>How many photos of a citizen may wait to be used.</summary>
    public const int MostWaiting = 30;

    /// <summary>
    /// Keeps a photo. Its files are put in their places while their rows are held, and before the photo's row: so the collector neither takes
    /// a file that this photo needs, nor is a photo ever acknowledged that is not kept.
    /// </summary>
    public async Task<Decision<Guid>> Add(Work work, Guid ownerId, EncodedPhoto photo, DateTimeOffset now)
    {
        const string hold = """
            INSERT INTO photo_blobs (digest, created_at)
            VALUES (@Digest, @now)
            ON DUPLICATE KEY UPDATE digest = digest
            """;
        const string taken = "SELECT slot FROM photos WHERE owner_id = @ownerId AND slot IS NOT NULL";
        const string add = """
            INSERT INTO photos (id, owner_id, slot, small_digest, medium_digest, large_digest, width, height, created_at)
            VALUES (@id, @ownerId, @slot, @Small, @Medium, @Large, @Width, @Height, @now)
            """;
        // In one order, so that two alike photos at once do not wait for each other.
        foreach (
            var picture in photo.Pictures.Values.OrderBy(
                picture => Convert.ToHexString(picture.Digest),
                StringComparer.Ordinal
            )
        )
        {
            await work.Execute(hold, new { picture.Digest, now });
            await media.Place(MediaKind.Picture, picture.Digest, picture.Path, CancellationToken.None);
        }

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
        const string give = """
            UPDATE photos
            SET tip_id = @tipId, position = @position, slot = NULL
            WHERE id = @photoId AND owner_id = @ownerId AND tip_id IS NULL AND application_id IS NULL
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

    /// <summary>Makes this photo, or none, the application's; the one it had becomes unused again.</summary>
    /// <returns>False as for a tip.</returns>
    public static async Task<bool> GiveToApplication(Work work, Guid ownerId, Guid applicationId, Guid? photoId)
    {
        const string release =
            "UPDATE photos SET application_id = NULL, reviewed_at = NULL WHERE application_id = @applicationId AND NOT id <=> @photoId";
        const string give = """
            UPDATE photos
            SET application_id = @applicationId, slot = NULL
            WHERE id = @photoId AND owner_id = @ownerId AND tip_id IS NULL AND application_id IS NULL
            """;
        const string isItsOwn = "SELECT 1 FROM photos WHERE id = @photoId AND application_id = @applicationId";
        await work.Execute(release, new { applicationId, photoId });
        return photoId is null
            || await work.FirstOrNothing<int>(isItsOwn, new { photoId, applicationId }) == 1
            || await work.Execute(
                give,
                new
                {
                    applicationId,
                    photoId,
                    ownerId,
                }
            ) == 1;
    }

    /// <summary>Erases the photos of a tip that its author took back; their files go with the next collection.</summary>
    public static Task DeleteOfTip(Work work, Guid tipId) =>
        work.Execute("DELETE FROM photos WHERE tip_id = @tipId", new { tipId });

    public static Task DeleteOfApplication(Work work, Guid applicationId) =>
        work.Execute("DELETE FROM photos WHERE application_id = @applicationId", new { applicationId });
}

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
