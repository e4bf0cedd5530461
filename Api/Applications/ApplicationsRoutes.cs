using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Identity;

namespace Craftsman.Api.Applications;

public static class ApplicationsRoutes
{
    public static void MapApplications(this RouteGroupBuilder miniProgram)
    {
        miniProgram.MapPost("/eligibility/check", CheckEligibility.Handle).AllowAnonymous().WithTags("申报");
        var applications = miniProgram.MapGroup("/me/applications").WithTags("申报");
        applications.MapPost("", CreateApplication.Handle).ProducesProblem(409);
        applications.MapGet("", ListMyApplications.Handle);
        applications.MapGet("/{id}", GetMyApplication.Handle).ProducesProblem(404);
        applications.MapPut("/{id}", SaveApplication.Handle).ProducesProblem(404).ProducesProblem(409);
        applications.MapDelete("/{id}", DeleteApplication.Handle).ProducesProblem(404).ProducesProblem(409);
        applications.MapPost("/{id}/submit", SubmitApplication.Handle).ProducesProblem(404).ProducesProblem(409);
        applications.MapPost("/{id}/withdraw", WithdrawApplication.Handle).ProducesProblem(404).ProducesProblem(409);
        applications.MapGet("/{id}/timeline", GetTimeline.Handle).ProducesProblem(404);
        applications
            .MapGet("/{id}/form.docx", DownloadMyForm.Handle)
            .Produces<Stream>(200, MediaTypes.Docx)
            .ProducesProblem(404)
            .ProducesProblem(409);
    }

    public static void MapStaffPaper(this RouteGroupBuilder admin)
    {
        var applications = admin.MapGroup("/applications").WithTags("纸质申报表");
        applications
            .MapGet("/{id}/form.docx", DownloadFormForStaff.Handle)
            .RequireAuthorization(StaffPolicies.FormPrinters)
            .Produces<Stream>(200, MediaTypes.Docx)
            .ProducesProblem(404)
            .ProducesProblem(409);
        applications
            .MapPost("/{id}/paper-received", RecordPaperReceived.Handle)
            .RequireAuthorization(nameof(StaffRole.OfficeClerk))
            .ProducesProblem(404)
            .ProducesProblem(409);
        applications
            .MapGet("/export.xlsx", ExportApplications.Handle)
            .RequireAuthorization(StaffPolicies.FormReaders)
            .Produces<Stream>(200, MediaTypes.Xlsx);
    }
}
