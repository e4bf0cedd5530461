using Craftsman.Api.Identity;
using Craftsman.Domain.Identity;

namespace Craftsman.Api.Review;

public static class ReviewRoutes
{
    public static void MapStaffReview(this RouteGroupBuilder admin)
    {
        var cases = admin.MapGroup("/cases").WithTags("资格审核");
        cases.MapGet("", ListCases.Handle).RequireAuthorization(StaffPolicies.CaseReaders);
        cases.MapGet("/{id}", GetCase.Handle).RequireAuthorization(StaffPolicies.CaseReaders).ProducesProblem(404);
        var moves = cases
            .MapGroup("/{id}")
            .RequireAuthorization(nameof(StaffRole.QualificationReviewer))
            .ProducesProblem(404)
            .ProducesProblem(409);
        moves.MapPost("/start-review", StartReview.Handle);
        moves.MapPost("/claim", ClaimCase.Handle);
        moves.MapPost("/release", ReleaseCase.Handle);
        moves.MapPost("/contact", UnmaskContact.Handle);
        moves.MapPost("/screen", ScreenCase.Handle);
        moves.MapPut("/checklist", CheckCase.Handle);
        moves.MapPost("/pass", PassCase.Handle);
        moves.MapPost("/return", ReturnCase.Handle);
        moves.MapPost("/reject", RejectCase.Handle);
    }
}
