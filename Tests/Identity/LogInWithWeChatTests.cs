using Craftsman.Tests.Support;

namespace Craftsman.Tests.Identity;

public sealed class LogInWithWeChatTests(App app)
{
    [Fact]
    public async Task A_code_of_WeChat_opens_a_session_that_may_call_the_api()
    {
        var citizen = await app.NewCitizen();

        (await citizen.Api.Post("/api/v1/auth/logout")).Should(204);
    }

    [Theory]
    [InlineData("unknown-code", 401, "login-code-invalid")]
    [InlineData("used", 401, "login-code-invalid")]
    [InlineData("blocked", 403, "login-blocked")]
    [InlineData("busy", 503, "wechat-unavailable")]
    public async Task A_code_WeChat_refuses_is_told_by_what_the_citizen_can_do(string code, int status, string problem)
    {
        (await app.Anonymous.Post("/api/v1/auth/wechat", new { code })).ShouldRefuse(status, problem);
    }

    [Fact]
    public async Task Twenty_first_logins_at_once_make_one_citizen()
    {
        var name = app.UniqueName("racing-login-");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Citizen.LogIn(app.Anonymous, name)));
        var sessions = await app.Database.Rows<Guid>(
            "SELECT DISTINCT s.citizen_id FROM sessions s JOIN citizens c ON c.id = s.citizen_id WHERE s.created_at > @since GROUP BY s.citizen_id HAVING COUNT(*) = 20",
            new { since = TimeProvider.System.GetUtcNow().AddMinutes(-5) }
        );

        Assert.Single(sessions);
    }

    [Fact]
    public async Task A_session_that_was_logged_out_can_neither_write_nor_be_refreshed()
    {
        var citizen = await app.NewCitizen();
        (await citizen.Api.Post("/api/v1/auth/logout")).Should(204);

        (await app.Anonymous.Post("/api/v1/auth/refresh", new { citizen.RefreshToken })).ShouldRefuse(
            401,
            "session-ended"
        );
    }

    [Fact]
    public async Task A_refresh_token_that_comes_again_within_a_minute_lost_its_answer_and_gets_a_successor()
    {
        var citizen = await app.NewCitizen();
        (await app.Anonymous.Post("/api/v1/auth/refresh", new { citizen.RefreshToken })).Should(200);

        var again = (await app.Anonymous.Post("/api/v1/auth/refresh", new { citizen.RefreshToken })).Should(200);

        (await app.Anonymous.Post("/api/v1/auth/refresh", new { refreshToken = again.Word("refreshToken") })).Should(
            200
        );
    }

    [Fact]
    public async Task A_refresh_token_that_comes_again_later_revokes_its_whole_family()
    {
        var citizen = await app.NewCitizen();
        var successor = (await app.Anonymous.Post("/api/v1/auth/refresh", new { citizen.RefreshToken })).Should(200);
        var later = app.InTheFuture(TimeSpan.FromSeconds(90));

        (await later.Post("/api/v1/auth/refresh", new { citizen.RefreshToken })).ShouldRefuse(401, "session-ended");

        (await later.Post("/api/v1/auth/refresh", new { refreshToken = successor.Word("refreshToken") })).ShouldRefuse(
            401,
            "session-ended"
        );
    }

    [Fact]
    public async Task Fifty_refreshes_with_one_token_at_once_all_get_a_successor()
    {
        var citizen = await app.NewCitizen();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(_ => app.Anonymous.Post("/api/v1/auth/refresh", new { citizen.RefreshToken }))
        );

        Assert.All(answers, answer => answer.Should(200));
    }

    [Fact]
    public async Task An_access_token_is_good_for_fifteen_minutes_and_then_says_that_it_expired()
    {
        var citizen = await app.NewCitizen();

        (await citizen.At(app.InTheFuture(TimeSpan.FromMinutes(14))).Api.Post("/api/v1/auth/logout")).Should(204);

        (await citizen.At(app.InTheFuture(TimeSpan.FromMinutes(16))).Api.Post("/api/v1/auth/logout")).ShouldRefuse(
            401,
            "token-expired"
        );
    }
}
