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
    public async Task<CodeToSessionOutcome> CodeToSession(string code, CancellationToken cancellationToken) =>
        WeChatReplies.Session(
            await http.Call(
                WeChatApi.Login,
                it =>
                    Answer(
                        () => SnsApi.JsCode2JsonAsync(wechat.AppId, wechat.AppSecret, Uri.EscapeDataString(code)),
                        it
                    ),
                cancellationToken
            )
        );

    public Task<WeChatAnswer<CitizenPhone>> GetPhoneNumber(
        string code,
        string openId,
        CancellationToken cancellationToken
    ) =>
        Call(
            WeChatApi.Phones,
            (token, limit) => Answer(() => BusinessApi.GetUserPhoneNumberAsync(token, code), limit),
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
                    (it, limit) => Answer(() => WxAppApi.MsgSecCheckAsync(it, piece, 2, (int)scene, openId), limit),
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
            (it, limit) =>
                Answer(
                    () => WxAppApi.MediaCheckAsyncAsync(it, mediaUrl.AbsoluteUri, "2", 2, openId, (int)scene),
                    limit
                ),
            WeChatReplies.Ticket,
            cancellationToken
        );

    public Task<WeChatAnswer<RiskRank>> GetUserRiskRank(
        string openId,
        RiskScene scene,
        IPAddress clientAddress,
        CancellationToken cancellationToken
    )
    {
        var (appId, from) = (wechat.AppId, clientAddress.ToString());
        var asked = new GetUserRiskRankParam
        {
            appid = appId,
            openid = openId,
            scene = (int)scene,
            client_ip = from,
        };
        return Call(
            WeChatApi.Risks,
            (token, limit) => Answer(() => WxAppApi.GetUserRiskAsync(token, asked), limit),
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
        var stage = wechat.MessageStage;
        return Call(
            WeChatApi.Messages,
            (it, limit) =>
                Answer(
                    () => MessageApi.SendSubscribeAsync(it, openId, templateId, values, page, stage, "zh_CN"),
                    limit
                ),
            WeChatReplies.Sent,
            cancellationToken
        );
    }

    /// <summary>Here the library calls an error a success and leaves it in the stream, so what came is read as our own client would.</summary>
    public Task<WeChatAnswer<CodeImage>> GetUnlimitedQRCode(
        string scene,
        string? page,
        int width,
        CancellationToken cancellationToken
    ) =>
        Call(
            WeChatApi.Codes,
            async (token, limit) =>
            {
                // Not disposed here: a call that was given up may still write into it.
                var drawn = new MemoryStream();
                var mustExist = wechat.Stage == MiniProgramStage.Released;
                var done = await Answer(
                    () =>
                        WxAppApi.GetWxaCodeUnlimitAsync(token, drawn, scene, page, mustExist, wechat.CodeStage, width),
                    limit
                );
                return done.Failure is null ? WeChatReply.Read("image/jpeg", drawn.ToArray()) : done;
            },
            WeChatReplies.Code,
            cancellationToken
        );

    /// <summary>Ours: this call of the library is not known to us.</summary>
    public Task<WeChatAnswer<SchemeLink>> GenerateScheme(
        string path,
        string query,
        int validDays,
        CancellationToken cancellationToken
    ) => own.GenerateScheme(path, query, validDays, cancellationToken);

    private async Task<WeChatAnswer<T>> Call<T>(
        WeChatApi api,
        Func<string, CancellationToken, Task<WeChatReply>> send,
        Func<WeChatReply, WeChatAnswer<T>> read,
        CancellationToken cancellationToken
    )
        where T : class =>
        read(
            await tokens.Use(
                api,
                token => http.Call(api, limit => send(token, limit), cancellationToken),
                cancellationToken
            )
        );

    /// <summary>What the library made of an answer, turned back into one, so that both clients read alike. What it throws besides is no answer.</summary>
    private async Task<WeChatReply> Answer<T>(Func<Task<T>> send, CancellationToken limit)
        where T : WxJsonResult
    {
        // Each time, for the stand-in has no address before the service listens.
        global::Senparc.Weixin.Config.ApiMpHost = address.Value.GetLeftPart(UriPartial.Authority);
        WxJsonResult result;
        try
        {
            result = await send().WaitAsync(limit);
        }
        catch (ErrorJsonResultException e)
        {
            result = e.JsonResult;
        }
        catch (Exception e) when (e is not HttpRequestException && !limit.IsCancellationRequested)
        {
            return WeChatReply.Lost;
        }

        return WeChatReply.Read(null, JsonSerializer.SerializeToUtf8Bytes(result, result.GetType()));
    }
}
