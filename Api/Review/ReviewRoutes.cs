namespace Craftsman.Api.Review;

public static class ReviewRoutes
{
    public static void MapReview(this RouteGroupBuilder miniProgram) { }

    public static void MapStaffReview(this RouteGroupBuilder admin) { }
}
