using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class DownloadFormForStaff
{
    /// <summary>下载申报表（一式两份）</summary>
    /// <remarks>The form holds whole phones: each download goes on the audit record. Who works for some districts downloads those of their cases, an organization its own. With version: the form and photo as they were submitted that time.</remarks>
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        HttpResponse response,
        CampaignQueries campaigns,
        Db db,
        PaperQueries papers,
        FormPrinter printer,
        [Between(1, int.MaxValue)] int? version,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var disclosed = await db.Write<(PrintableApplication Application, PaperForm Form)>(
            async work =>
            {
                if (
                    await papers.Find(work, id.Value, version) is not { State: not ApplicationState.Draft } application
                    || !staff.MayPrint(application)
                )
                {
                    return RequestRefusals.NotFound;
                }

                if (FormPrinter.FormOf(application, campaign).IsRefused(out var no, out var form))
                {
                    return no;
                }

                await AuditLog.Record(
                    work,
                    staff.Id,
                    "application.form-downloaded",
                    "application",
                    application.Id,
                    staff.Now,
                    new { application.VersionCode }
                );
                return (application, form);
            },
            cancellationToken
        );
        return disclosed.IsRefused(out var refusal, out var printed)
            ? Problems.From(refusal)
            : await printer.Print(printed.Application, printed.Form, response, cancellationToken);
    }
}
