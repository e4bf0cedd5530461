using Craftsman.Api.Identity;
using Craftsman.Domain.Identity;

namespace Craftsman.Api.Objections;

public static class ObjectionsRoutes
{
    public static void MapObjections(this RouteGroupBuilder miniProgram)
    {
        var objections = miniProgram.MapGroup("").WithTags("社会公示");
        objections
            .MapPost("/public-notices/{id}/objections", SubmitObjection.Handle)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422);
        objections.MapGet("/objections/{followCode}", FollowObjection.Handle).AllowAnonymous().ProducesProblem(404);
    }

    public static void MapStaffObjections(this RouteGroupBuilder admin)
    {
        var objections = admin.MapGroup("/objections").WithTags("异议");
        objections.MapGet("", ListObjections.Handle).RequireAuthorization(StaffPolicies.NoticeReaders);
        objections
            .MapGet("/{id}", GetObjection.Handle)
            .RequireAuthorization(StaffPolicies.NoticeReaders)
            .ProducesProblem(404);
        var acts = objections
            .MapGroup("")
            .RequireAuthorization(nameof(StaffRole.NoticeOfficer))
            .ProducesProblem(404)
            .ProducesProblem(409);
        acts.MapPost("", EnterObjection.Handle);
        acts.MapPost("/{id}/acknowledge", AcknowledgeObjection.Handle);
        acts.MapPost("/{id}/contact", UnmaskObjector.Handle);
        acts.MapPost("/{id}/uphold", UpholdObjection.Handle);
        acts.MapPost("/{id}/dismiss", DismissObjection.Handle);
    }
}
