using System.Security.Claims;
using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Tokens;

namespace Craftsman.Api.Identity;

/// <summary>
/// Two audiences with two keys: citizens by their token alone (each write checks the session in its own SQL), staff by their token and a
/// live session read on each request.
/// </summary>
public static class AuthenticationSetup
{
    private const string WhyItem = "why-not-identified";

    public static void AddIdentity(this IServiceCollection services)
    {
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<CitizenTokens>();
        services.AddTransient<CitizenTokenHandler>();
        services
            .AddAuthentication(options =>
                options.AddScheme<CitizenTokenHandler>(AccessTokens.CitizenScheme, displayName: null)
            )
            .AddJwtBearer(AccessTokens.StaffScheme);
        ConfigureStaff(services);

        var authorization = services.AddAuthorizationBuilder();
        authorization.AddPolicy(
            AccessTokens.CitizenScheme,
            policy => Authenticated(policy, AccessTokens.CitizenScheme)
        );
        authorization.AddPolicy(AccessTokens.StaffScheme, policy => Authenticated(policy, AccessTokens.StaffScheme));
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            authorization.AddPolicy(
                role.ToString(),
                policy => Authenticated(policy, AccessTokens.StaffScheme).RequireRole(role.ToString())
            );
        }

        authorization.AddPolicy(
            StaffPolicies.TipReaders,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(nameof(StaffRole.TipReviewer), nameof(StaffRole.Auditor))
        );
        authorization.AddPolicy(
            StaffPolicies.CaseReaders,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(
                        nameof(StaffRole.QualificationReviewer),
                        nameof(StaffRole.OfficeClerk),
                        nameof(StaffRole.Auditor)
                    )
        );
        authorization.AddPolicy(
            StaffPolicies.PhotoReviewers,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(nameof(StaffRole.TipReviewer), nameof(StaffRole.QualificationReviewer))
        );
        authorization.AddPolicy(
            StaffPolicies.PaperRecorders,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(nameof(StaffRole.TipReviewer), nameof(StaffRole.OrganizationUser))
        );
        authorization.AddPolicy(
            StaffPolicies.FormPrinters,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(
                        nameof(StaffRole.QualificationReviewer),
                        nameof(StaffRole.OfficeClerk),
                        nameof(StaffRole.Auditor),
                        nameof(StaffRole.OrganizationUser),
                        nameof(StaffRole.TipReviewer)
                    )
        );
        authorization.AddPolicy(
            StaffPolicies.FormReaders,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(
                        nameof(StaffRole.QualificationReviewer),
                        nameof(StaffRole.OfficeClerk),
                        nameof(StaffRole.Auditor)
                    )
        );
        authorization.AddPolicy(
            StaffPolicies.ApplicationFilers,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(nameof(StaffRole.OrganizationUser), nameof(StaffRole.TipReviewer))
        );
        authorization.AddPolicy(
            StaffPolicies.ApplicationReaders,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(
                        nameof(StaffRole.OrganizationUser),
                        nameof(StaffRole.TipReviewer),
                        nameof(StaffRole.QualificationReviewer),
                        nameof(StaffRole.Auditor)
                    )
        );
        authorization.AddPolicy(
            StaffPolicies.FileReaders,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(
                        nameof(StaffRole.TipReviewer),
                        nameof(StaffRole.QualificationReviewer),
                        nameof(StaffRole.OrganizationUser),
                        nameof(StaffRole.OfficeClerk),
                        nameof(StaffRole.LeadingGroupMember),
                        nameof(StaffRole.NoticeOfficer),
                        nameof(StaffRole.Auditor)
                    )
        );
        authorization.AddPolicy(
            StaffPolicies.FileSenders,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(
                        nameof(StaffRole.TipReviewer),
                        nameof(StaffRole.OrganizationUser),
                        nameof(StaffRole.QualificationReviewer),
                        nameof(StaffRole.NoticeOfficer),
                        nameof(StaffRole.OfficeClerk)
                    )
        );
        authorization.AddPolicy(
            StaffPolicies.NoticeReaders,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(nameof(StaffRole.NoticeOfficer), nameof(StaffRole.Auditor))
        );
        authorization.AddPolicy(
            StaffPolicies.DayReaders,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(
                        nameof(StaffRole.Administrator),
                        nameof(StaffRole.NoticeOfficer),
                        nameof(StaffRole.Auditor)
                    )
        );
        authorization.AddPolicy(
            StaffPolicies.DisqualificationAskers,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(nameof(StaffRole.QualificationReviewer), nameof(StaffRole.OfficeClerk))
        );
        authorization.AddPolicy(
            StaffPolicies.Approvers,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(nameof(StaffRole.FraudReviewer), nameof(StaffRole.OfficeClerk))
        );
        authorization.AddPolicy(
            StaffPolicies.ApprovalReaders,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(
                        nameof(StaffRole.FraudReviewer),
                        nameof(StaffRole.OfficeClerk),
                        nameof(StaffRole.Auditor)
                    )
        );
        authorization.AddPolicy(
            StaffPolicies.MeetingReaders,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(
                        nameof(StaffRole.OfficeClerk),
                        nameof(StaffRole.LeadingGroupMember),
                        nameof(StaffRole.Auditor)
                    )
        );
        authorization.AddPolicy(
            StaffPolicies.BallotCasters,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(nameof(StaffRole.OfficeClerk), nameof(StaffRole.LeadingGroupMember))
        );
        authorization.AddPolicy(
            StaffPolicies.LaureateReaders,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(
                        nameof(StaffRole.OfficeClerk),
                        nameof(StaffRole.NoticeOfficer),
                        nameof(StaffRole.Auditor)
                    )
        );
        authorization.AddPolicy(
            StaffPolicies.VoteReaders,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(nameof(StaffRole.FraudReviewer), nameof(StaffRole.Auditor))
        );
        authorization.AddPolicy(
            StaffPolicies.PanelReaders,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(nameof(StaffRole.PanelSecretary), nameof(StaffRole.Auditor))
        );
        authorization.AddPolicy(
            StaffPolicies.PanelPeople,
            policy =>
                Authenticated(policy, AccessTokens.StaffScheme)
                    .RequireRole(nameof(StaffRole.PanelSecretary), nameof(StaffRole.Auditor), nameof(StaffRole.Expert))
        );
    }

    private static AuthorizationPolicyBuilder Authenticated(AuthorizationPolicyBuilder policy, string scheme) =>
        policy.AddAuthenticationSchemes(scheme).RequireAuthenticatedUser();

    private static void ConfigureStaff(IServiceCollection services) =>
        services
            .AddOptions<JwtBearerOptions>(AccessTokens.StaffScheme)
            .Configure<AccessTokens, TimeProvider>(
                (options, tokens, clock) =>
                {
                    options.MapInboundClaims = false;
                    options.TokenValidationParameters = tokens.StaffValidation(clock);
                    options.Events = new JwtBearerEvents
                    {
                        OnTokenValidated = LoadStaff,
                        OnAuthenticationFailed = context =>
                        {
                            context.HttpContext.Items[WhyItem] =
                                context.Exception is SecurityTokenInvalidLifetimeException
                                    ? IdentityRefusals.TokenExpired
                                    : IdentityRefusals.TokenInvalid;
                            return Task.CompletedTask;
                        },
                        OnChallenge = context =>
                        {
                            context.HandleResponse();
                            return context.HttpContext.Challenge(context.HttpContext.Items[WhyItem] as Refusal);
                        },
                        OnForbidden = context => context.HttpContext.Answer(IdentityRefusals.RoleMissing),
                    };
                }
            );

    /// <summary>Roles and districts are those of this moment, not those of the login.</summary>
    private static async Task LoadStaff(TokenValidatedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var principal = context.Principal!;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var staff = await services
            .GetRequiredService<StaffQueries>()
            .Live(
                Guid.Parse(principal.FindFirstValue(AccessTokens.SubjectClaim)!),
                Guid.Parse(principal.FindFirstValue(AccessTokens.SessionClaim)!),
                now,
                context.HttpContext.RequestAborted
            );
        if (staff is null)
        {
            context.HttpContext.Items[WhyItem] = IdentityRefusals.SessionEnded;
            context.Fail("The staff session has ended.");
            return;
        }

        ((ClaimsIdentity)principal.Identity!).AddClaims(
            staff.Roles.Select(role => new Claim(AccessTokens.RoleClaim, role.ToString()))
        );
        context.HttpContext.Features.Set(staff);
    }

    /// <summary>Asks for a token, and says what was wrong with the one that came.</summary>
    public static Task Challenge(this HttpContext context, Refusal? why)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return context.Answer(why ?? IdentityRefusals.TokenMissing);
    }

    public static Task Answer(this HttpContext context, Refusal refusal)
    {
        var problem = Problems.From(refusal);
        context.Response.StatusCode = problem.StatusCode;
        return problem.ExecuteAsync(context);
    }
}
