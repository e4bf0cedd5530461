using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Media;
using Craftsman.Domain.Objections;
using Craftsman.Infrastructure.Approvals;
using Craftsman.Infrastructure.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Approvals;

public static class AskToDisqualify
{
    /// <param name="FileIds">查实的材料，至少一份</param>
    /// <param name="Reason">查实了什么；申报人会看到</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed, AtMost(ObjectionRules.MostFiles)] IReadOnlyList<string> FileIds,
        [property: Needed, Prose(500)] string Reason
    );

    public sealed record Response(Guid ApprovalId);

    /// <summary>申请取消申报资格</summary>
    /// <remarks>九(三). Changes nothing yet: another person, an office clerk, decides within seven days.</remarks>
    public static async Task<Results<Accepted<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        Db db,
        CancellationToken cancellationToken
    )
    {
        if (request.FileIds.Count == 0)
        {
            return Problems.From(RequestRefusals.Malformed.About("fileIds", "请附上查实的材料。"));
        }

        var asked = new AskedDisqualification(
            id.Value,
            request.Version,
            null,
            request.Reason.Trim(),
            [.. request.FileIds.Select(UploadId.Of).Distinct()]
        );
        // Districts bind reviewers; the office of the leading group works for all.
        var districts = staff.Has(StaffRole.OfficeClerk) ? [] : staff.Districts;
        var done = await db.Write<Guid>(
            work => DisqualificationStore.Ask(work, asked, districts, staff.Id, staff.Now),
            cancellationToken
        );
        return done.IsRefused(out var refusal, out var approvalId)
            ? Problems.From(refusal)
            : TypedResults.Accepted((string?)null, new Response(approvalId));
    }
}
