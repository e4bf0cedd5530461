using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Approvals;
using Craftsman.Infrastructure.Approvals;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Api.Approvals;

/// <summary>The second person's word: judged by the row as it stands when it is held, whoever else decides at the same moment.</summary>
internal static class ApprovalDesk
{
    public static Task<Decision<ApprovalState>> Decide(
        Db db,
        Guid approvalId,
        bool isApproved,
        StaffCaller staff,
        CancellationToken cancellationToken
    ) =>
        db.Write<ApprovalState>(
            async work =>
            {
                if (await ApprovalStore.Lock(work, approvalId) is not { } approval)
                {
                    return RequestRefusals.NotFound;
                }

                if (ApprovalRules.MayDecide(approval, staff.Staff.Roles).IsRefused(out var notTheirs))
                {
                    return notTheirs;
                }

                var decision = ApprovalRules.Decide(approval, isApproved, staff.Id, staff.Now);
                if (!decision.IsRefused(out _, out var state))
                {
                    await ApprovalStore.Decide(work, approval, state, staff.Id, staff.Now);
                    if (
                        state == ApprovalState.Approved
                        && approval.Kind == ApprovalKind.DisqualifyCase
                        && await DisqualificationStore.Apply(work, approval, staff.Id, staff.Now) is { } refusal
                    )
                    {
                        return refusal;
                    }
                }

                return decision;
            },
            cancellationToken
        );
}
