using System.Security.Claims;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Microsoft.AspNetCore.Authentication;

namespace Craftsman.Api.Identity;

/// <summary>Recognises the citizen by the bearer token; the session it names becomes a feature of the request.</summary>
public sealed class CitizenTokenHandler(CitizenTokens tokens, TimeProvider clock) : IAuthenticationHandler
{
    private const string Prefix = "Bearer ";
    private static readonly ClaimsPrincipal Recognised = new(new ClaimsIdentity(AccessTokens.CitizenScheme));
    private static readonly AuthenticateResult Success = AuthenticateResult.Success(
        new AuthenticationTicket(Recognised, AccessTokens.CitizenScheme)
    );
    private static readonly AuthenticateResult Failure = AuthenticateResult.Fail("The token is not accepted.");

    private HttpContext context = null!;
    private Refusal? why;

    public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
    {
        this.context = context;
        return Task.CompletedTask;
    }

    public Task<AuthenticateResult> AuthenticateAsync()
    {
        if (
            context.Request.Headers.Authorization.ToString() is not { Length: > 0 } sent
            || !sent.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        )
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        if (tokens.Read(sent.AsSpan(Prefix.Length), clock.GetUtcNow()).IsRefused(out why, out var session))
        {
            return Task.FromResult(Failure);
        }

        context.Features.Set(session);
        return Task.FromResult(Success);
    }

    public Task ChallengeAsync(AuthenticationProperties? properties) => context.Challenge(why);

    public Task ForbidAsync(AuthenticationProperties? properties) => context.Answer(IdentityRefusals.RoleMissing);
}
