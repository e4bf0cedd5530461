using Craftsman.Api.Http;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Identity;

public static class RefreshSession
{
    public sealed record Request([property: Needed, Line(200)] string RefreshToken);

    /// <summary>续期登录</summary>
    public static async Task<Results<Ok<TokenResponse>, ProblemHttpResult>> OfCitizen(
        Request request,
        ArrivedAt arrived,
        SessionStore sessions,
        AccessTokens tokens,
        CancellationToken cancellationToken
    )
    {
        var refreshed = await sessions.Refresh(
            SessionOwner.Citizen,
            request.RefreshToken,
            arrived.Value,
            (_, _) => Task.CompletedTask,
            cancellationToken
        );
        return refreshed.IsRefused(out var refusal, out var session)
            ? Problems.From(refusal)
            : TypedResults.Ok(TokenResponse.For(tokens, AccessTokens.CitizenScheme, session, arrived.Value));
    }

    /// <summary>续期工作人员登录</summary>
    public static async Task<Results<Ok<TokenResponse>, ProblemHttpResult>> OfStaff(
        Request request,
        ArrivedAt arrived,
        SessionStore sessions,
        AccessTokens tokens,
        CancellationToken cancellationToken
    )
    {
        var refreshed = await sessions.Refresh(
            SessionOwner.Staff,
            request.RefreshToken,
            arrived.Value,
            (work, session) =>
                AuditLog.Record(
                    work,
                    session.OwnerId,
                    "staff.session-refreshed",
                    "session",
                    session.SessionId,
                    arrived.Value
                ),
            cancellationToken
        );
        return refreshed.IsRefused(out var refusal, out var session)
            ? Problems.From(refusal)
            : TypedResults.Ok(TokenResponse.For(tokens, AccessTokens.StaffScheme, session, arrived.Value));
    }
}
