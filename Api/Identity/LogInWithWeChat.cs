using Craftsman.Api.Http;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.WeChat;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Identity;

/// <summary>The access token, how long it is good for, and the refresh token that continues the session.</summary>
/// <param name="ExpiresIn">Seconds.</param>
public sealed record TokenResponse(string AccessToken, int ExpiresIn, string RefreshToken)
{
    public static TokenResponse For(AccessTokens tokens, string scheme, OpenedSession session, DateTimeOffset now) =>
        new(tokens.Issue(scheme, session, now), (int)AccessTokens.Lifetime.TotalSeconds, session.RefreshToken);
}

public static class LogInWithWeChat
{
    /// <param name="Code">What wx.login gave.</param>
    public sealed record Request([property: Needed, Line(200)] string Code);

    /// <summary>用微信登录</summary>
    /// <remarks>The session_key that WeChat sends along is not kept: nothing here needs it.</remarks>
    public static async Task<Results<Ok<TokenResponse>, ProblemHttpResult>> Handle(
        Request request,
        ArrivedAt arrived,
        IWeChatClient wechat,
        Db db,
        AccessTokens tokens,
        CancellationToken cancellationToken
    )
    {
        var outcome = await wechat.CodeToSession(request.Code, cancellationToken);
        if (outcome is not CodeToSessionOutcome.LoggedIn { OpenId: var openId })
        {
            return Problems.From(
                outcome switch
                {
                    CodeToSessionOutcome.LoginAgain => IdentityRefusals.LoginCodeInvalid,
                    CodeToSessionOutcome.Blocked => IdentityRefusals.LoginBlocked,
                    _ => IdentityRefusals.WeChatUnavailable,
                }
            );
        }

        var opened = await db.Write<OpenedSession>(
            async work =>
            {
                var citizen = await CitizenStore.FindOrAdd(work, openId, arrived.Value);
                return await SessionStore.Open(work, SessionOwner.Citizen, citizen, arrived.Value);
            },
            cancellationToken
        );
        return opened.IsRefused(out var refusal, out var session)
            ? Problems.From(refusal)
            : TypedResults.Ok(TokenResponse.For(tokens, AccessTokens.CitizenScheme, session, arrived.Value));
    }
}
