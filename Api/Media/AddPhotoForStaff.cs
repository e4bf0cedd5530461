using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Media;

public static class AddPhotoForStaff
{
    /// <summary>上传代为申报的师傅的照片</summary>
    /// <remarks>As citizens' photos: JPEG, PNG or WebP of at most 10 MB. WeChat does not check it; staff look at it before it is public.</remarks>
    public static async Task<Results<Created<AddPhoto.Response>, ProblemHttpResult>> Handle(
        HttpContext context,
        StaffCaller staff,
        MediaFolder folder,
        Pictures pictures,
        Db db,
        PhotoStore photos,
        CancellationToken cancellationToken
    )
    {
        if ((await Upload.Receive(context, folder, cancellationToken)).IsRefused(out var refusal, out var upload))
        {
            return Problems.From(refusal);
        }

        await using var received = upload;
        if (PhotoRules.Kind(received.Kind).IsRefused(out refusal))
        {
            return Problems.From(refusal);
        }

        if ((await pictures.Encode(received.File.Name, cancellationToken)).IsRefused(out refusal, out var encoded))
        {
            return Problems.From(refusal);
        }

        using var photo = encoded;
        var placed = await photos.Place(photo, staff.Now, cancellationToken);
        var added = await db.Write<Guid>(
            work => PhotoStore.AddForStaff(work, staff.Id, placed, staff.Now),
            cancellationToken
        );
        return added.IsRefused(out refusal, out var photoId)
            ? Problems.From(refusal)
            : TypedResults.Created((string?)null, new AddPhoto.Response(photoId));
    }
}
