using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Media;

public sealed class PhotoQueries(Db db, MediaFolder folder)
{
    /// <summary>Where a photo lies on disk; null when there is none.</summary>
    public async Task<string?> PathOf(Guid photoId, PhotoSize size, CancellationToken cancellationToken)
    {
        const string sql = "SELECT small_digest, medium_digest, large_digest FROM photos WHERE id = @photoId";
        var digests = await db.FirstOrNothing<DigestsRow>(sql, new { photoId }, cancellationToken);
        var path = digests is null
            ? null
            : folder.PhotoPath(
                size switch
                {
                    PhotoSize.Small => digests.SmallDigest,
                    PhotoSize.Medium => digests.MediumDigest,
                    _ => digests.LargeDigest,
                }
            );
        return File.Exists(path) ? path : null;
    }

    private sealed record DigestsRow
    {
        public byte[] SmallDigest { get; init; } = [];
        public byte[] MediumDigest { get; init; } = [];
        public byte[] LargeDigest { get; init; } = [];
    }
}
