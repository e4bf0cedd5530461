using System.Globalization;
using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Media;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Media;

/// <summary>
/// A photo under a signed address, for whoever was given it, as long as it holds; under a plain one for everybody, as long as the
/// candidate is shown with it.
/// </summary>
public static class ShowPhoto
{
    /// <summary>So long caches may show a photo that was taken back.</summary>
    private const int PublicSeconds = 30;

    public static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Handle(
        OpaqueId id,
        string size,
        string? expires,
        string? signature,
        HttpContext context,
        ArrivedAt arrived,
        PhotoAddresses addresses,
        PhotoQueries photos,
        ShownPhotos shown,
        CancellationToken cancellationToken
    )
    {
        if (PhotoAddresses.SizeOf(size) is not { } wanted)
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        string caching;
        if (addresses.SecondsLeft(id.Value, wanted, expires, signature, arrived.Value) is { } seconds)
        {
            caching = string.Create(CultureInfo.InvariantCulture, $"private, max-age={seconds}");
        }
        else if (expires is null && signature is null && await shown.Include(id.Value, cancellationToken))
        {
            caching = string.Create(CultureInfo.InvariantCulture, $"public, max-age={PublicSeconds}");
        }
        else
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        if (await photos.Open(id.Value, wanted, cancellationToken) is not { } picture)
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        context.Response.Headers.ContentDisposition = "inline";
        context.Response.Headers.CacheControl = caching;
        return TypedResults.Stream(picture, "image/jpeg");
    }
}
