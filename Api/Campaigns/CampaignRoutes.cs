using Craftsman.Domain.Identity;

namespace Craftsman.Api.Campaigns;

public static class CampaignRoutes
{
    public static void MapCampaigns(this RouteGroupBuilder miniProgram) =>
        miniProgram
            .MapGet("/campaigns/current", GetCurrentCampaign.Handle)
            .AllowAnonymous()
            .WithTags("活动")
            .Produces<GetCurrentCampaign.Response>()
            .Produces(304);

    public static void MapStaffCampaigns(this RouteGroupBuilder admin) =>
        admin
            .MapPut("/campaigns/{id}/places", ChangePlaces.Handle)
            .RequireAuthorization(nameof(StaffRole.Administrator))
            .WithTags("活动")
            .ProducesProblem(404)
            .ProducesProblem(409);
}
