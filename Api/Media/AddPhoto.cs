using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Media;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Media;

public static class AddPhoto
{
    /// <param name="PhotoId">在推荐或申报中填写；48 小时内没有使用的照片会被删除</param>
    public sealed record Response(Guid PhotoId);

    /// <summary>上传一张照片</summary>
    /// <remarks>
    /// JPEG, PNG or WebP of at most 10 MB, told by its content. It is turned upright, written anew without anything but the picture, and
    /// kept in three sizes when 201 is answered. It is not public.
    /// </remarks>
    public static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        HttpContext context,
        CitizenCaller citizen,
        MediaFolder folder,
        Pictures pictures,
        CitizenWrites writes,
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
        var placed = await photos.Place(photo, citizen.Now, cancellationToken);
        var added = await citizen.Once<UploadedContent, Response>(
            writes,
            received.Content,
            async (work, live) =>
                (await PhotoStore.Add(work, live.Id, placed, citizen.Now)).Then(id => new Response(id)),
            cancellationToken
        );
        return added.IsRefused(out refusal, out var response)
            ? Problems.From(refusal)
            : TypedResults.Created((string?)null, response);
    }
}
