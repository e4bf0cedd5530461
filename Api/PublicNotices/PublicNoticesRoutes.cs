using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Identity;

namespace Craftsman.Api.PublicNotices;

public static class PublicNoticesRoutes
{
    public static void MapPublicNotices(this RouteGroupBuilder miniProgram)
    {
        var notices = miniProgram.MapGroup("/public-notices").WithTags("社会公示").AllowAnonymous();
        notices.MapGet("", ListPublicNotices.Handle);
        notices.MapGet("/{id}", GetPublicNotice.Handle).ProducesProblem(404);
    }

    public static void MapStaffPublicNotices(this RouteGroupBuilder admin)
    {
        var reads = admin
            .MapGroup("/public-notices")
            .WithTags("社会公示")
            .RequireAuthorization(StaffPolicies.NoticeReaders);
        reads.MapGet("", ListPublicNoticesForStaff.Handle);
        reads.MapGet("/shortlisted-cases", ListShortlistedCases.Handle);
        reads.MapGet("/{id}", GetPublicNoticeForStaff.Handle).ProducesProblem(404);
        reads
            .MapGet("/{id}/notice.docx", PrintPublicNotice.Handle)
            .Produces<Stream>(200, MediaTypes.Docx)
            .ProducesProblem(404);

        var acts = admin
            .MapGroup("")
            .WithTags("社会公示")
            .RequireAuthorization(nameof(StaffRole.NoticeOfficer))
            .ProducesProblem(409);
        acts.MapPost("/public-notices", DraftPublicNotice.Handle);
        acts.MapPut("/public-notices/{id}", ChangePublicNotice.Handle).ProducesProblem(404);
        acts.MapPost("/public-notices/{id}/open", OpenPublicNotice.Handle).ProducesProblem(404);
        acts.MapPost("/public-notices/{id}/publications", RecordPublication.Handle).ProducesProblem(404);
        acts.MapPost("/cases/{id}/end-notice", EndNotice.Handle).ProducesProblem(404);
    }
}
