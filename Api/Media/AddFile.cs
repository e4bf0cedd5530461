using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Media;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Media;

public static class AddFile
{
    /// <param name="FileId">在申报中填写；48 小时内没有使用的文件会被删除</param>
    /// <param name="Name">保存的文件名</param>
    /// <param name="Size">字节数</param>
    public sealed record Response(Guid FileId, string Name, long Size);

    /// <summary>上传一份证明材料</summary>
    /// <remarks>PDF, Word (docx without macros), JPEG or PNG of at most 10 MB, told by its content; kept as it is, encrypted.</remarks>
    public static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        HttpContext context,
        CitizenCaller citizen,
        MediaFolder folder,
        CitizenWrites writes,
        FileStore files,
        CancellationToken cancellationToken
    )
    {
        if ((await Upload.Receive(context, folder, cancellationToken)).IsRefused(out var refusal, out var upload))
        {
            return Problems.From(refusal);
        }

        await using var received = upload;
        if (Proofs.KindOf(received.File).IsRefused(out refusal, out var kind))
        {
            return Problems.From(refusal);
        }

        var proof = await files.Place(received.File, kind, received.SentName, citizen.Now, cancellationToken);
        var added = await citizen.Once<UploadedContent, Response>(
            writes,
            received.Content,
            async (work, live) =>
                (await files.Add(work, live.Id, proof, citizen.Now)).Then(id => new Response(
                    id,
                    proof.Name,
                    proof.Size
                )),
            cancellationToken
        );
        if (added.IsRefused(out refusal, out var response))
        {
            await files.Discard(proof);
            return Problems.From(refusal);
        }

        if (response.FileId != proof.Id)
        {
            // A retry: what its first try sent is the file.
            await files.Discard(proof);
        }

        return TypedResults.Created($"/api/v1/files/{response.FileId}", response);
    }
}
