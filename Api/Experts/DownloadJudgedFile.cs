using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Api.Media;
using Craftsman.Domain;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Experts;
using Craftsman.Infrastructure.Media;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class DownloadJudgedFile
{
    /// <summary>下载要评的案卷的一份证明材料</summary>
    /// <remarks>For an expert who judges the case; whatever else is asked for does not exist. Goes on the audit record each time.</remarks>
    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Handle(
        OpaqueId id,
        OpaqueId caseId,
        OpaqueId fileId,
        HttpContext context,
        StaffCaller staff,
        RecusalStore recusals,
        SheetQueries sheets,
        MediaStore media,
        SealedFile sealedFile,
        CancellationToken cancellationToken
    )
    {
        await recusals.Settle(id.Value, staff.Id, caseId.Value, staff.Now, cancellationToken);
        var read = await sheets.ReadFile(id.Value, caseId.Value, staff.Id, fileId.Value, staff.Now, cancellationToken);
        if (read.IsRefused(out var refusal, out var file))
        {
            return Problems.From(refusal);
        }

        return await media.Open(MediaKind.Proof, file.StorageKey, cancellationToken) is { } stored
            ? DownloadFile.Stream(context, file, stored, sealedFile, cancellationToken)
            : Problems.From(RequestRefusals.NotFound);
    }
}
