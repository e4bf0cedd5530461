using Craftsman.Tests.Support;
using StackExchange.Redis;

namespace Craftsman.Tests.WeChat;

public sealed class WeChatTokenTests
{
    private const string Path = "/cgi-bin/stable_token";
    private const string Away = "127.0.0.1:1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(20)]
    [InlineData(150)]
    [InlineData(600)]
    public async Task Fifty_callers_at_two_instances_cause_one_fetch(int latency)
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken(delay: TimeSpan.FromMilliseconds(latency));

        var tokens = await FiftyCallers(wechat.NewInstance(), wechat.NewInstance());

        Assert.All(tokens, token => Assert.Equal("token-1", token));
        Assert.Equal(
            """{"grant_type":"client_credential","appid":"wxrecorded","secret":"recorded-app-secret","force_refresh":false}""",
            Assert.Single(wechat.Calls(Path)).Body
        );
    }

    [Theory]
    [InlineData(20)]
    [InlineData(150)]
    [InlineData(600)]
    public async Task While_Redis_is_away_each_instance_fetches_once(int latency)
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken(delay: TimeSpan.FromMilliseconds(latency));

        var tokens = await FiftyCallers(wechat.NewInstance(Away), wechat.NewInstance(Away));

        Assert.All(tokens, token => Assert.Equal("token-1", token));
        Assert.Equal(2, wechat.Calls(Path).Count);
    }

    [Fact]
    public async Task The_token_lies_encrypted_in_Redis_and_ends_there_with_its_own_life()
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken("token-to-hide");
        var instance = wechat.NewInstance();
        await Get(instance);

        var key = Assert.Single(await KeysOf(instance));
        var stored = (byte[])(await instance.Redis.StringGetAsync(key))!;

        Assert.DoesNotContain("token-to-hide", System.Text.Encoding.UTF8.GetString(stored));
        Assert.InRange(
            (await instance.Redis.KeyTimeToLiveAsync(key))!.Value,
            TimeSpan.FromMinutes(100),
            TimeSpan.FromHours(2)
        );
    }

    [Fact]
    public async Task An_instance_that_starts_later_uses_the_token_of_the_others()
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken();
        await Get(wechat.NewInstance());

        Assert.Equal("token-1", await Get(wechat.NewInstance()));

        Assert.Single(wechat.Calls(Path));
    }

    [Fact]
    public async Task What_was_sealed_under_a_key_we_no_longer_have_is_fetched_anew()
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken();
        var first = wechat.NewInstance();
        await Get(first);
        await first.Redis.StringSetAsync(Assert.Single(await KeysOf(first)), new byte[] { 9, 1, 2 });

        Assert.Equal("token-1", await Get(wechat.NewInstance()));

        Assert.Equal(2, wechat.Calls(Path).Count);
    }

    [Fact]
    public async Task Fifty_callers_who_met_the_same_refusal_cause_one_new_fetch()
    {
        await using var wechat = await RecordedWeChat.Start();
        wechat.Answers(Path, Token("token-1"), Token("token-2"));
        var (one, other) = (wechat.NewInstance(), wechat.NewInstance());
        await Get(one);
        await Get(other);

        var tokens = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(async caller =>
                {
                    var instance = caller % 2 == 0 ? one : other;
                    await instance.Token.Drop("token-1");
                    return await Get(instance);
                })
        );

        Assert.All(tokens, token => Assert.Equal("token-2", token));
    }

    [Fact]
    public async Task A_late_refusal_of_an_older_token_leaves_the_newer_one_in_place()
    {
        await using var wechat = await RecordedWeChat.Start();
        wechat.Answers(Path, Token("token-1"), Token("token-2"));
        var instance = wechat.NewInstance();
        await Get(instance);
        await instance.Token.Drop("token-1");
        await Get(instance);

        await instance.Token.Drop("token-1");

        Assert.Equal("token-2", await Get(instance));
        Assert.Single(await KeysOf(instance));
    }

    [Fact]
    public async Task Callers_share_a_failure_too_and_the_next_one_tries_again()
    {
        await using var wechat = await RecordedWeChat.Start();
        wechat.Answers(Path, """{"errcode":45009,"errmsg":"reach max api daily quota limit"}""");
        var instance = wechat.NewInstance(Away);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => instance.Token.Get(Stop)));

        Assert.All(answers, answer => Assert.True(answer.HasFailed(out _, out _)));
        wechat.GivesToken();
        Assert.Equal("token-1", await Get(instance));
    }

    [Fact]
    public async Task An_instance_that_died_while_it_fetched_keeps_the_others_waiting_for_seconds_only()
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken();
        var instance = wechat.NewInstance();
        await Get(instance);
        var key = Assert.Single(await KeysOf(instance)).ToString();
        await instance.Token.Drop("token-1");
        await instance.Redis.LockTakeAsync(
            key.Replace("wechat:token:", "wechat:token-lock:", StringComparison.Ordinal),
            "the dead",
            TimeSpan.FromSeconds(1)
        );

        Assert.Equal("token-1", await Get(instance));
    }

    private static async Task<string[]> FiftyCallers(RecordedWeChat.Instance one, RecordedWeChat.Instance other) =>
        await Task.WhenAll(Enumerable.Range(0, 50).Select(caller => Get(caller % 2 == 0 ? one : other)));

    private static async Task<string> Get(RecordedWeChat.Instance instance)
    {
        Assert.False((await instance.Token.Get(Stop)).HasFailed(out var failure, out var token), $"{failure}");
        return token!;
    }

    /// <summary>The instance's own key: each recorded WeChat has an address of its own.</summary>
    private static async Task<IReadOnlyList<RedisKey>> KeysOf(RecordedWeChat.Instance instance)
    {
        var key = (RedisKey)instance.TokenKey;
        return await instance.Redis.KeyExistsAsync(key) ? [key] : [];
    }

    private static string Token(string token) => $$"""{"access_token":"{{token}}","expires_in":7200}""";
}
