using Craftsman.Api.Identity;
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

    public static void MapStaffCampaigns(this RouteGroupBuilder admin)
    {
        var days = admin.MapGroup("/campaign-days").WithTags("活动");
        days.MapGet("", ListCampaignDays.Handle).RequireAuthorization(StaffPolicies.DayReaders);
        days.MapPut("/{day}", ChangeCampaignDay.Handle)
            .RequireAuthorization(nameof(StaffRole.Administrator))
            .ProducesProblem(404)
            .ProducesProblem(409);
        admin
            .MapPut("/campaigns/{id}/places", ChangePlaces.Handle)
            .RequireAuthorization(nameof(StaffRole.Administrator))
            .WithTags("活动")
            .ProducesProblem(404)
            .ProducesProblem(409);
    }
}
