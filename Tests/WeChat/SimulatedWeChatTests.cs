using System.Text.Json;
using Craftsman.Api.SimulatedWeChat;
using Craftsman.Infrastructure.WeChat;
using Craftsman.Tests.Support;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Craftsman.Tests.WeChat;

/// <summary>The stand-in keeps WeChat's rules, so that what works against it has a chance against WeChat.</summary>
public sealed class SimulatedWeChatTests(App app)
{
    private const string Root = "/simulated-wechat";

    [Fact]
    public async Task A_drawn_code_logs_in_once_and_a_code_for_development_as_often_as_wanted()
    {
        var wechat = app.With();
        var code = await wechat.NewLoginCode("asha");

        (await wechat.Post("/api/v1/auth/wechat", new { code })).Should(200);
        (await wechat.Post("/api/v1/auth/wechat", new { code })).ShouldRefuse(401, "login-code-invalid");

        (await wechat.Post("/api/v1/auth/wechat", new { code = "dev:asha" })).Should(200);
        (await wechat.Post("/api/v1/auth/wechat", new { code = "dev:asha" })).Should(200);
    }

    [Fact]
    public async Task Of_many_logins_with_one_code_at_once_one_succeeds()
    {
        var wechat = app.With();
        var code = await wechat.NewLoginCode("asha");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => wechat.Post("/api/v1/auth/wechat", new { code }))
        );

        Assert.Single(answers, answer => answer.Status == 200);
    }

    [Fact]
    public void A_drawn_code_is_good_for_five_minutes_and_activity_for_two_hours()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var options = Options.Create(new WeChatOptions { AppId = "wx", AppSecret = "simulated-secret" });
        var people = new SimulatedPeople(clock, new SimulatedSecrets(), options);
        var (inTime, tooLate) = (Draw(people), Draw(people));
        clock.Advance(TimeSpan.FromMinutes(4.9));
        Assert.Contains("openid", LogIn(people, inTime));
        clock.Advance(TimeSpan.FromMinutes(0.2));
        Assert.Contains("40029", LogIn(people, tooLate));

        clock.Advance(TimeSpan.FromMinutes(119));
        Assert.True(people.IsActive(SimulatedPeople.OpenIdOf("asha")));
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False(people.IsActive(SimulatedPeople.OpenIdOf("asha")));

        static string Draw(SimulatedPeople people) => ValueOf(people.Draw("asha")).GetProperty("code").GetString()!;
        static string LogIn(SimulatedPeople people, string code) =>
            ValueOf(people.CodeToSession("wx", "simulated-secret", code)).GetRawText();
        static JsonElement ValueOf(object result) =>
            JsonSerializer.SerializeToElement(result.GetType().GetProperty("Value")!.GetValue(result));
    }

    [Fact]
    public async Task The_stable_interface_repeats_its_token_and_the_old_one_replaces_its_own()
    {
        var wechat = app.With();

        var (stable, again) = (await StableToken(wechat), await StableToken(wechat));
        var forced = await StableToken(wechat, isForced: true);
        var (old, newer, newest) = (await OldToken(wechat), await OldToken(wechat), await OldToken(wechat));

        Assert.Equal(stable, again);
        Assert.NotEqual(stable, forced);
        Assert.Equal(3, new[] { old, newer, newest }.Distinct().Count());
        Assert.Equal(40001, await SendWith(wechat, stable));
        Assert.Equal(43101, await SendWith(wechat, forced));
        // The one that was replaced lives for five minutes more.
        Assert.Equal(43101, await SendWith(wechat, newer));
        Assert.Equal(40001, await SendWith(wechat, "a token that nobody gave"));
    }

    [Fact]
    public async Task A_token_expires_and_can_be_revoked()
    {
        var wechat = app.With();
        await wechat.WeChatIs(new { tokenSeconds = 0 });
        // Forced, for the instance's own checks of content may have asked for one that lives longer.
        Assert.Equal(42001, await SendWith(wechat, await StableToken(wechat, isForced: true)));

        await wechat.WeChatIs();
        var token = await StableToken(wechat);
        await wechat.WeChatIs(new { revokesTokens = true });

        Assert.Equal(40001, await SendWith(wechat, token));
    }

    [Fact]
    public async Task A_quota_ends_after_so_many_calls()
    {
        var wechat = app.With();
        var token = await StableToken(wechat);
        await wechat.WeChatIs(new { quotas = new { send = 2 } });

        Assert.Equal(
            new[] { 43101, 43101, 45009 },
            new[] { await SendWith(wechat, token), await SendWith(wechat, token), await SendWith(wechat, token) }
        );
    }

    [Fact]
    public async Task A_message_needs_an_acceptance_of_its_own()
    {
        var wechat = app.With();
        var token = await StableToken(wechat);
        (await wechat.Post($"{Root}/accepts?name=asha&templateId=t-1&count=2")).Should(204);

        Assert.Equal(
            new[] { 0, 0, 43101 },
            new[] { await SendWith(wechat, token), await SendWith(wechat, token), await SendWith(wechat, token) }
        );
        Assert.Equal(47003, await SendWith(wechat, token, value: new string('长', 21)));
        Assert.Equal(2, (await wechat.Get($"{Root}/messages?name=asha")).Json.GetArrayLength());
    }

    [Fact]
    public async Task Checks_want_somebody_who_was_here_and_judge_by_words()
    {
        var wechat = app.With();
        var token = await StableToken(wechat);

        Assert.Contains("61010", await Check(wechat, token, "asha-risk3", "手艺好"));
        await Citizen.LogIn(wechat, "asha-risk3");
        Assert.Contains("\"pass\"", await Check(wechat, token, "asha-risk3", "手艺好"));
        Assert.Contains("\"review\"", await Check(wechat, token, "asha-risk3", "疑似内容"));
        Assert.Contains("\"risky\"", await Check(wechat, token, "asha-risk3", "有违规内容"));
        var rank = await wechat.Post(
            $"{Root}/wxa/getuserriskrank?access_token={token}",
            new { openid = SimulatedPeople.OpenIdOf("asha-risk3"), scene = 1 }
        );
        Assert.Equal(3, rank.Number("risk_rank"));
    }

    [Fact]
    public async Task A_code_is_a_real_picture_and_a_bad_scene_is_refused()
    {
        var wechat = app.With();
        var token = await StableToken(wechat);
        var path = $"{Root}/wxa/getwxacodeunlimit?access_token={token}";

        Assert.Equal("image/png", (await wechat.Post(path, new { scene = "abc-1" })).MediaType);
        Assert.Equal(40129, (await wechat.Post(path, new { scene = "中文" })).Number("errcode"));
        Assert.Equal(40169, (await wechat.Post(path, new { scene = new string('a', 33) })).Number("errcode"));
    }

    private static async Task<string> Check(ApiClient wechat, string token, string name, string content) =>
        (
            await wechat.Post(
                $"{Root}/wxa/msg_sec_check?access_token={token}",
                new
                {
                    version = 2,
                    openid = SimulatedPeople.OpenIdOf(name),
                    scene = 3,
                    content,
                }
            )
        ).Text;

    private static async Task<string> StableToken(ApiClient wechat, bool isForced = false) =>
        (
            await wechat.Post(
                $"{Root}/cgi-bin/stable_token",
                new
                {
                    grant_type = "client_credential",
                    appid = "wxtest",
                    secret = "simulated-app-secret",
                    force_refresh = isForced,
                }
            )
        ).Word("access_token");

    private static async Task<string> OldToken(ApiClient wechat) =>
        (
            await wechat.Get(
                $"{Root}/cgi-bin/token?grant_type=client_credential&appid=wxtest&secret=simulated-app-secret"
            )
        ).Word("access_token");

    /// <summary>The errcode of a message to asha, which is 43101 when the token is good and she accepted nothing.</summary>
    private static async Task<int> SendWith(ApiClient wechat, string token, string value = "好") =>
        (
            await wechat.Post(
                $"{Root}/cgi-bin/message/subscribe/send?access_token={Uri.EscapeDataString(token)}",
                new
                {
                    touser = SimulatedPeople.OpenIdOf("asha"),
                    template_id = "t-1",
                    data = new { thing1 = new { value } },
                }
            )
        ).Number("errcode");
}
