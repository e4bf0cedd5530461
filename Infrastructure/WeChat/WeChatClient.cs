using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>Speaks to WeChat's server API in its own names. The openid and the secrets stay between us and WeChat.</summary>
public sealed class WeChatClient(
    WeChatHttp http,
    WeChatToken tokens,
    IOptions<WeChatOptions> options,
    ILogger<WeChatClient> logger
) : IWeChatClient
{
    private const int Version = 2;
    private const int Picture = 2;

    private static readonly WeChatApi Login = new(WeChatGroup.Login, "sns/jscode2session", IsRepeatable: false);
    private static readonly WeChatApi Phones = new(
        WeChatGroup.Login,
        "wxa/business/getuserphonenumber",
        IsRepeatable: false
    );
    private static readonly WeChatApi Texts = new(WeChatGroup.Security, "wxa/msg_sec_check", IsRepeatable: true);
    private static readonly WeChatApi Pictures = new(WeChatGroup.Security, "wxa/media_check_async", IsRepeatable: true);
    private static readonly WeChatApi Risks = new(WeChatGroup.Security, "wxa/getuserriskrank", IsRepeatable: true);
    private static readonly WeChatApi Messages = new(
        WeChatGroup.Messages,
        "cgi-bin/message/subscribe/send",
        IsRepeatable: false
    );
    private static readonly WeChatApi Codes = new(WeChatGroup.Codes, "wxa/getwxacodeunlimit", IsRepeatable: true);
    private static readonly WeChatApi Schemes = new(WeChatGroup.Codes, "wxa/generatescheme", IsRepeatable: true);

    public async Task<CodeToSessionOutcome> CodeToSession(string code, CancellationToken cancellationToken)
    {
        var query =
            $"?appid={Uri.EscapeDataString(options.Value.AppId)}&secret={Uri.EscapeDataString(options.Value.AppSecret)}"
            + $"&js_code={Uri.EscapeDataString(code)}&grant_type=authorization_code";
        var reply = await http.Get(Login, query, cancellationToken);
        return reply switch
        {
            { Failure.ErrorCode: WeChatErrors.HighRiskUser } => new CodeToSessionOutcome.Blocked(),
            { Failure.Remedy: WeChatRemedy.LogInAgain } => new CodeToSessionOutcome.LoginAgain(),
            { Failure: null } when reply.Text("openid") is { Length: > 0 and <= 64 } openId =>
                new CodeToSessionOutcome.LoggedIn(openId),
            _ => new CodeToSessionOutcome.Unavailable(),
        };
    }

    public async Task<WeChatAnswer<CitizenPhone>> GetPhoneNumber(
        string code,
        string openId,
        CancellationToken cancellationToken
    )
    {
        var reply = await Post(Phones, new { code, openid = openId }, cancellationToken);
        return Read(
            reply,
            () =>
                reply.Text("phone_info", "watermark", "appid") == options.Value.AppId
                && reply.Text("phone_info", "countryCode") is { Length: > 0 } country
                && reply.Text("phone_info", country == "86" ? "purePhoneNumber" : "phoneNumber")
                    is { Length: > 0 and <= 24 } number
                    ? new CitizenPhone(number, country)
                    : null
        );
    }

    public async Task<WeChatAnswer<SafetyVerdict>> CheckText(
        string openId,
        SafetyScene scene,
        string content,
        CancellationToken cancellationToken
    )
    {
        SafetyVerdict? worst = null;
        foreach (var piece in TextPieces.Of(content))
        {
            if ((await CheckPiece(openId, scene, piece, cancellationToken)).HasFailed(out var failure, out var verdict))
            {
                return failure;
            }

            worst = worst is null || verdict.Suggestion > worst.Suggestion ? verdict : worst;
            if (worst.Suggestion == SafetySuggestion.Risky)
            {
                break;
            }
        }

        return worst!;
    }

    public async Task<WeChatAnswer<CheckTicket>> CheckImage(
        string openId,
        SafetyScene scene,
        Uri mediaUrl,
        CancellationToken cancellationToken
    )
    {
        var reply = await Post(
            Pictures,
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
        return Read(reply, () => reply.Text("trace_id") is { Length: > 0 } trace ? new CheckTicket(trace) : null);
    }

    public async Task<WeChatAnswer<RiskRank>> GetUserRiskRank(
        string openId,
        RiskScene scene,
        IPAddress clientAddress,
        CancellationToken cancellationToken
    )
    {
        var reply = await Post(
            Risks,
            new
            {
                appid = options.Value.AppId,
                openid = openId,
                scene = (int)scene,
                client_ip = clientAddress.ToString(),
            },
            cancellationToken
        );
        return Read(reply, () => reply.Number("risk_rank") is { } rank and >= 0 and <= 4 ? new RiskRank(rank) : null);
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
            Messages,
            new
            {
                touser = openId,
                template_id = templateId,
                page,
                data = data.ToDictionary(value => value.Key, value => new { value = value.Value }),
                miniprogram_state = options.Value.Stage switch
                {
                    MiniProgramStage.Trial => "trial",
                    MiniProgramStage.Development => "developer",
                    _ => "formal",
                },
                lang = "zh_CN",
            },
            cancellationToken
        );
        return Read(reply, () => new MessageSent());
    }

    public async Task<WeChatAnswer<CodeImage>> GetUnlimitedQRCode(
        string scene,
        string? page,
        int width,
        CancellationToken cancellationToken
    )
    {
        var reply = await Post(
            Codes,
            new
            {
                scene,
                page,
                check_path = options.Value.Stage == MiniProgramStage.Released,
                env_version = EnvironmentVersion,
                width,
            },
            cancellationToken
        );
        return Read(reply, () => reply.Image);
    }

    public async Task<WeChatAnswer<SchemeLink>> GenerateScheme(
        string path,
        string query,
        int validDays,
        CancellationToken cancellationToken
    )
    {
        var reply = await Post(
            Schemes,
            new
            {
                jump_wxa = new
                {
                    path,
                    query,
                    env_version = EnvironmentVersion,
                },
                expire_type = 1,
                expire_interval = validDays,
            },
            cancellationToken
        );
        return Read(reply, () => reply.Text("openlink") is { Length: > 0 } link ? new SchemeLink(link) : null);
    }

    private string EnvironmentVersion =>
        options.Value.Stage switch
        {
            MiniProgramStage.Trial => "trial",
            MiniProgramStage.Development => "develop",
            _ => "release",
        };

    /// <summary>The whole counts, not the strategies beside it. A suggestion we do not know is for a human.</summary>
    private async Task<WeChatAnswer<SafetyVerdict>> CheckPiece(
        string openId,
        SafetyScene scene,
        string content,
        CancellationToken cancellationToken
    )
    {
        var reply = await Post(
            Texts,
            new
            {
                version = Version,
                openid = openId,
                scene = (int)scene,
                content,
            },
            cancellationToken
        );
        return Read(
            reply,
            () =>
                reply.Text("result", "suggest") is not { } suggest
                    ? null
                    : new SafetyVerdict(
                        suggest switch
                        {
                            "pass" => SafetySuggestion.Pass,
                            "risky" => SafetySuggestion.Risky,
                            _ => SafetySuggestion.Review,
                        },
                        reply.Number("result", "label") ?? 0,
                        reply.Text("trace_id") ?? ""
                    )
        );
    }

    /// <summary>
    /// With the account's token. One that WeChat refuses is dropped and the call made once more: nothing was done by then, so that is
    /// safe for every API. A second refusal is an alarm.
    /// </summary>
    private async Task<WeChatReply> Post(WeChatApi api, object body, CancellationToken cancellationToken)
    {
        if ((await tokens.Get(cancellationToken)).HasFailed(out var failure, out var token))
        {
            return WeChatReply.From(failure);
        }

        var reply = await http.Post(api, QueryOf(token), body, cancellationToken);
        if (!reply.IsTokenRefused)
        {
            return reply;
        }

        await tokens.Drop(token);
        if ((await tokens.Get(cancellationToken)).HasFailed(out failure, out token))
        {
            return WeChatReply.From(failure);
        }

        reply = await http.Post(api, QueryOf(token), body, cancellationToken);
        if (reply.IsTokenRefused)
        {
            logger.LogError("WeChat {Api} refuses a token that it has just given", api.Path);
        }

        return reply;
    }

    private static string QueryOf(string token) => $"?access_token={Uri.EscapeDataString(token)}";

    /// <summary>What the reply holds; a reply without error that lacks what we need is as good as lost.</summary>
    private static WeChatAnswer<T> Read<T>(WeChatReply reply, Func<T?> read)
        where T : class =>
        reply.Failure is { } failure ? failure
        : read() is { } result ? result
        : WeChatFailure.Lost;
}
