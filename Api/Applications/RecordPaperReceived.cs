using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Infrastructure.Applications;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class RecordPaperReceived
{
    /// <param name="VersionCode">纸质表左下方的版本码，连字符和大小写不限</param>
    /// <param name="Copies">这一次收到几份</param>
    public sealed record Request(
        [property: Needed, Line(40)] string VersionCode,
        [property: Between(1, PaperRules.Copies)] int Copies
    );

    /// <summary>登记收到的纸质申报表</summary>
    /// <remarks>
    /// A paper of another version is received too and answered with matches: false; it is on record, and the applicant reads that a new one
    /// is wanted. Of one version at most two copies.
    /// </remarks>
    public static async Task<Results<Ok<ReceivedCopies>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        PaperStore papers,
        CancellationToken cancellationToken
    )
    {
        if (VersionCode.Read(request.VersionCode) is not { } code)
        {
            return Problems.From(
                RequestRefusals.Malformed.About("versionCode", "版本码由 12 个字母和数字组成，请照纸质表填写。")
            );
        }

        var received = await papers.Receive(id.Value, code, request.Copies, staff.Staff, staff.Now, cancellationToken);
        return received.IsRefused(out var refusal, out var copies) ? Problems.From(refusal) : TypedResults.Ok(copies);
    }
}
