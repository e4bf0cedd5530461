using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Craftsman.Infrastructure.WeChat;

namespace Craftsman.Tests.Support;

/// <summary>Pushes as WeChat does, and also as WeChat never would.</summary>
public static class PushSender
{
    public const string Path = "/wechat/messages";
    public const string Token = "pushtokenfortests";
    public const string AesKey = "q7Jm2Xc9Rt4Lw8Zb1Nd6Vf3Hk5Ps0Gy7Ua2Ee9To4Ii";
    public const string AppId = "wxtest";

    public static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Encrypted and signed.</summary>
    public static Task<Answer> Pushes(this ApiClient api, string message, long? at = null, bool asXml = false) =>
        api.PushesSealed(Seal(message), at, asXml);

    public static Task<Answer> PushesSealed(
        this ApiClient api,
        string encrypted,
        long? at = null,
        bool asXml = false,
        string token = Token
    )
    {
        var (timestamp, nonce) = (Text(at ?? Now), Nonce());
        return api.PushesBody(
            asXml
                ? $"<xml><ToUserName><![CDATA[gh_us]]></ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>"
                : $$"""{"ToUserName":"gh_us","Encrypt":"{{encrypted}}"}""",
            $"signature={PushSignature.Of(token, timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}&openid=o1"
                + $"&encrypt_type=aes&msg_signature={PushSignature.Of(token, timestamp, nonce, encrypted)}"
        );
    }

    /// <summary>As it is, with the signature over time and nonce.</summary>
    public static Task<Answer> PushesPlain(this ApiClient api, string message)
    {
        var (timestamp, nonce) = (Text(Now), Nonce());
        return api.PushesBody(
            message,
            $"signature={PushSignature.Of(Token, timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}&openid=o1"
        );
    }

    public static Task<Answer> PushesBody(this ApiClient api, string body, string query) =>
        api.Send(HttpMethod.Post, $"{Path}?{query}", new StringContent(body, Encoding.UTF8, "text/plain"));

    /// <summary>The verdict about a picture, in JSON.</summary>
    public static string Verdict(string trace, string suggest = "pass", string filler = "") =>
        $$"""{"ToUserName":"gh_us","FromUserName":"gh_wechat","CreateTime":1626959646,"MsgType":"event","Event":"wxa_media_check","appid":"{{AppId}}","trace_id":"{{trace}}","version":2,"detail":[{"strategy":"content_model","errcode":0,"suggest":"{{suggest}}","label":100,"prob":90}],"errcode":0,"errmsg":"ok{{filler}}","result":{"suggest":"{{suggest}}","label":100} }""";

    /// <summary>The verdict about a picture, in XML.</summary>
    public static string VerdictInXml(string trace, string filler = "") =>
        $"<xml><FromUserName><![CDATA[gh_wechat]]></FromUserName><CreateTime>1626959646</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[wxa_media_check]]></Event><trace_id><![CDATA[{trace}]]></trace_id><errcode>0</errcode><errmsg>ok{filler}</errmsg><result><suggest><![CDATA[pass]]></suggest><label>100</label></result></xml>";

    /// <summary>How many bytes of padding a message will be given, 1 to 32.</summary>
    public static int PadOf(string message) => 32 - ((20 + Encoding.UTF8.GetByteCount(message) + AppId.Length) % 32);

    /// <summary>The envelope, right unless told otherwise.</summary>
    public static string Seal(
        string message,
        string appId = AppId,
        string key = AesKey,
        uint? length = null,
        Action<byte[]>? spoil = null
    )
    {
        var text = Encoding.UTF8.GetBytes(message);
        var sender = Encoding.UTF8.GetBytes(appId);
        var whole = 20 + text.Length + sender.Length;
        var pad = 32 - (whole % 32);
        var plain = new byte[whole + pad];
        RandomNumberGenerator.Fill(plain.AsSpan(0, 16));
        BinaryPrimitives.WriteUInt32BigEndian(plain.AsSpan(16), length ?? (uint)text.Length);
        text.CopyTo(plain, 20);
        sender.CopyTo(plain, 20 + text.Length);
        plain.AsSpan(whole).Fill((byte)pad);
        spoil?.Invoke(plain);
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(key + "=");
        return Convert.ToBase64String(aes.EncryptCbc(plain, aes.Key[..16], PaddingMode.None));
    }

    private static string Text(long seconds) => seconds.ToString(CultureInfo.InvariantCulture);

    private static string Nonce() => RandomNumberGenerator.GetString("0123456789", 9);
}
