using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;
using NetVips;

namespace Craftsman.Infrastructure.Demo;

/// <summary>Plain coloured cards in place of portraits: invented people have no faces. They go the way of every photo.</summary>
public sealed class DemoPortraits(MediaFolder folder, Pictures pictures, PhotoStore photos)
{
    private const int Width = 600;
    private const int Height = 800;

    public async Task<Guid> Add(
        Work work,
        Guid ownerId,
        int number,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        folder.Prepare();
        var path = folder.NewIncomingPath();
        try
        {
            using (var black = Image.Black(Width, Height))
            using (var card = black + new double[] { 60 + (25 * number % 150), 110, 200 - (20 * number % 150) })
            using (var plain = card.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb))
            {
                await File.WriteAllBytesAsync(path, plain.JpegsaveBuffer(), cancellationToken);
            }

            var encoded = await pictures.Encode(path, cancellationToken);
            using var photo = encoded.IsRefused(out var refusal, out var pictured)
                ? throw new InvalidOperationException(refusal.Code)
                : pictured;
            var placed = await photos.Place(photo, now, cancellationToken);
            var added = await PhotoStore.Add(work, ownerId, placed, now);
            return added.IsRefused(out refusal, out var id) ? throw new InvalidOperationException(refusal.Code) : id;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
