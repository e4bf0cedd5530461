using System.Net;
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

/// <summary>
/// The same calls as <see cref="WeChatClient"/>, sent by Senparc.Weixin.WxOpen. Token, repetition, circuits and what a reply means stay ours:
/// the library gets our token with each call and never fetches one. Built only with <c>UseSenparc</c>.
/// </summary>
/// <remarks>
/// The library takes no cancellation: a call given up after five seconds runs on unseen until its own timeout. It sends no openid with a
/// phone's code, so WeChat does not check there that the two belong together.
/// </remarks>
public sealed class SenparcWeChatClient(
    WeChatHttp http,
    WeChatToken tokens,
    WeChatClient own,
    WeChatAddress address,
    IOptions<WeChatOptions> options
) : IWeChatClient
{
    private const int TimeOut = 5_000;
    private readonly WeChatOptions wechat = options.Value;

    /// <summary>
    /// The library keeps its services in statics: given a collection of their own, they see neither ours nor a logger. It may write nothing,
    /// for its log would hold addresses with tokens and secrets.
    /// </summary>
    static SenparcWeChatClient()
    {
        new ServiceCollection().AddSenparcWeixinServices(new ConfigurationBuilder().Build());
        global::Senparc.CO2NET.Config.IsDebug = global::Senparc.Weixin.Config.IsDebug = false;
        global::Senparc.CO2NET.Trace.SenparcTrace.RecordAPMLog = false;
    }

    /// <summary>The library puts the code into the address as it is, so it is escaped here: it comes from a client.</summary>
    public async Task<CodeToSessionOutcome> CodeToSession(string code, CancellationToken cancellationToken)
    {
        var safe = Uri.EscapeDataString(code);
        return WeChatReplies.Session(
            await http.Call(
                WeChatApi.Login,
                limit => Answer(() => SnsApi.JsCode2JsonAsync(wechat.AppId, wechat.AppSecret, safe), limit),
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
            token => BusinessApi.GetUserPhoneNumberAsync(token, code, TimeOut),
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
                    token => WxAppApi.MsgSecCheckAsync(token, piece, 2, (int)scene, openId, timeOut: TimeOut),
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
            token => WxAppApi.MediaCheckAsyncAsync(token, mediaUrl.AbsoluteUri, "2", 2, openId, (int)scene, TimeOut),
            WeChatReplies.Ticket,
            cancellationToken
        );

    public Task<WeChatAnswer<RiskRank>> GetUserRiskRank(
        string openId,
        RiskScene scene,
        IPAddress clientAddress,
        CancellationToken cancellationToken
    ) =>
        Call(
            WeChatApi.Risks,
            token =>
                WxAppApi.GetUserRiskAsync(
                    token,
                    new GetUserRiskRankParam
                    {
                        appid = wechat.AppId,
                        openid = openId,
                        scene = (int)scene,
                        client_ip = clientAddress.ToString(),
                    },
                    TimeOut
                ),
            WeChatReplies.Risk,
            cancellationToken
        );

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
        var stage = wechat.MessageStage;
        return Call(
            WeChatApi.Messages,
            it => MessageApi.SendSubscribeAsync(it, openId, templateId, values, page, stage, "zh_CN", TimeOut),
            WeChatReplies.Sent,
            cancellationToken
        );
    }

    /// <summary>Here the library calls an error a success and leaves it in the stream, so what came is read as our own client would.</summary>
    public async Task<WeChatAnswer<CodeImage>> GetUnlimitedQRCode(
        string scene,
        string? page,
        int width,
        CancellationToken cancellationToken
    )
    {
        var released = wechat.Stage == MiniProgramStage.Released;
        async Task<WeChatReply> Draw(string token, CancellationToken limit)
        {
            // Not disposed here: a call that was given up may still write into it.
            var drawn = new MemoryStream();
            var done = await Answer(
                () => WxAppApi.GetWxaCodeUnlimitAsync(token, drawn, scene, page, released, wechat.CodeStage, width),
                limit
            );
            return done.Failure is null ? WeChatReply.Read("image/jpeg", drawn.ToArray()) : done;
        }

        return WeChatReplies.Code(
            await tokens.Use(
                WeChatApi.Codes,
                token => http.Call(WeChatApi.Codes, limit => Draw(token, limit), cancellationToken),
                cancellationToken
            )
        );
    }

    /// <summary>Ours: this call of the library is not known to us.</summary>
    public Task<WeChatAnswer<SchemeLink>> GenerateScheme(
        string path,
        string query,
        int validDays,
        CancellationToken cancellationToken
    ) => own.GenerateScheme(path, query, validDays, cancellationToken);

    private async Task<WeChatAnswer<TRead>> Call<TResult, TRead>(
        WeChatApi api,
        Func<string, Task<TResult>> send,
        Func<WeChatReply, WeChatAnswer<TRead>> read,
        CancellationToken cancellationToken
    )
        where TResult : WxJsonResult
        where TRead : class =>
        read(
            await tokens.Use(
                api,
                it => http.Call(api, limit => Answer(() => send(it), limit), cancellationToken),
                cancellationToken
            )
        );

    /// <summary>What the library made of an answer, turned back into one, so that both clients read alike.</summary>
    private async Task<WeChatReply> Answer<T>(Func<Task<T>> send, CancellationToken limit)
        where T : WxJsonResult
    {
        // Each time, for the stand-in has no address before the service listens.
        global::Senparc.Weixin.Config.ApiMpHost = address.Value.GetLeftPart(UriPartial.Authority);
        try
        {
            return Reply(await send().WaitAsync(limit));
        }
        catch (ErrorJsonResultException e)
        {
            return Reply(e.JsonResult);
        }
        catch (WeixinException)
        {
            return WeChatReply.Lost;
        }
    }

    private static WeChatReply Reply(WxJsonResult result) =>
        WeChatReply.Read(null, JsonSerializer.SerializeToUtf8Bytes(result, result.GetType()));
}
