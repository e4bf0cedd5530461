using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Media;

public static class AddFileForStaff
{
    /// <summary>上传一份扫描件</summary>
    /// <remarks>As citizens' proofs: PDF, Word (docx without macros), JPEG or PNG of at most 10 MB, told by its content; kept encrypted.</remarks>
    public static async Task<Results<Created<AddFile.Response>, ProblemHttpResult>> Handle(
        HttpContext context,
        StaffCaller staff,
        MediaFolder folder,
        Db db,
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

        var proof = await files.Place(received.File, kind, received.SentName, staff.Now, cancellationToken);
        var added = await db.Write<Guid>(
            async work => await files.AddForStaff(work, staff.Id, proof, staff.Now),
            cancellationToken
        );
        if (added.IsRefused(out refusal, out var fileId))
        {
            await files.Discard(proof);
            return Problems.From(refusal);
        }

        return TypedResults.Created($"/admin/v1/files/{fileId}", new AddFile.Response(fileId, proof.Name, proof.Size));
    }
}
