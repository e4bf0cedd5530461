using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Media;

public sealed class PhotoQueries(Db db, MediaStore media)
{
    /// <summary>One size of a photo; null when there is none.</summary>
    public async Task<Stream?> Open(Guid photoId, PhotoSize size, CancellationToken cancellationToken)
    {
        const string sql = "SELECT small_digest, medium_digest, large_digest FROM photos WHERE id = @photoId";
        var digests = await db.FirstOrNothing<DigestsRow>(sql, new { photoId }, cancellationToken);
        return digests is null
            ? null
            : await media.Open(
                MediaKind.Picture,
                size switch
                {
                    PhotoSize.Small => digests.SmallDigest,
                    PhotoSize.Medium => digests.MediumDigest,
                    _ => digests.LargeDigest,
                },
                cancellationToken
            );
    }

    private sealed record DigestsRow
    {
        public byte[] SmallDigest { get; init; } = [];
        public byte[] MediumDigest { get; init; } = [];
        public byte[] LargeDigest { get; init; } = [];
    }
}
