namespace Craftsman.Api.Voting;

public static class VotingRoutes
{
    public static void MapVoting(this RouteGroupBuilder miniProgram) { }

    public static void MapStaffVoting(this RouteGroupBuilder admin) { }
}
