namespace Craftsman.Api.Tips;

public static class TipsRoutes
{
    public static void MapTips(this RouteGroupBuilder miniProgram) { }

    public static void MapStaffTips(this RouteGroupBuilder admin) { }
}
