using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Identity;

namespace Craftsman.Api.Honours;

public static class HonoursRoutes
{
    public static void MapHonours(this RouteGroupBuilder miniProgram)
    {
        var laureates = miniProgram.MapGroup("/laureates").WithTags("杭州工匠").AllowAnonymous();
        laureates.MapGet("", ListLaureates.Handle);
        laureates.MapGet("/{id}", GetLaureate.Handle).ProducesProblem(404);
    }

    public static void MapStaffHonours(this RouteGroupBuilder admin)
    {
        var laureates = admin.MapGroup("/laureates").WithTags("杭州工匠");
        var read = laureates.MapGroup("").RequireAuthorization(StaffPolicies.LaureateReaders);
        read.MapGet("", ListLaureatesForStaff.Handle);
        read.MapGet("/export.xlsx", ExportLaureates.Handle).Produces<Stream>(200, MediaTypes.Xlsx);
        read.MapGet("/{id}/certificate.docx", PrintCertificate.Handle)
            .Produces<Stream>(200, MediaTypes.Docx)
            .ProducesProblem(404)
            .ProducesProblem(409);
        read.MapGet("/{id}", GetLaureateForStaff.Handle).ProducesProblem(404);
        laureates
            .MapPut("/{id}", RecordHonours.Handle)
            .RequireAuthorization(nameof(StaffRole.OfficeClerk))
            .ProducesProblem(404)
            .ProducesProblem(409);
        var story = laureates
            .MapGroup("/{id}")
            .RequireAuthorization(nameof(StaffRole.NoticeOfficer))
            .ProducesProblem(404)
            .ProducesProblem(409);
        story.MapPut("/story", WriteStory.Handle);
        story.MapPost("/publish", PublishLaureate.Handle);
        story.MapPost("/unpublish", UnpublishLaureate.Handle);
    }
}
