using Craftsman.Api.Approvals;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Media;
using Craftsman.Domain.Objections;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Objections;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Objections;

public static class UpholdObjection
{
    /// <param name="Outcome">ExpertReview 重新评审；Rejected 不予通过；Disqualified 取消申报资格，需另一人审批</param>
    /// <param name="Reasons">申报人会看到，凭查询码也可以看到，不要写入个人信息</param>
    /// <param name="FileIds">取消申报资格的依据</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed] ObjectionOutcome? Outcome,
        [property: Needed, Prose(500)] string Reasons,
        [property: AtMost(ObjectionRules.MostFiles)] IReadOnlyList<string>? FileIds
    );

    /// <summary>异议成立</summary>
    /// <remarks>
    /// 五(社会公示): the case goes back to the experts, or is rejected. With Disqualified (九(三)) the examiner is the first of two persons: the
    /// answer is 202, an office clerk decides within seven days, and until then the objection is examined still.
    /// </remarks>
    public static async Task<Results<Ok<ObjectionMoved>, Accepted<AskToDisqualify.Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var (outcome, reasons) = (request.Outcome!.Value, request.Reasons.Trim());
        Guid[] fileIds = [.. (request.FileIds ?? []).Select(UploadId.Of).Distinct()];
        if (outcome == ObjectionOutcome.Disqualified)
        {
            var asked = await db.Write<Guid>(
                work =>
                    ObjectionStore.AskToDisqualify(
                        work,
                        campaign.Id,
                        id.Value,
                        request.Version,
                        reasons,
                        fileIds,
                        staff.Id,
                        staff.Now
                    ),
                cancellationToken
            );
            return asked.IsRefused(out var no, out var approvalId)
                ? Problems.From(no)
                : TypedResults.Accepted((string?)null, new AskToDisqualify.Response(approvalId));
        }

        if (fileIds.Length > 0)
        {
            return Problems.From(RequestRefusals.Malformed.About("fileIds", "只有申请取消申报资格时才附材料。"));
        }

        var upheld = await db.Write<ObjectionMoved>(
            work =>
                ObjectionStore.Uphold(
                    work,
                    campaign.Id,
                    id.Value,
                    request.Version,
                    outcome,
                    reasons,
                    staff.Id,
                    staff.Now
                ),
            cancellationToken
        );
        return upheld.IsRefused(out var refusal, out var moved) ? Problems.From(refusal) : TypedResults.Ok(moved);
    }
}
