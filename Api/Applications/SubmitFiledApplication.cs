using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class SubmitFiledApplication
{
    /// <summary>提交本单位的申报草稿或补正材料</summary>
    public static async Task<Results<Ok<ApplicationStatus>, ProblemHttpResult>> Handle(
        OpaqueId id,
        ApplicationMove request,
        StaffCaller staff,
        CampaignQueries campaigns,
        Db db,
        ApplicationStore applications,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var moved = await db.Write<WrittenApplication>(
            async work =>
            {
                var written = await applications.Submit(
                    work,
                    campaign,
                    staff.AsFiler(),
                    id.Value,
                    request.Version,
                    staff.Now
                );
                if (!written.IsRefused(out _))
                {
                    await AuditLog.Record(work, staff.Id, "application.submitted", "application", id.Value, staff.Now);
                }

                return written;
            },
            cancellationToken
        );
        return moved.IsRefused(out var refusal, out var result)
            ? Problems.From(refusal)
            : TypedResults.Ok(ApplicationStatus.For(result));
    }
}
