using Craftsman.Api.Identity;

namespace Craftsman.Api.Approvals;

public static class ApprovalsRoutes
{
    public static void MapStaffApprovals(this RouteGroupBuilder admin)
    {
        var approvals = admin.MapGroup("/approvals").WithTags("审批");
        approvals.MapGet("", ListApprovals.Handle).RequireAuthorization(StaffPolicies.ApprovalReaders);
        var decisions = approvals
            .MapGroup("/{id}")
            .RequireAuthorization(StaffPolicies.Approvers)
            .ProducesProblem(404)
            .ProducesProblem(409);
        decisions.MapPost("/approve", Approve.Handle);
        decisions.MapPost("/refuse", Refuse.Handle);
        admin
            .MapPost("/cases/{id}/disqualify", AskToDisqualify.Handle)
            .WithTags("审批")
            .RequireAuthorization(StaffPolicies.DisqualificationAskers)
            .ProducesProblem(404)
            .ProducesProblem(409);
    }
}
