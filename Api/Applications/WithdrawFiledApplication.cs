using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class WithdrawFiledApplication
{
    /// <summary>撤回本单位的申报</summary>
    public static async Task<Results<Ok<ApplicationStatus>, ProblemHttpResult>> Handle(
        OpaqueId id,
        ApplicationMove request,
        StaffCaller staff,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var moved = await db.Write<WrittenApplication>(
            async work =>
            {
                var written = await ApplicationStore.Withdraw(
                    work,
                    staff.AsFiler(),
                    id.Value,
                    request.Version,
                    staff.Now
                );
                if (!written.IsRefused(out _))
                {
                    await AuditLog.Record(work, staff.Id, "application.withdrawn", "application", id.Value, staff.Now);
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
