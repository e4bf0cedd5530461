using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Media;

public static class DownloadFileForStaff
{
    /// <summary>下载申报的证明材料，或同意书扫描件</summary>
    /// <remarks>
    /// Proofs of submitted applications and scans of consents, for reviewers of the worker's district and for auditors; and one's own
    /// uploads. Goes on the audit record each time.
    /// </remarks>
    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        Db db,
        FileQueries files,
        SealedFile sealedFile,
        CancellationToken cancellationToken
    )
    {
        var disclosed = await db.Write<StoredFile>(
            async work =>
            {
                if (
                    await files.InUse(work, id.Value) is not { } used
                    || !MayRead(staff, used)
                    || !File.Exists(used.File.Path)
                )
                {
                    return RequestRefusals.NotFound;
                }

                await FileStore.RecordDownload(work, id.Value, staff.Id, staff.Now);
                return used.File;
            },
            cancellationToken
        );
        return disclosed.IsRefused(out var refusal, out var file)
            ? Problems.From(refusal)
            : DownloadFile.Stream(file, sealedFile, cancellationToken);
    }

    private static bool MayRead(StaffCaller staff, FileInUse file) =>
        file.UploadedBy == staff.Id
        || (
            staff.WorksIn(file.District)
            && file.Use switch
            {
                FileUse.Application => staff.Has(StaffRole.QualificationReviewer)
                    || staff.Has(StaffRole.TipReviewer)
                    || staff.Has(StaffRole.Auditor),
                FileUse.Consent => staff.Has(StaffRole.TipReviewer) || staff.Has(StaffRole.Auditor),
                _ => false,
            }
        );
}
