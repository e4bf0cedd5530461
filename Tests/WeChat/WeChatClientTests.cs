using System.Net;
using Craftsman.Infrastructure.WeChat;
using Craftsman.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Craftsman.Tests.WeChat;

public sealed class WeChatClientTests
{
    private const string Login = "/sns/jscode2session";
    private const string Token = "/cgi-bin/stable_token";
    private const string Phone = "/wxa/business/getuserphonenumber";
    private const string Text = "/wxa/msg_sec_check";
    private const string Image = "/wxa/media_check_async";
    private const string Risk = "/wxa/getuserriskrank";
    private const string Message = "/cgi-bin/message/subscribe/send";
    private const string Code = "/wxa/getwxacodeunlimit";
    private const string Scheme = "/wxa/generatescheme";
    private const string Busy = """{"errcode":-1,"errmsg":"system error rid: 65a1-77"}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<int, WeChatRemedy> Errors =>
        new()
        {
            { -1, WeChatRemedy.Retry },
            { 40003, WeChatRemedy.Final },
            { 40013, WeChatRemedy.Alarm },
            { 40029, WeChatRemedy.LogInAgain },
            { 40037, WeChatRemedy.Alarm },
            { 40097, WeChatRemedy.Alarm },
            { 40125, WeChatRemedy.Alarm },
            { 40129, WeChatRemedy.Alarm },
            { 40163, WeChatRemedy.LogInAgain },
            { 40164, WeChatRemedy.Alarm },
            { 40226, WeChatRemedy.Final },
            { 40243, WeChatRemedy.Alarm },
            { 41030, WeChatRemedy.Alarm },
            { 43101, WeChatRemedy.Final },
            { 43104, WeChatRemedy.Final },
            { 43107, WeChatRemedy.Alarm },
            { 43108, WeChatRemedy.Retry },
            { 45009, WeChatRemedy.Alarm },
            { 45011, WeChatRemedy.Retry },
            { 45168, WeChatRemedy.Final },
            { 47001, WeChatRemedy.Alarm },
            { 47003, WeChatRemedy.Final },
            { 48001, WeChatRemedy.Alarm },
            { 50002, WeChatRemedy.Alarm },
            { 61010, WeChatRemedy.Final },
            { 87009, WeChatRemedy.LogInAgain },
            { 87014, WeChatRemedy.Final },
            { 99999, WeChatRemedy.Alarm },
        };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task An_errcode_alone_says_what_is_to_be_done(int errorCode, WeChatRemedy remedy)
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken();
        wechat.Answers(Message, $$"""{"errcode":{{errorCode}},"errmsg":"ok rid: 65a1-77"}""");
        var instance = wechat.NewInstance();

        var failure = Failure(await Send(instance));

        Assert.Equal(new WeChatFailure(remedy, errorCode, "65a1-77", MayHaveHappened: false), failure);
        Assert.Equal(
            remedy == WeChatRemedy.Alarm,
            instance.Log.Lines.Any(line => line.Level == LogLevel.Error && line.Text.Contains("65a1-77"))
        );
    }

    [Theory]
    [InlineData("""{"openid":"o-1","session_key":"a2V5"}""", "LoggedIn")]
    [InlineData("""{"errcode":0,"openid":"o-1","session_key":"a2V5"}""", "LoggedIn")]
    [InlineData("""{"errcode":40029,"errmsg":"invalid code"}""", "LoginAgain")]
    [InlineData("""{"errcode":40163,"errmsg":"code been used"}""", "LoginAgain")]
    [InlineData("""{"errcode":40226,"errmsg":"code blocked"}""", "Blocked")]
    [InlineData("""{"errcode":45011,"errmsg":"api minute-quota reach limit"}""", "Unavailable")]
    [InlineData(Busy, "Unavailable")]
    [InlineData("{}", "Unavailable")]
    [InlineData("<html>Bad Gateway</html>", "Unavailable")]
    [InlineData("", "Unavailable")]
    public async Task A_login_code_is_sent_once_whatever_comes_of_it(string answer, string outcome)
    {
        await using var wechat = (await RecordedWeChat.Start()).Answers(Login, answer);

        var result = await wechat.NewInstance().Client.CodeToSession("code/with+signs", Stop);

        Assert.Equal(outcome, result.GetType().Name);
        Assert.Equal(
            "?appid=wxrecorded&secret=recorded-app-secret&js_code=code%2Fwith%2Bsigns&grant_type=authorization_code",
            Assert.Single(wechat.Calls(Login)).Query
        );
    }

    [Theory]
    [InlineData(
        """{"errcode":0,"phone_info":{"phoneNumber":"13800001111","purePhoneNumber":"13800001111","countryCode":86,"watermark":{"timestamp":1,"appid":"wxrecorded"}}}""",
        "13800001111"
    )]
    [InlineData(
        """{"phone_info":{"phoneNumber":"+85291234567","purePhoneNumber":"91234567","countryCode":"852","watermark":{"timestamp":1,"appid":"wxrecorded"}}}""",
        "+85291234567"
    )]
    [InlineData(
        """{"errcode":0,"phone_info":{"phoneNumber":"13800001111","purePhoneNumber":"13800001111","countryCode":"86","watermark":{"timestamp":1,"appid":"wxother"}}}""",
        null
    )]
    public async Task A_phone_is_taken_only_with_our_own_watermark(string answer, string? phone)
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken().Answers(Phone, answer);

        var result = await wechat.NewInstance().Client.GetPhoneNumber("code-1", "o-1", Stop);

        Assert.Equal(phone is null, result.HasFailed(out _, out var found));
        Assert.Equal(phone, found?.Number);
        Assert.Equal("""{"code":"code-1","openid":"o-1"}""", wechat.Calls(Phone).Single().Body);
    }

    [Fact]
    public async Task A_busy_WeChat_is_asked_once_more_only_where_that_does_no_harm()
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken();
        foreach (var path in new[] { Login, Phone, Text, Image, Risk, Message, Code, Scheme })
        {
            wechat.Always(path, Busy);
        }

        var client = wechat.NewInstance().Client;
        await client.CodeToSession("code", Stop);
        Failure(await client.GetPhoneNumber("code", "o-1", Stop));
        Failure(await client.CheckText("o-1", SafetyScene.Forum, "话", Stop));
        Failure(await client.CheckImage("o-1", SafetyScene.Forum, new Uri("https://photos.test/1"), Stop));
        Failure(await client.GetUserRiskRank("o-1", RiskScene.Campaign, IPAddress.Loopback, Stop));
        Failure(await client.SendSubscribeMessage("o-1", "t", null, new Dictionary<string, string>(), Stop));
        Failure(await client.GetUnlimitedQRCode("s", null, 430, Stop));
        Failure(await client.GenerateScheme("p", "", 1, Stop));

        Assert.All(new[] { Login, Phone, Message }, path => Assert.Single(wechat.Calls(path)));
        Assert.All(new[] { Text, Image, Risk, Code, Scheme }, path => Assert.Equal(2, wechat.Calls(path).Count));
    }

    [Fact]
    public async Task A_repetition_that_succeeds_is_the_answer()
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken();
        wechat.Answers(Risk, Busy, """{"errcode":0,"errmsg":"getuserriskrank succ","risk_rank":3,"unoin_id":123456}""");

        var rank = Result(
            await wechat.NewInstance().Client.GetUserRiskRank("o-1", RiskScene.Campaign, IPAddress.Loopback, Stop)
        );

        Assert.Equal(3, rank.Value);
        Assert.Equal(
            """{"appid":"wxrecorded","openid":"o-1","scene":1,"client_ip":"127.0.0.1"}""",
            wechat.Calls(Risk)[1].Body
        );
    }

    [Theory]
    [InlineData("pass", SafetySuggestion.Pass)]
    [InlineData("review", SafetySuggestion.Review)]
    [InlineData("risky", SafetySuggestion.Risky)]
    [InlineData("a word of tomorrow", SafetySuggestion.Review)]
    public async Task Text_is_judged_by_the_result_and_sent_as_it_was_written(string suggest, SafetySuggestion expected)
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken();
        wechat.Answers(
            Text,
            $$"""{"errcode":0,"errmsg":"ok","trace_id":"trace-1","result":{"suggest":"{{suggest}}","label":20001},"detail":[{"strategy":"keyword","errcode":0,"suggest":"risky","label":20001}]}"""
        );

        var verdict = Result(
            await wechat.NewInstance().Client.CheckText("o-1", SafetyScene.Forum, "师傅 & <徒弟>", Stop)
        );

        Assert.Equal(new SafetyVerdict(expected, 20001, "trace-1"), verdict);
        Assert.Equal(
            """{"version":2,"openid":"o-1","scene":3,"content":"师傅 & <徒弟>"}""",
            wechat.Calls(Text).Single().Body
        );
    }

    [Fact]
    public async Task Long_text_goes_in_pieces_that_overlap_and_the_worst_verdict_wins()
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken();
        wechat.Answers(Text, Verdict("pass"), Verdict("review"), Verdict("pass"));
        var text = string.Concat(Enumerable.Range(0, 700).Select(number => $"第{number:0000}句话。")) + "🧵";

        var verdict = Result(await wechat.NewInstance().Client.CheckText("o-1", SafetyScene.Forum, text, Stop));

        var pieces = wechat.Calls(Text).Select(call => call.Json.GetProperty("content").GetString()!).ToList();
        Assert.Equal(SafetySuggestion.Review, verdict.Suggestion);
        Assert.Equal(3, pieces.Count);
        Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, 2500));
        Assert.All(pieces.SkipLast(1), piece => Assert.EndsWith("。", piece));
        Assert.All(pieces.Zip(pieces.Skip(1)), pair => Assert.Contains(pair.Second[..100], pair.First));
        Assert.EndsWith("🧵", pieces[^1]);
        Assert.All(
            Enumerable.Range(0, 700),
            number => Assert.Contains(pieces, piece => piece.Contains($"第{number:0000}句话。"))
        );
    }

    [Fact]
    public async Task Text_without_an_end_of_a_sentence_is_cut_between_whole_signs()
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken().Always(Text, Verdict("pass"));

        Result(
            await wechat
                .NewInstance()
                .Client.CheckText("o-1", SafetyScene.Forum, "a" + string.Concat(Enumerable.Repeat("🧵", 3000)), Stop)
        );

        Assert.All(
            wechat.Calls(Text),
            call => Assert.DoesNotContain('\ufffd', call.Json.GetProperty("content").GetString()!)
        );
    }

    [Fact]
    public async Task A_piece_that_could_not_be_checked_leaves_the_whole_unchecked()
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken();
        wechat.Answers(Text, Verdict("pass"), """{"errcode":61010,"errmsg":"code is expired rid: 1"}""");

        var failure = Failure(
            await wechat.NewInstance().Client.CheckText("o-1", SafetyScene.Forum, new string('话', 3000), Stop)
        );

        Assert.Equal(WeChatErrors.NotActive, failure.ErrorCode);
    }

    [Fact]
    public async Task Pictures_messages_and_links_are_asked_for_in_WeChats_words()
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken();
        wechat
            .Answers(Image, """{"errcode":0,"errmsg":"ok","trace_id":"trace-9"}""")
            .Answers(Message, """{"errcode":0,"errmsg":"ok"}""")
            .Answers(Scheme, """{"errcode":0,"errmsg":"ok","openlink":"weixin://dl/business/?t=1"}""");
        var client = wechat.NewInstance().Client;

        var ticket = Result(
            await client.CheckImage("o-1", SafetyScene.Forum, new Uri("https://photos.test/1?sig=a&b=c"), Stop)
        );
        Result(
            await client.SendSubscribeMessage(
                "o-1",
                "template-1",
                "pages/case",
                new Dictionary<string, string> { ["thing1"] = "进入专家评审" },
                Stop
            )
        );
        var link = Result(await client.GenerateScheme("pages/tip", "from=sms", 30, Stop));

        Assert.Equal("trace-9", ticket.TraceId);
        Assert.Equal("weixin://dl/business/?t=1", link.OpenLink);
        Assert.Equal(
            """{"version":2,"openid":"o-1","scene":3,"media_url":"https://photos.test/1?sig=a&b=c","media_type":2}""",
            wechat.Calls(Image).Single().Body
        );
        Assert.Equal(
            """{"touser":"o-1","template_id":"template-1","page":"pages/case","data":{"thing1":{"value":"进入专家评审"}},"miniprogram_state":"formal","lang":"zh_CN"}""",
            wechat.Calls(Message).Single().Body
        );
        Assert.Equal(
            """{"jump_wxa":{"path":"pages/tip","query":"from=sms","env_version":"release"},"expire_type":1,"expire_interval":30}""",
            wechat.Calls(Scheme).Single().Body
        );
        Assert.All(wechat.Calls(Scheme), call => Assert.Equal("?access_token=token-1", call.Query));
    }

    [Fact]
    public async Task A_code_is_a_picture_by_its_type_and_its_first_byte_and_an_error_otherwise()
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken();
        byte[] png = [0x89, .. "PNG"u8];
        var refusal = """{"errcode":40129,"errmsg":"invalid scene rid: 1"}"""u8.ToArray();
        wechat
            .AnswersBytes(Code, png, "image/png")
            .AnswersBytes(Code, refusal, "image/jpeg")
            .AnswersBytes(Code, png, "application/json")
            .AnswersBytes(Code, png, "application/json");
        var client = wechat.NewInstance().Client;

        var image = Result(await client.GetUnlimitedQRCode("a&b'c", "pages/tip", 430, Stop));
        var refused = Failure(await client.GetUnlimitedQRCode("a&b'c", "pages/tip", 430, Stop));
        var unreadable = Failure(await client.GetUnlimitedQRCode("a&b'c", "pages/tip", 430, Stop));

        Assert.Equal(png, image.Bytes);
        Assert.Equal(40129, refused.ErrorCode);
        Assert.Equal(WeChatFailure.Lost, unreadable);
        Assert.Equal(
            """{"scene":"a&b'c","page":"pages/tip","check_path":true,"env_version":"release","width":430}""",
            wechat.Calls(Code)[0].Body
        );
    }

    [Theory]
    [InlineData(40001)]
    [InlineData(40014)]
    [InlineData(42001)]
    public async Task A_refused_token_is_fetched_again_and_the_call_made_once_more(int errorCode)
    {
        await using var wechat = await RecordedWeChat.Start();
        wechat.Answers(Token, TokenAnswer("token-1"), TokenAnswer("token-2"));
        wechat.Answers(Message, $$"""{"errcode":{{errorCode}},"errmsg":"no"}""", """{"errcode":0}""");

        Result(await Send(wechat.NewInstance()));

        Assert.Equal(
            ["?access_token=token-1", "?access_token=token-2"],
            wechat.Calls(Message).Select(call => call.Query)
        );
    }

    [Fact]
    public async Task A_token_refused_twice_is_an_alarm_and_not_tried_a_third_time()
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken();
        wechat.Always(Message, """{"errcode":40001,"errmsg":"invalid credential rid: 1"}""");
        var instance = wechat.NewInstance();

        var failure = Failure(await Send(instance));

        Assert.Equal(WeChatRemedy.Alarm, failure.Remedy);
        Assert.Equal(2, wechat.Calls(Message).Count);
        Assert.Contains(instance.Log.Lines, line => line.Level == LogLevel.Error);
    }

    [Fact]
    public async Task A_message_whose_answer_is_lost_may_have_been_sent_and_one_that_never_left_was_not()
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken();
        wechat.Answers(Message, "<html>");
        var lost = Failure(await Send(wechat.NewInstance()));
        await using var away = new RecordedWeChat.Instance(new Uri("http://127.0.0.1:1/"), TestServers.Redis);
        var notSent = Failure(await Send(away));

        Assert.Equal(WeChatFailure.Lost, lost);
        Assert.Equal(WeChatFailure.NotSent, notSent);
    }

    [Fact]
    public async Task A_group_that_keeps_failing_is_left_alone_while_the_others_go_on()
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken().Always(Login, Busy);
        wechat.Answers(Message, """{"errcode":0}""");
        var instance = wechat.NewInstance();
        for (var call = 0; call < 15; call++)
        {
            Assert.IsType<CodeToSessionOutcome.Unavailable>(await instance.Client.CodeToSession("code", Stop));
        }

        Result(await Send(instance));

        Assert.Equal(10, wechat.Calls(Login).Count);
    }

    [Fact]
    public async Task Nothing_secret_stands_in_the_log_whatever_fails()
    {
        await using var wechat = (await RecordedWeChat.Start()).GivesToken("secret-token-1");
        wechat
            .Answers(
                Login,
                """{"errcode":40029,"errmsg":"invalid code secret-code rid: secret-code, o-secret"}""",
                "<secret-code>"
            )
            .Answers(Phone, """{"errcode":40001,"errmsg":"secret-token-1"}""", Busy);
        var instance = wechat.NewInstance();
        await instance.Client.CodeToSession("secret-code", Stop);
        await instance.Client.CodeToSession("secret-code", Stop);
        Failure(await instance.Client.GetPhoneNumber("secret-code", "o-secret", Stop));
        await using var away = new RecordedWeChat.Instance(new Uri("http://127.0.0.1:1/"), TestServers.Redis);
        await away.Client.CodeToSession("secret-code", Stop);

        var text = string.Join('\n', instance.Log.Lines.Concat(away.Log.Lines).Select(line => line.Text));

        Assert.Contains("jscode2session", text);
        Assert.All(
            new[] { "secret-code", "secret-token-1", "o-secret", "recorded-app-secret", "access_token", "js_code" },
            secret => Assert.DoesNotContain(secret, text)
        );
    }

    private static Task<WeChatAnswer<MessageSent>> Send(RecordedWeChat.Instance instance) =>
        instance.Client.SendSubscribeMessage(
            "o-1",
            "template-1",
            null,
            new Dictionary<string, string> { ["thing1"] = "好" },
            Stop
        );

    private static string Verdict(string suggest) =>
        $$$"""{"errcode":0,"errmsg":"ok","trace_id":"t","result":{"suggest":"{{{suggest}}}","label":100}}""";

    private static string TokenAnswer(string token) => $$"""{"access_token":"{{token}}","expires_in":7200}""";

    private static T Result<T>(WeChatAnswer<T> answer)
        where T : class
    {
        Assert.False(answer.HasFailed(out var failure, out var result), $"{failure}");
        return result!;
    }

    private static WeChatFailure Failure<T>(WeChatAnswer<T> answer)
        where T : class
    {
        Assert.True(answer.HasFailed(out var failure, out var result), $"{result}");
        return failure!;
    }
}
