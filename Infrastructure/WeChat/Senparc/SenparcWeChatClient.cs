using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Senparc.Weixin.Entities;
using Senparc.Weixin.Entities.TemplateMessage;
using Senparc.Weixin.Exceptions;
using Senparc.Weixin.RegisterServices;
using Senparc.Weixin.WxOpen.AdvancedAPIs;
using Senparc.Weixin.WxOpen.AdvancedAPIs.Sns;
using Senparc.Weixin.WxOpen.AdvancedAPIs.WxApp;
using Senparc.Weixin.WxOpen.AdvancedAPIs.WxApp.WxAppJson;

namespace Craftsman.Infrastructure.WeChat.Senparc;

/// <summary>The calls of <see cref="WeChatClient"/> by Senparc.Weixin.WxOpen; tokens, repetition, circuits and <c>generateScheme</c> are ours.</summary>
public sealed class SenparcWeChatClient(
    WeChatHttp http,
    WeChatToken tokens,
    WeChatClient own,
    WeChatAddress address,
    IOptions<WeChatOptions> options
) : IWeChatClient
{
    private readonly WeChatOptions wechat = options.Value;

    /// <summary>The library keeps its services in statics. It may write nothing, for its log would hold addresses with tokens and secrets.</summary>
    static SenparcWeChatClient()
    {
        new ServiceCollection().AddSenparcWeixinServices(new ConfigurationBuilder().Build());
        global::Senparc.CO2NET.Config.IsDebug = global::Senparc.Weixin.Config.IsDebug = false;
        global::Senparc.CO2NET.Trace.SenparcTrace.RecordAPMLog = false;
    }

    /// <summary>The library puts the code into the address as it is, so it is escaped here: it comes from a client.</summary>
    public async Task<CodeToSessionOutcome> CodeToSession(string code, CancellationToken cancellationToken)
    {
        var sent = Uri.EscapeDataString(code);
        return WeChatReplies.Session(
            await http.Call(
                WeChatApi.Login,
                limit => Answer(() => SnsApi.JsCode2JsonAsync(wechat.AppId, wechat.AppSecret, sent), limit),
                cancellationToken
            )
        );
    }

    public Task<WeChatAnswer<CitizenPhone>> GetPhoneNumber(
        string code,
        string openId,
        CancellationToken cancellationToken
    ) =>
        Call(
            WeChatApi.Phones,
            token => BusinessApi.GetUserPhoneNumberAsync(token, code),
            reply => WeChatReplies.Phone(reply, wechat.AppId),
            cancellationToken
        );

    public Task<WeChatAnswer<SafetyVerdict>> CheckText(
        string openId,
        SafetyScene scene,
        string content,
        CancellationToken cancellationToken
    ) =>
        TextPieces.Worst(
            content,
            piece =>
                Call(
                    WeChatApi.Texts,
                    token => WxAppApi.MsgSecCheckAsync(token, piece, 2, (int)scene, openId),
                    WeChatReplies.Verdict,
                    cancellationToken
                )
        );

    public Task<WeChatAnswer<CheckTicket>> CheckImage(
        string openId,
        SafetyScene scene,
        Uri mediaUrl,
        CancellationToken cancellationToken
    ) =>
        Call(
            WeChatApi.Pictures,
            token => WxAppApi.MediaCheckAsyncAsync(token, mediaUrl.AbsoluteUri, "2", 2, openId, (int)scene),
            WeChatReplies.Ticket,
            cancellationToken
        );

    public Task<WeChatAnswer<RiskRank>> GetUserRiskRank(
        string openId,
        RiskScene scene,
        System.Net.IPAddress clientAddress,
        CancellationToken cancellationToken
    )
    {
        var asked = new GetUserRiskRankParam { appid = wechat.AppId, openid = openId };
        (asked.scene, asked.client_ip) = ((int)scene, clientAddress.ToString());
        return Call(
            WeChatApi.Risks,
            token => WxAppApi.GetUserRiskAsync(token, asked),
            WeChatReplies.Risk,
            cancellationToken
        );
    }

    public Task<WeChatAnswer<MessageSent>> SendSubscribeMessage(
        string openId,
        string templateId,
        string? page,
        IReadOnlyDictionary<string, string> data,
        CancellationToken cancellationToken
    )
    {
        var values = new TemplateMessageData(
            data.ToDictionary(each => each.Key, each => new TemplateMessageDataValue(each.Value))
        );
        return Call(
            WeChatApi.Messages,
            token =>
                MessageApi.SendSubscribeAsync(token, openId, templateId, values, page, wechat.MessageStage, "zh_CN"),
            WeChatReplies.Sent,
            cancellationToken
        );
    }

    /// <summary>Here the library calls an error a success and leaves it in the stream, so that is read; a call given up may still write into it.</summary>
    public Task<WeChatAnswer<CodeImage>> GetUnlimitedQRCode(
        string scene,
        string? page,
        int width,
        CancellationToken cancellationToken
    ) =>
        Call(
            WeChatApi.Codes,
            async (it, limit) =>
            {
                var (to, must, stage) = (
                    new MemoryStream(),
                    wechat.Stage == MiniProgramStage.Released,
                    wechat.CodeStage
                );
                var done = await Answer(
                    () => WxAppApi.GetWxaCodeUnlimitAsync(it, to, scene, page, must, stage, width),
                    limit
                );
                return done.Failure is null ? WeChatReply.Read("image/jpeg", to.ToArray()) : done;
            },
            WeChatReplies.Code,
            cancellationToken
        );

    public Task<WeChatAnswer<SchemeLink>> GenerateScheme(
        string path,
        string query,
        int validDays,
        CancellationToken cancellationToken
    ) => own.GenerateScheme(path, query, validDays, cancellationToken);

    private Task<WeChatAnswer<T>> Call<TResult, T>(
        WeChatApi api,
        Func<string, Task<TResult>> send,
        Func<WeChatReply, WeChatAnswer<T>> read,
        CancellationToken cancel
    )
        where TResult : WxJsonResult
        where T : class => Call(api, (token, limit) => Answer(() => send(token), limit), read, cancel);

    private async Task<WeChatAnswer<T>> Call<T>(
        WeChatApi api,
        Func<string, CancellationToken, Task<WeChatReply>> send,
        Func<WeChatReply, WeChatAnswer<T>> read,
        CancellationToken cancel
    )
        where T : class =>
        read(await tokens.Use(api, token => http.Call(api, limit => send(token, limit), cancel), cancel));

    /// <summary>What the library made of an answer, turned back into one, so that both clients read alike. What it throws besides is no answer.</summary>
    private async Task<WeChatReply> Answer<T>(Func<Task<T>> send, CancellationToken limit)
        where T : WxJsonResult
    {
        global::Senparc.Weixin.Config.ApiMpHost = address.Value.GetLeftPart(UriPartial.Authority);
        try
        {
            return Read(await send().WaitAsync(limit));
        }
        catch (ErrorJsonResultException e)
        {
            return Read(e.JsonResult);
        }
        catch (Exception e) when (e is not HttpRequestException && !limit.IsCancellationRequested)
        {
            return WeChatReply.Lost;
        }
        static WeChatReply Read(WxJsonResult it) =>
            WeChatReply.Read(null, JsonSerializer.SerializeToUtf8Bytes(it, it.GetType()));
    }
}
