using System.Net;
using Microsoft.Extensions.Options;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>Speaks to WeChat's server API in its own names. The openid and the secrets stay between us and WeChat.</summary>
public sealed class WeChatClient(WeChatHttp http, WeChatToken tokens, IOptions<WeChatOptions> options) : IWeChatClient
{
    private const int Version = 2;
    private const int Picture = 2;

    public async Task<CodeToSessionOutcome> CodeToSession(string code, CancellationToken cancellationToken)
    {
        var query =
            $"?appid={Uri.EscapeDataString(options.Value.AppId)}&secret={Uri.EscapeDataString(options.Value.AppSecret)}"
            + $"&js_code={Uri.EscapeDataString(code)}&grant_type=authorization_code";
        var reply = await http.Get(WeChatApi.Login, query, cancellationToken);
        return WeChatReplies.Session(reply);
    }

    public async Task<WeChatAnswer<CitizenPhone>> GetPhoneNumber(
        string code,
        string openId,
        CancellationToken cancellationToken
    )
    {
        var reply = await Post(WeChatApi.Phones, new { code, openid = openId }, cancellationToken);
        return WeChatReplies.Phone(reply, options.Value.AppId);
    }

    public Task<WeChatAnswer<SafetyVerdict>> CheckText(
        string openId,
        SafetyScene scene,
        string content,
        CancellationToken cancellationToken
    ) => TextPieces.Worst(content, piece => CheckPiece(openId, scene, piece, cancellationToken));

    public async Task<WeChatAnswer<CheckTicket>> CheckImage(
        string openId,
        SafetyScene scene,
        Uri mediaUrl,
        CancellationToken cancellationToken
    )
    {
        var reply = await Post(
            WeChatApi.Pictures,
            new
            {
                version = Version,
                openid = openId,
                scene = (int)scene,
                media_url = mediaUrl.AbsoluteUri,
                media_type = Picture,
            },
            cancellationToken
        );
        return WeChatReplies.Ticket(reply);
    }

    public async Task<WeChatAnswer<RiskRank>> GetUserRiskRank(
        string openId,
        RiskScene scene,
        IPAddress clientAddress,
        CancellationToken cancellationToken
    )
    {
        var reply = await Post(
            WeChatApi.Risks,
            new
            {
                appid = options.Value.AppId,
                openid = openId,
                scene = (int)scene,
                client_ip = clientAddress.ToString(),
            },
            cancellationToken
        );
        return WeChatReplies.Risk(reply);
    }

    public async Task<WeChatAnswer<MessageSent>> SendSubscribeMessage(
        string openId,
        string templateId,
        string? page,
        IReadOnlyDictionary<string, string> data,
        CancellationToken cancellationToken
    )
    {
        var reply = await Post(
            WeChatApi.Messages,
            new
            {
                touser = openId,
                template_id = templateId,
                page,
                data = data.ToDictionary(value => value.Key, value => new { value = value.Value }),
                miniprogram_state = options.Value.MessageStage,
                lang = "zh_CN",
            },
            cancellationToken
        );
        return WeChatReplies.Sent(reply);
    }

    public async Task<WeChatAnswer<CodeImage>> GetUnlimitedQRCode(
        string scene,
        string? page,
        int width,
        CancellationToken cancellationToken
    )
    {
        var reply = await Post(
            WeChatApi.Codes,
            new
            {
                scene,
                page,
                check_path = options.Value.Stage == MiniProgramStage.Released,
                env_version = options.Value.CodeStage,
                width,
            },
            cancellationToken
        );
        return WeChatReplies.Code(reply);
    }

    public async Task<WeChatAnswer<SchemeLink>> GenerateScheme(
        string path,
        string query,
        int validDays,
        CancellationToken cancellationToken
    )
    {
        var reply = await Post(
            WeChatApi.Schemes,
            new
            {
                jump_wxa = new
                {
                    path,
                    query,
                    env_version = options.Value.CodeStage,
                },
                expire_type = 1,
                expire_interval = validDays,
            },
            cancellationToken
        );
        return WeChatReplies.Link(reply);
    }

    private async Task<WeChatAnswer<SafetyVerdict>> CheckPiece(
        string openId,
        SafetyScene scene,
        string content,
        CancellationToken cancellationToken
    )
    {
        var reply = await Post(
            WeChatApi.Texts,
            new
            {
                version = Version,
                openid = openId,
                scene = (int)scene,
                content,
            },
            cancellationToken
        );
        return WeChatReplies.Verdict(reply);
    }

    private Task<WeChatReply> Post(WeChatApi api, object body, CancellationToken cancellationToken) =>
        tokens.Use(api, token => http.Post(api, QueryOf(token), body, cancellationToken), cancellationToken);

    private static string QueryOf(string token) => $"?access_token={Uri.EscapeDataString(token)}";
}
