using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Media;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Media;

public static class DownloadFile
{
    /// <summary>下载自己上传的一份证明材料</summary>
    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Handle(
        OpaqueId id,
        HttpContext context,
        CitizenCaller citizen,
        FileQueries files,
        MediaStore media,
        SealedFile sealedFile,
        CancellationToken cancellationToken
    )
    {
        var file = await files.Own(citizen.Id, id.Value, cancellationToken);
        if (file is null || await media.Open(MediaKind.Proof, file.StorageKey, cancellationToken) is not { } stored)
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        return Stream(context, file, stored, sealedFile, cancellationToken);
    }

    internal static PushStreamHttpResult Stream(
        HttpContext context,
        StoredFile file,
        Stream stored,
        SealedFile sealedFile,
        CancellationToken cancellationToken
    )
    {
        context.Response.RegisterForDisposeAsync(stored);
        return TypedResults.Stream(
            output => sealedFile.CopyTo(output, stored, file.StorageKey, file.Size, cancellationToken),
            FileRules.MediaType(file.Kind),
            file.Name
        );
    }
}
