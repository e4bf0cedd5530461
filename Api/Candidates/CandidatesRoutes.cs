namespace Craftsman.Api.Candidates;

public static class CandidatesRoutes
{
    public static void MapCandidates(this RouteGroupBuilder miniProgram) { }

    public static void MapStaffCandidates(this RouteGroupBuilder admin) { }
}
