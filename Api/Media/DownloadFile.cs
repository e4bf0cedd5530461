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
        CitizenCaller citizen,
        FileQueries files,
        SealedFile sealedFile,
        CancellationToken cancellationToken
    )
    {
        var file = await files.Own(citizen.Id, id.Value, cancellationToken);
        if (file is null || !File.Exists(file.Path))
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        return Stream(file, sealedFile, cancellationToken);
    }

    internal static PushStreamHttpResult Stream(
        StoredFile file,
        SealedFile sealedFile,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Stream(
            async output =>
            {
                await using var stored = File.OpenRead(file.Path);
                await sealedFile.CopyTo(output, stored, file.StorageKey, file.Size, cancellationToken);
            },
            FileRules.MediaType(file.Kind),
            file.Name
        );
}
