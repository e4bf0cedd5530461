using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Experts;
using Craftsman.Infrastructure.Media;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class ShowJudgedPhoto
{
    /// <summary>查看要评的案卷的照片</summary>
    /// <remarks>
    /// JPEG, at most 2048 pixels on the longer side. Not under a signed address, which would hold for a while after a conflict was found. Goes on
    /// the audit record each time.
    /// </remarks>
    public static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Handle(
        OpaqueId id,
        OpaqueId caseId,
        OpaqueId photoId,
        HttpResponse response,
        StaffCaller staff,
        RecusalStore recusals,
        SheetQueries sheets,
        PhotoQueries photos,
        CancellationToken cancellationToken
    )
    {
        await recusals.Settle(id.Value, staff.Id, caseId.Value, staff.Now, cancellationToken);
        var read = await sheets.ReadPhoto(
            id.Value,
            caseId.Value,
            staff.Id,
            photoId.Value,
            staff.Now,
            cancellationToken
        );
        if (read.IsRefused(out var refusal))
        {
            return Problems.From(refusal);
        }

        if (await photos.Open(photoId.Value, PhotoSize.Large, cancellationToken) is not { } picture)
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(picture, MediaTypes.Jpeg);
    }
}
