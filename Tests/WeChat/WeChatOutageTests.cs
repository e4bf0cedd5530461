using System.Diagnostics;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.WeChat;

public sealed class WeChatOutageTests(App app)
{
    [Fact]
    public async Task A_slow_WeChat_is_given_up_before_it_answers()
    {
        var api = app.With();
        await api.WeChatIs(new { delayMilliseconds = 20_000 });

        (await LogIn(api)).ShouldRefuse(503, "wechat-unavailable");
    }

    [Fact]
    public async Task A_WeChat_that_takes_three_seconds_is_waited_for()
    {
        var api = app.With();
        // The first login of an instance is slow by itself, and five seconds are all that WeChat has.
        (await LogIn(api)).Should(200);
        await api.WeChatIs(new { delayMilliseconds = 3_000 });

        (await LogIn(api)).Should(200);
    }

    [Fact]
    public async Task Login_says_clearly_that_WeChat_fails_and_works_again_with_it()
    {
        var api = app.With();
        foreach (
            var trouble in new object[] { new { isAway = true }, new { errorCode = -1 }, new { errorCode = 45009 } }
        )
        {
            await api.WeChatIs(trouble);
            (await LogIn(api)).ShouldRefuse(503, "wechat-unavailable");
        }

        await api.WeChatIs();

        (await LogIn(api)).Should(200);
    }

    [Fact]
    public async Task Nobody_waits_for_a_WeChat_that_cannot_be_reached()
    {
        var api = app.With(("WeChat:Mode", "Real"), ("WeChat:BaseAddress", "http://127.0.0.1:1/"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => LogIn(api)));

        Assert.All(answers, answer => answer.ShouldRefuse(503, "wechat-unavailable"));
    }

    [Fact]
    public async Task After_an_outage_that_opened_the_circuit_login_recovers_by_itself()
    {
        var api = app.With();
        var sawItOpen = false;
        // On a busy machine ten logins may take too long to open it, or so long that it lets one through again.
        for (var round = 0; round < 10 && !sawItOpen; round++)
        {
            await api.WeChatIs(new { errorCode = -1 });
            for (var login = 0; login < 12; login++)
            {
                (await LogIn(api)).ShouldRefuse(503, "wechat-unavailable");
            }

            await api.WeChatIs();
            sawItOpen = (await LogIn(api)).Status == 503;
        }

        Assert.True(sawItOpen, "The circuit never opened.");
        for (var attempt = 0; (await LogIn(api)).Status != 200; attempt++)
        {
            Assert.True(attempt < 100, "Login has not recovered.");
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Tips_are_taken_while_WeChat_is_away()
    {
        var api = app.With();
        var citizen = await Citizen.LogIn(api, app.UniqueName("outage-"));
        await api.WeChatIs(new { isAway = true });

        await citizen.Tips();
    }

    [Fact]
    public async Task No_log_line_holds_a_secret_that_WeChat_was_given_or_gave()
    {
        await using var service = await ApiProcess.Serves(app);

        await UseEverything(service.Anonymous);
        var secrets = await service.Anonymous.WeChatSecrets();
        await service.Stop();
        var log = string.Join('\n', service.Lines);

        Assert.Contains("sns/jscode2session", log);
        Assert.True(secrets.Count > 10, $"{secrets.Count}");
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, log));
    }

    [Fact]
    public async Task No_span_and_no_metric_holds_one_either()
    {
        using var telemetry = new Telemetry();
        var api = app.With();

        await UseEverything(api);

        var secrets = await api.WeChatSecrets();
        var text = telemetry.Text;
        Assert.NotEmpty(text);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, text));
    }

    /// <summary>Logins and phones that succeed, are refused, get lost and come too late.</summary>
    private static async Task UseEverything(ApiClient api)
    {
        var citizen = await Citizen.LogIn(api, "name-for-the-log-test");
        var code = await api.NewLoginCode("name-for-the-log-test");
        (await api.Post("/api/v1/auth/wechat", new { code })).Should(200);
        (await api.Post("/api/v1/auth/wechat", new { code })).Should(401);
        (await api.Post("/api/v1/auth/wechat", new { code = "once:somebody-unknown" })).Should(401);
        (await citizen.BindsPhone("phone:13812345678:first-nonce")).Should(200);
        (await citizen.BindsPhone("phone:13887654321:second-nonce")).Should(200);
        (await citizen.BindsPhone("phone:13812345678:first-nonce")).Should(409);
        foreach (
            var trouble in new object[]
            {
                new { errorCode = -1 },
                new { errorCode = 40001 },
                new { errorCode = 48001 },
                new { isAway = true },
                new { revokesTokens = true },
                new { delayMilliseconds = 6_000 },
            }
        )
        {
            await api.WeChatIs(trouble);
            await api.Post("/api/v1/auth/wechat", new { code = await api.NewLoginCode("in-trouble") });
            await citizen.BindsPhone($"phone:13899990000:nonce-{trouble.GetHashCode()}");
        }

        await api.WeChatIs();
    }

    private static Task<Answer> LogIn(ApiClient api) =>
        api.Post("/api/v1/auth/wechat", new { code = "dev:somebody-in-an-outage" });
}
