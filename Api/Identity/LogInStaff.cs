using Craftsman.Api.Http;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Craftsman.Api.Identity;

public static class LogInStaff
{
    public sealed record Request(
        [property: Needed, Line(64)] string UserName,
        [property: Needed, Line(200)] string Password,
        [property: Line(10)] string? Totp
    );

    public sealed record Response(string AccessToken, int ExpiresIn, string RefreshToken, bool MustChangePassword);

    /// <summary>A hash of nobody's password, so that an unknown name takes as long as a wrong password.</summary>
    private static readonly string NobodysHash = new PasswordHasher<object>().HashPassword(
        new object(),
        SecretCode.ForPrograms()
    );

    /// <summary>工作人员登录</summary>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Request request,
        ArrivedAt arrived,
        StaffQueries staff,
        Db db,
        AccessTokens tokens,
        CancellationToken cancellationToken
    )
    {
        var account = await staff.Account(request.UserName, cancellationToken);
        var verdict = new PasswordHasher<object>().VerifyHashedPassword(
            new object(),
            account?.PasswordHash ?? NobodysHash,
            request.Password
        );
        if (account is null || verdict == PasswordVerificationResult.Failed)
        {
            return Problems.From(IdentityRefusals.StaffLoginFailed);
        }

        var opened = await db.Write<OpenedSession>(
            async work =>
            {
                var session = await SessionStore.Open(work, SessionOwner.Staff, account.Id, arrived.Value);
                await AuditLog.Record(work, account.Id, "staff.logged-in", "session", session.SessionId, arrived.Value);
                return session;
            },
            cancellationToken
        );
        if (opened.IsRefused(out var refusal, out var session))
        {
            return Problems.From(refusal);
        }

        var token = TokenResponse.For(tokens, AccessTokens.StaffScheme, session, arrived.Value);
        return TypedResults.Ok(
            new Response(token.AccessToken, token.ExpiresIn, token.RefreshToken, account.MustChangePassword)
        );
    }
}
