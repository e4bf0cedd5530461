using System.Security.Claims;
using Craftsman.Infrastructure.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Craftsman.Api.Identity;

/// <summary>Short-lived signed tokens. Each audience has its own key, so a citizen's token can never pass for one of staff.</summary>
public sealed class AccessTokens(IOptions<SecretsOptions> secrets)
{
    public const string Issuer = "craftsman";
    public const string CitizenScheme = "citizen";
    public const string StaffScheme = "staff";
    public const string SubjectClaim = "sub";
    public const string SessionClaim = "sid";
    public const string RoleClaim = "role";

    /// <summary>How long an access token is good for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public string Issue(string scheme, OpenedSession session, DateTimeOffset now) =>
        Handler.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = scheme,
                IssuedAt = now.UtcDateTime,
                Expires = (now + Lifetime).UtcDateTime,
                Subject = new ClaimsIdentity([
                    new Claim(SubjectClaim, session.OwnerId.ToString()),
                    new Claim(SessionClaim, session.SessionId.ToString()),
                ]),
                SigningCredentials = new SigningCredentials(KeyOf(scheme), SecurityAlgorithms.HmacSha256),
            }
        );

    /// <summary>What a token of staff must show to be believed. The clock is ours, and no skew is granted: we issue and check on the same clocks.</summary>
    public TokenValidationParameters StaffValidation(TimeProvider clock) =>
        new()
        {
            ValidIssuer = Issuer,
            ValidAudience = StaffScheme,
            IssuerSigningKey = KeyOf(StaffScheme),
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RequireExpirationTime = true,
            LifetimeValidator = (_, expires, _, _) => expires > clock.GetUtcNow().UtcDateTime,
            NameClaimType = SubjectClaim,
            RoleClaimType = RoleClaim,
        };

    /// <summary>The first part of every token of an audience, as the library writes it.</summary>
    public string Header(string scheme) =>
        Issue(scheme, new OpenedSession(Guid.Empty, Guid.Empty, ""), DateTimeOffset.UnixEpoch).Split('.')[0];

    private SymmetricSecurityKey KeyOf(string scheme) =>
        new(
            Convert.FromBase64String(
                scheme == StaffScheme ? secrets.Value.StaffTokenKey : secrets.Value.CitizenTokenKey
            )
        );
}
