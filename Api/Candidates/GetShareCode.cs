using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Infrastructure.Candidates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class GetShareCode
{
    /// <summary>人选的小程序码</summary>
    /// <remarks>
    /// A picture to print or share. The page it opens receives as scene the candidate's id without hyphens; of a merged candidate that of its
    /// root. While WeChat cannot draw one and none is kept the answer is 503.
    /// </remarks>
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        OpaqueId id,
        HttpContext context,
        PublicCopies copies,
        ShareCodes codes,
        CancellationToken cancellationToken
    )
    {
        var copy = await copies.Current(cancellationToken);
        if (copy.Members.PlaceOf(id.Value) is not { } place)
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        if ((await codes.Of(copy.Members.All[place].Id, cancellationToken)).IsRefused(out var refusal, out var code))
        {
            return Problems.From(refusal);
        }

        context.Response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.File(code.Image, code.MediaType);
    }
}
