using System.Text;
using System.Text.Json;
using Craftsman.Infrastructure.WeChat;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.WeChat;

public sealed class MessagePushTests(App app)
{
    private static readonly Dictionary<string, JsonElement> Vectors = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "WeChat", "vectors.json")))
        .RootElement.GetProperty("vectors")
        .EnumerateArray()
        .ToDictionary(vector => vector.GetProperty("name").GetString()!);

    [Fact]
    public async Task WeChats_own_examples_of_the_address_check_and_of_a_plain_push_are_taken()
    {
        var check = Vectors["push.url_verification_get"];
        var plain = Vectors["push.plain_mode_post_json"];
        var then = app.At(
            DateTimeOffset.FromUnixTimeSeconds(1714036760),
            ("WeChat:PushToken", "AAAAA"),
            ("WeChat:PushMode", "Plain")
        );

        var echo = (await then.Get($"{PushSender.Path}?{SignedBy(check)}&echostr={Word(check, "echostr")}")).Should(
            200
        );
        Assert.Equal(Word(check, "expected_response_body"), echo.Text);
        Assert.Equal("text/plain", echo.MediaType);
        var taken = await then.PushesBody(plain.GetProperty("body").GetRawText(), SignedBy(plain));
        Assert.Equal("success", taken.Should(200).Text);
    }

    [Fact]
    public async Task WeChats_own_example_of_a_secure_push_is_opened_and_taken()
    {
        var vector = Vectors["push.secure_mode_post_json"];
        var (key, appId, encrypted) = (
            Word(vector, "encoding_aes_key"),
            Word(vector, "appid"),
            Word(vector, "encrypt")
        );
        Assert.Equal(Word(vector, "plaintext"), Encoding.UTF8.GetString(PushCipher.Open(key, appId, encrypted)!));
        var then = app.At(
            DateTimeOffset.FromUnixTimeSeconds(1714112445),
            ("WeChat:PushToken", Word(vector, "token")),
            ("WeChat:PushAesKey", key),
            ("WeChat:AppId", appId)
        );
        var query =
            $"timestamp={Word(vector, "timestamp")}&nonce={Word(vector, "nonce")}&encrypt_type=aes&msg_signature={Word(vector, "msg_signature")}";
        var body = $$"""{"ToUserName":"gh_97417a04a28d","Encrypt":"{{encrypted}}"}""";

        Assert.Equal("success", (await then.PushesBody(body, query)).Should(200).Text);

        (await then.PushesBody(body, query.Replace("046e", "146e", StringComparison.Ordinal))).ShouldRefuse(
            403,
            "push-signature-invalid"
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_length_of_padding_is_taken_off(bool asXml)
    {
        var prefix = app.UniqueName("pad-");
        var pads = new HashSet<int>();
        for (var extra = 0; extra < 32; extra++)
        {
            var filler = new string('工', 1) + new string('x', extra);
            var trace = $"{prefix}-{extra:00}";
            var message = asXml ? PushSender.VerdictInXml(trace, filler) : PushSender.Verdict(trace, filler: filler);
            pads.Add(PushSender.PadOf(message));
            Assert.Equal("success", (await app.Anonymous.Pushes(message, asXml: asXml)).Should(200).Text);
        }

        Assert.Equal(Enumerable.Range(1, 32), pads.Order());
        var verdicts = () => app.Verdicts(prefix);
        await verdicts.Becomes(32);
    }

    [Fact]
    public async Task An_envelope_that_does_not_open_is_refused_though_it_is_signed()
    {
        var message = PushSender.Verdict(app.UniqueName("spoiled-"));
        var pad = (byte)PushSender.PadOf(message);
        string[] spoiled =
        [
            PushSender.Seal(message, appId: "wxothers"),
            PushSender.Seal(message, appId: ""),
            PushSender.Seal(message, key: new string('B', 43)),
            PushSender.Seal(message, length: 0),
            PushSender.Seal(message, length: (uint)message.Length + 1),
            PushSender.Seal(message, length: uint.MaxValue),
            PushSender.Seal(message, length: int.MaxValue),
            PushSender.Seal(message, spoil: plain => plain[^1] = 0),
            PushSender.Seal(message, spoil: plain => plain[^1] = 33),
            PushSender.Seal(message, spoil: plain => plain[^1] = 255),
            PushSender.Seal(message, spoil: plain => plain[^pad] ^= 0x40),
            PushSender.Seal(message)[4..],
            Convert.ToBase64String(new byte[48]),
            Convert.ToBase64String(new byte[32]),
            "",
            "no base64 at all",
        ];

        foreach (var encrypted in spoiled)
        {
            (await app.Anonymous.PushesSealed(encrypted)).ShouldRefuse(400, "push-body-invalid");
        }
    }

    [Fact]
    public async Task A_push_that_is_not_signed_with_our_token_is_refused()
    {
        var encrypted = PushSender.Seal(PushSender.Verdict(app.UniqueName("unsigned-")));
        (await app.Anonymous.PushesSealed(encrypted, token: "another")).ShouldRefuse(403, "push-signature-invalid");
        (await app.Anonymous.PushesBody($$"""{"Encrypt":"{{encrypted}}"}""", "encrypt_type=aes")).ShouldRefuse(
            403,
            "push-signature-invalid"
        );
        (await app.Anonymous.PushesBody("", "")).ShouldRefuse(403, "push-signature-invalid");
        (await app.Anonymous.Get($"{PushSender.Path}?signature=&timestamp=&nonce=&echostr=1")).ShouldRefuse(
            403,
            "push-signature-invalid"
        );
    }

    [Fact]
    public async Task A_plain_push_is_refused_where_pushes_are_to_be_secure()
    {
        (await app.Anonymous.PushesPlain(PushSender.Verdict(app.UniqueName("plain-")))).ShouldRefuse(
            403,
            "push-signature-invalid"
        );
    }

    [Fact]
    public async Task Entities_bombs_and_nonsense_are_refused_inside_the_envelope_and_outside()
    {
        const string laughs =
            "<!DOCTYPE xml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><xml><MsgType>&b;</MsgType><MsgId>1</MsgId></xml>";
        const string fetched =
            "<!DOCTYPE xml [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><xml><MsgType>text</MsgType><MsgId>&f;</MsgId></xml>";
        var deep = string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000));
        string[] bodies =
        [
            laughs,
            fetched,
            $"<xml><MsgType>text</MsgType><MsgId>1</MsgId>{deep}</xml>",
            string.Concat(Enumerable.Repeat("{\"a\":", 5000)),
            """{"MsgType":"text","MsgId":"\ud800"}""",
            """{"MsgType":"event","Event":"two words","FromUserName":"a","CreateTime":1}""",
            """{"MsgType":"event","Event":"no_sender","CreateTime":1}""",
            """{"MsgType":"text"}""",
            "[]",
            "<xml>",
            "",
        ];

        foreach (var body in bodies)
        {
            (await app.Anonymous.Pushes(body)).ShouldRefuse(400, "push-body-invalid");
        }

        (await app.Anonymous.PushesBody(laughs, "encrypt_type=aes&msg_signature=0")).ShouldRefuse(
            400,
            "push-body-invalid"
        );
    }

    [Fact]
    public async Task A_body_of_more_than_sixty_four_kilobytes_is_refused()
    {
        (await app.Anonymous.PushesBody(new string(' ', 70 * 1024), "encrypt_type=aes&msg_signature=0")).ShouldRefuse(
            413,
            "body-too-large"
        );
    }

    [Fact]
    public async Task A_signature_older_than_five_minutes_is_refused_unless_the_push_is_known()
    {
        var message = PushSender.Verdict(app.UniqueName("old-"));
        var old = PushSender.Now - 301;
        (await app.Anonymous.Pushes(message, old)).ShouldRefuse(403, "push-signature-invalid");

        (await app.Anonymous.Pushes(message)).Should(200);

        Assert.Equal("success", (await app.Anonymous.Pushes(message, old)).Should(200).Text);
    }

    [Fact]
    public async Task Without_a_token_the_push_is_off()
    {
        var off = app.With(("WeChat:PushToken", ""), ("WeChat:PushAesKey", ""));
        (await off.Pushes(PushSender.Verdict("off"))).ShouldRefuse(404, "not-found");
        (await off.Get(PushSender.Path)).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task Without_the_database_WeChat_is_not_told_success_and_sends_again()
    {
        var trace = app.UniqueName("away-");
        ApiClient cutOff;
        using (var relay = new DatabaseRelay(app.Database.ConnectionString))
        {
            cutOff = app.With(("Database:ConnectionString", relay.ConnectionString));
            (await cutOff.Pushes(PushSender.Verdict(trace + "-before"))).Should(200);
        }

        (await cutOff.Pushes(PushSender.Verdict(trace))).ShouldRefuse(503, "database-unavailable");

        (await app.Anonymous.Pushes(PushSender.Verdict(trace))).Should(200);
        var verdicts = () => app.Verdicts(trace);
        await verdicts.Becomes(2);
    }

    [Theory]
    [InlineData("", "", PushMode.Secure, true)]
    [InlineData("abc", "", PushMode.Plain, true)]
    [InlineData("abc", PushSender.AesKey, PushMode.Secure, true)]
    [InlineData("abc", "", PushMode.Secure, false)]
    [InlineData("", PushSender.AesKey, PushMode.Secure, false)]
    [InlineData("abc", "tooshort", PushMode.Secure, false)]
    [InlineData("a!", "", PushMode.Plain, false)]
    public void Settings_that_cannot_work_are_told_at_start(string token, string key, PushMode mode, bool areGood) =>
        Assert.Equal(
            areGood,
            !new WeChatOptions
            {
                PushToken = token,
                PushAesKey = key,
                PushMode = mode,
            }
                .Validate(new System.ComponentModel.DataAnnotations.ValidationContext(this))
                .Any()
        );

    private static string SignedBy(JsonElement vector) =>
        $"signature={Word(vector, "signature")}&timestamp={Word(vector, "timestamp")}&nonce={Word(vector, "nonce")}";

    private static string Word(JsonElement vector, string name) => vector.GetProperty(name).GetString()!;
}
