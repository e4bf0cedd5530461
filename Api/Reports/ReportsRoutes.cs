using Craftsman.Api.Identity;
using Craftsman.Domain.Identity;

namespace Craftsman.Api.Reports;

public static class ReportsRoutes
{
    public static void MapReports(this RouteGroupBuilder miniProgram)
    {
        var reports = miniProgram.MapGroup("").WithTags("举报");
        reports.MapPost("/candidates/{id}/reports", ReportCandidate.Handle).ProducesProblem(404).ProducesProblem(409);
        reports.MapGet("/me/reports", ListMyReports.Handle);
    }

    public static void MapStaffReports(this RouteGroupBuilder admin)
    {
        var reports = admin.MapGroup("/reports").WithTags("举报");
        reports.MapGet("", ListReports.Handle).RequireAuthorization(StaffPolicies.TipReaders);
        var acts = reports
            .MapGroup("/{id}")
            .RequireAuthorization(nameof(StaffRole.TipReviewer))
            .ProducesProblem(404)
            .ProducesProblem(409);
        acts.MapPost("/dismiss", DecideReport.Dismiss);
        acts.MapPost("/uphold", DecideReport.Uphold);
    }
}
