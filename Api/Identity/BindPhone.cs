using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.WeChat;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Identity;

public static class BindPhone
{
    /// <param name="Code">手机号按钮给出的代码；与 wx.login 的代码不同</param>
    public sealed record Request([property: Needed, Line(200)] string Code);

    public sealed record Response(string PhoneMasked);

    /// <summary>绑定手机号</summary>
    /// <remarks>
    /// The code works once and is asked of WeChat before anything is locked. Should our answer get lost, the same code is answered again
    /// from what it brought. Nothing else needs a phone, save an acceptance that shall count at once (law 7).
    /// </remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Request request,
        CitizenCaller citizen,
        CitizenQueries citizens,
        CitizenPhones phones,
        CitizenWrites writes,
        IWeChatClient wechat,
        CancellationToken cancellationToken
    )
    {
        if (await citizens.PhoneHolder(citizen.Id, cancellationToken) is not { } holder)
        {
            return Problems.From(IdentityRefusals.SessionEnded);
        }

        var codeHash = SecretCode.HashOf(request.Code);
        if (holder.PhoneMasked is { } bound && codeHash.AsSpan().SequenceEqual(holder.CodeHash))
        {
            return TypedResults.Ok(new Response(bound));
        }

        var answer = await wechat.GetPhoneNumber(request.Code, holder.OpenId, cancellationToken);
        if (answer.HasFailed(out var failure, out var phone))
        {
            return Problems.From(
                failure.Remedy is WeChatRemedy.LogInAgain or WeChatRemedy.Final
                    ? IdentityRefusals.PhoneCodeInvalid
                    : IdentityRefusals.WeChatUnavailable
            );
        }

        var done = await citizen.Once(
            writes,
            request,
            async Task<Decision<Response>> (work, live) =>
                new Response(await phones.Bind(work, live.Id, phone.Number, codeHash)),
            cancellationToken
        );
        return done.IsRefused(out var refusal, out var response) ? Problems.From(refusal) : TypedResults.Ok(response);
    }
}
