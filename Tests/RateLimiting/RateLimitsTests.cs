using System.Diagnostics;
using System.Globalization;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.RateLimiting;

/// <summary>
/// Limits as a client meets them. Instances share what they count in Redis, and every test comes from one address; so a test that limits
/// addresses brings a Redis of its own.
/// </summary>
public sealed class RateLimitsTests(App app)
{
    private static readonly (string, string)[] TwoWritesPerCitizen =
    [
        ("RateLimits:WritesPerCitizen:PerMinute", "1"),
        ("RateLimits:WritesPerCitizen:Burst", "2"),
    ];

    private static readonly (string, string)[] TwoLoginsPerAddress =
    [
        ("RateLimits:LoginPerAddress:PerMinute", "1"),
        ("RateLimits:LoginPerAddress:Burst", "2"),
    ];

    [Fact]
    public async Task A_citizen_who_writes_too_often_is_told_when_to_come_back_and_nobody_else_notices()
    {
        var strict = app.With(TwoWritesPerCitizen);
        var citizen = (await app.NewCitizen()).At(strict);
        var other = (await app.NewCitizen()).At(strict);

        var first = (await Writes(citizen)).ShouldRefuse(404, "not-found");
        Assert.StartsWith("\"writes-per-citizen\";r=1;t=", first.Headers["RateLimit"], StringComparison.Ordinal);
        (await Writes(citizen)).ShouldRefuse(404, "not-found");

        var refused = (await Writes(citizen)).ShouldRefuse(429, "too-many-requests");
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], CultureInfo.InvariantCulture), 1, 60);
        Assert.StartsWith("\"writes-per-citizen\";r=0;t=", refused.Headers["RateLimit"], StringComparison.Ordinal);
        Assert.Contains(
            "\"writes-per-citizen\";q=1;w=60",
            refused.Headers["RateLimit-Policy"],
            StringComparison.Ordinal
        );
        Assert.Contains("\"writes-per-address\";q=", refused.Headers["RateLimit-Policy"], StringComparison.Ordinal);
        (await citizen.Api.Get("/api/v1/me/votes")).Should(200);
        (await Writes(other)).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task A_refused_write_leaves_nothing_behind()
    {
        var citizen = (await app.NewCitizen()).At(app.With(TwoWritesPerCitizen));
        await citizen.Tips();
        await citizen.Tips();

        (await citizen.SendsTip(A.Tip())).ShouldRefuse(429, "too-many-requests");

        Assert.Equal(
            2,
            (await citizen.Api.Get("/api/v1/me/tips")).Should(200).Json.GetProperty("items").GetArrayLength()
        );
    }

    [Fact]
    public async Task Two_instances_count_a_citizen_together()
    {
        var citizen = await app.NewCitizen();
        var here = citizen.At(app.With(TwoWritesPerCitizen));
        var there = citizen.At(app.With(TwoWritesPerCitizen));

        (await Writes(here)).Should(404);
        (await Writes(there)).Should(404);

        (await Writes(here)).ShouldRefuse(429, "too-many-requests");
        (await Writes(there)).ShouldRefuse(429, "too-many-requests");
    }

    [Fact]
    public async Task Logins_are_limited_by_address_and_what_a_stranger_says_of_the_address_is_ignored()
    {
        await using var redis = await RedisProcess.Starts();
        var strict = app.With([.. TwoLoginsPerAddress, ("Redis:ConnectionString", redis.ConnectionString)]);

        (await LogsIn(strict, from: "203.0.113.1")).ShouldRefuse(401, "login-code-invalid");
        (await LogsIn(strict, from: "203.0.113.2")).ShouldRefuse(401, "login-code-invalid");

        (await LogsIn(strict, from: "203.0.113.3")).ShouldRefuse(429, "too-many-requests");
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_each_client_has_a_limit_of_its_own_whatever_it_claims_itself()
    {
        await using var redis = await RedisProcess.Starts();
        var strict = BehindAProxy(redis);

        (await LogsIn(strict, from: "203.0.113.1")).Should(401);
        (await LogsIn(strict, from: "198.51.100.7, 203.0.113.1")).Should(401);

        (await LogsIn(strict, from: "198.51.100.8, 203.0.113.1")).ShouldRefuse(429, "too-many-requests");
        (await LogsIn(strict, from: "203.0.113.2")).Should(401);
    }

    [Fact]
    public async Task A_customer_with_IPv6_is_counted_by_the_whole_network_that_is_theirs()
    {
        await using var redis = await RedisProcess.Starts();
        var strict = BehindAProxy(redis);

        (await LogsIn(strict, from: "2001:db8:1:2::1")).Should(401);
        (await LogsIn(strict, from: "2001:db8:1:2:ffff:ffff:ffff:ffff")).Should(401);

        (await LogsIn(strict, from: "2001:db8:1:2:abcd::9")).ShouldRefuse(429, "too-many-requests");
        (await LogsIn(strict, from: "2001:db8:1:3::1")).Should(401);
    }

    [Fact]
    public async Task Passwords_of_one_member_of_staff_are_tried_so_often_and_no_more_however_the_name_is_padded()
    {
        var strict = app.With(
            ("RateLimits:StaffLoginPerName:PerMinute", "1"),
            ("RateLimits:StaffLoginPerName:Burst", "2")
        );
        var name = app.UniqueName("guessed-");
        Task<Answer> Guesses(string userName) =>
            strict.Post("/admin/v1/auth/login", new { userName, password = "not the password" });

        (await Guesses(name)).ShouldRefuse(401, "staff-login-failed");
        (await Guesses(name)).ShouldRefuse(401, "staff-login-failed");

        (await Guesses(name)).ShouldRefuse(429, "too-many-requests");
        (await Guesses(name + " ")).ShouldRefuse(429, "too-many-requests");
        (await Guesses(app.UniqueName("another-"))).ShouldRefuse(401, "staff-login-failed");
    }

    [Fact]
    public async Task While_Redis_is_away_writes_are_answered_and_still_limited_and_Redis_counts_again_when_it_is_back()
    {
        await using var redis = await RedisProcess.Starts();
        var strict = app.With([.. TwoWritesPerCitizen, ("Redis:ConnectionString", redis.ConnectionString)]);
        (await Writes((await app.NewCitizen()).At(strict))).Should(404);
        Assert.Contains("rate:writes-per-citizen:", string.Concat((await redis.Keys())!), StringComparison.Ordinal);

        await redis.Dies();
        await IsLimitedToTwo(strict);

        await redis.StartsAgain();
        var since = Stopwatch.StartNew();
        while (await redis.Keys() is [] && since.Elapsed < TimeSpan.FromSeconds(60))
        {
            await Writes((await app.NewCitizen()).At(strict));
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        Assert.NotEmpty((await redis.Keys())!);
        await IsLimitedToTwo(strict);
    }

    private async Task IsLimitedToTwo(ApiClient instance)
    {
        var citizen = (await app.NewCitizen()).At(instance);
        (await Writes(citizen)).ShouldRefuse(404, "not-found");
        (await Writes(citizen)).ShouldRefuse(404, "not-found");
        (await Writes(citizen)).ShouldRefuse(429, "too-many-requests");
    }

    /// <summary>A write that comes to nothing: a vote for nobody.</summary>
    private static Task<Answer> Writes(Citizen citizen) =>
        citizen.VotesFor(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));

    private static Task<Answer> LogsIn(ApiClient api, string from) =>
        api.Send(
            HttpMethod.Post,
            "/api/v1/auth/wechat",
            new StringContent("""{"code":"unknown-code"}""", System.Text.Encoding.UTF8, "application/json"),
            ("X-Forwarded-For", from)
        );

    private ApiClient BehindAProxy(RedisProcess redis) =>
        app.With([
            .. TwoLoginsPerAddress,
            ("Redis:ConnectionString", redis.ConnectionString),
            ("Network:TrustedProxies:0", "127.0.0.1"),
        ]);
}
