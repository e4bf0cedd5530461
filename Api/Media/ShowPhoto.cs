using System.Globalization;
using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Infrastructure.Media;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Media;

/// <summary>A photo under a signed address. No login: whoever was given the address may look, as long as it holds.</summary>
public static class ShowPhoto
{
    public static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Handle(
        OpaqueId id,
        string size,
        string? expires,
        string? signature,
        HttpContext context,
        ArrivedAt arrived,
        PhotoAddresses addresses,
        PhotoQueries photos,
        CancellationToken cancellationToken
    )
    {
        if (
            PhotoAddresses.SizeOf(size) is not { } wanted
            || addresses.SecondsLeft(id.Value, wanted, expires, signature, arrived.Value) is not { } seconds
            || await photos.Open(id.Value, wanted, cancellationToken) is not { } picture
        )
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        context.Response.Headers.ContentDisposition = "inline";
        context.Response.Headers.CacheControl = string.Create(
            CultureInfo.InvariantCulture,
            $"private, max-age={seconds}"
        );
        return TypedResults.Stream(picture, "image/jpeg");
    }
}
