namespace Craftsman.Api.Applications;

public static class ApplicationsRoutes
{
    public static void MapApplications(this RouteGroupBuilder miniProgram) { }

    public static void MapStaffApplications(this RouteGroupBuilder admin) { }
}
