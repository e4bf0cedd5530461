using Craftsman.Domain.Identity;
using Craftsman.Domain.Review;

namespace Craftsman.Domain.Approvals;

/// <summary>Two persons: who asked does not decide, and what nobody decided in seven days lapses.</summary>
public static class ApprovalRules
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Who is the second person for what. Whoever asked may have had another role.</summary>
    public static Decision<Approval> MayDecide(Approval approval, IReadOnlyCollection<StaffRole> roles) =>
        (
            approval.Kind == ApprovalKind.DisqualifyCase
                ? roles.Contains(CaseMoves.ApproverOf(CaseMove.Disqualify)!.Value)
                : roles.Contains(StaffRole.FraudReviewer) || roles.Contains(StaffRole.OfficeClerk)
        )
            ? approval
            : IdentityRefusals.RoleMissing;

    public static Decision<ApprovalState> Decide(Approval approval, bool isApproved, Guid staffId, DateTimeOffset now)
    {
        if (approval.AskedBy == staffId)
        {
            return ApprovalRefusals.AnotherPersonNeeded;
        }

        if (approval.State != ApprovalState.Waiting)
        {
            return ApprovalRefusals.Decided;
        }

        if (now >= approval.LapsesAt)
        {
            return ApprovalRefusals.Lapsed;
        }

        return isApproved ? ApprovalState.Approved : ApprovalState.Refused;
    }
}
