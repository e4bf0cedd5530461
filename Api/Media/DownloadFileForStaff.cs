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
    /// <summary>下载申报的证明材料、同意书扫描件或会议纪要</summary>
    /// <remarks>
    /// Proofs of submitted applications and scans of consents, for reviewers of the worker's district and for auditors; those of objections
    /// and publications for notice officers; what a disqualification is asked for; signed minutes,
    /// for the leading group and its office; and one's own uploads. Goes on the audit record each time.
    /// </remarks>
    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Handle(
        OpaqueId id,
        HttpContext context,
        StaffCaller staff,
        Db db,
        FileQueries files,
        MediaStore media,
        SealedFile sealedFile,
        CancellationToken cancellationToken
    )
    {
        var disclosed = await db.Write<StoredFile>(
            async work =>
            {
                if (await files.InUse(work, id.Value) is not { } used || !MayRead(staff, used))
                {
                    return RequestRefusals.NotFound;
                }

                await FileStore.RecordDownload(work, id.Value, staff.Id, staff.Now);
                return used.File;
            },
            cancellationToken
        );
        if (disclosed.IsRefused(out var refusal, out var file))
        {
            return Problems.From(refusal);
        }

        return await media.Open(MediaKind.Proof, file.StorageKey, cancellationToken) is { } stored
            ? DownloadFile.Stream(context, file, stored, sealedFile, cancellationToken)
            : Problems.From(RequestRefusals.NotFound);
    }

    private static bool MayRead(StaffCaller staff, FileInUse file) =>
        file.UploadedBy == staff.Id
        || (
            (staff.WorksIn(file.District) || file.Use is FileUse.Publication or FileUse.Objection)
            && file.Use switch
            {
                FileUse.Application => staff.Has(StaffRole.QualificationReviewer)
                    || staff.Has(StaffRole.TipReviewer)
                    || staff.Has(StaffRole.Auditor),
                FileUse.Consent => staff.Has(StaffRole.TipReviewer) || staff.Has(StaffRole.Auditor),
                FileUse.Publication or FileUse.Objection => staff.Has(StaffRole.NoticeOfficer)
                    || staff.Has(StaffRole.Auditor),
                FileUse.Disqualification => staff.Has(StaffRole.QualificationReviewer)
                    || staff.Has(StaffRole.OfficeClerk)
                    || staff.Has(StaffRole.Auditor),
                _ => false,
            }
        )
        || (
            file.Use == FileUse.Minutes
            && (
                staff.Has(StaffRole.OfficeClerk)
                || staff.Has(StaffRole.LeadingGroupMember)
                || staff.Has(StaffRole.Auditor)
            )
        );
}
