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
}
