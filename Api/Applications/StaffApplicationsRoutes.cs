using Craftsman.Api.Identity;
using Craftsman.Api.Media;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Applications;

namespace Craftsman.Api.Applications;

public static class StaffApplicationsRoutes
{
    public static void MapStaffApplications(this RouteGroupBuilder admin)
    {
        var applications = admin.MapGroup("/applications").WithTags("申报");
        var reads = applications.MapGroup("").RequireAuthorization(StaffPolicies.ApplicationReaders);
        reads.MapGet("", ListApplications.Handle);
        reads.MapGet("/{id}", GetApplication.Handle).ProducesProblem(404);
        reads.MapGet("/{id}/versions", ListApplicationVersions.Handle).ProducesProblem(404);
        var files = applications
            .MapGroup("")
            .RequireAuthorization(StaffPolicies.ApplicationFilers)
            .ProducesProblem(404)
            .ProducesProblem(409);
        files.MapPost("", FileApplication.Handle);
        files.MapPut("/{id}", SaveFiledApplication.Handle);
        files.MapPost("/{id}/submit", SubmitFiledApplication.Handle);
        files.MapPost("/{id}/withdraw", WithdrawFiledApplication.Handle);
        applications
            .MapPost("/import", ImportApplications.Handle)
            .RequireAuthorization(nameof(StaffRole.OrganizationUser))
            .TakesUpload();
        applications
            .MapPost("/{id}/rebind", RebindApplication.Handle)
            .RequireAuthorization(nameof(StaffRole.QualificationReviewer))
            .ProducesProblem(404)
            .ProducesProblem(409);
    }

    /// <summary>As whom a member of staff files: for their organization, or for a worker without WeChat.</summary>
    internal static Filer AsFiler(this StaffCaller staff) =>
        staff.Staff.OrganizationId is not null && staff.Has(StaffRole.OrganizationUser)
            ? Filer.Organization(staff.Staff)
            : Filer.Staff(staff.Staff);

    /// <summary>Who reviews prints what is of their districts; who files, what they filed: for their organization, or for a worker without WeChat.</summary>
    internal static bool MayPrint(this StaffCaller staff, PrintableApplication application) =>
        application.OrganizationId is { } organization
            && staff.Has(StaffRole.OrganizationUser)
            && staff.Staff.OrganizationId == organization
        || (
            staff.WorksIn(application.District)
            && (
                staff.Has(StaffRole.QualificationReviewer)
                || staff.Has(StaffRole.OfficeClerk)
                || staff.Has(StaffRole.Auditor)
                || (staff.Has(StaffRole.TipReviewer) && application is { IsFiledByStaff: true, OrganizationId: null })
            )
        );

    /// <summary>What a member of staff may read: who only files for an organization sees its own.</summary>
    internal static ApplicationScope ReadableTo(this StaffCaller staff) =>
        new(
            staff.Has(StaffRole.OrganizationUser) ? staff.Staff.OrganizationId : null,
            staff.Has(StaffRole.TipReviewer)
                || staff.Has(StaffRole.QualificationReviewer)
                || staff.Has(StaffRole.Auditor),
            staff.Districts,
            staff.Has(StaffRole.TipReviewer)
        );
}
