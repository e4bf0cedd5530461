using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Applications;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class SaveFiledApplication
{
    public sealed record Request : FiledForm
    {
        [Between(1, int.MaxValue)]
        public required int Version { get; init; }
    }

    /// <summary>保存本单位的申报草稿（例如导入的名单），或退回后要求补正的内容</summary>
    public static async Task<Results<Ok<ApplicationStatus>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        Db db,
        ApplicationStore applications,
        CancellationToken cancellationToken
    )
    {
        var filer = staff.AsFiler();
        if (
            request.ToContent().IsRefused(out var refusal, out var sent)
            || FilingRules.Endorsed(sent, filer.OrganizationId).IsRefused(out refusal, out sent)
        )
        {
            return Problems.From(refusal);
        }

        var content = sent;
        var saved = await db.Write<WrittenApplication>(
            async work =>
            {
                var written = await applications.Save(work, filer, id.Value, request.Version, content, staff.Now);
                if (!written.IsRefused(out _))
                {
                    await AuditLog.Record(work, staff.Id, "application.saved", "application", id.Value, staff.Now);
                }

                return written;
            },
            cancellationToken
        );
        return saved.IsRefused(out refusal, out var result)
            ? Problems.From(refusal)
            : TypedResults.Ok(ApplicationStatus.For(result));
    }
}
