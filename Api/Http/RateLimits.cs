using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.RateLimiting;
using Microsoft.AspNetCore.Http.Features;

namespace Craftsman.Api.Http;

/// <summary>Limits on logins and on all that citizens write: per citizen hard, per address loose. Headers as in the IETF draft “RateLimit header fields for HTTP”.</summary>
public static class RateLimits
{
    /// <summary>On an endpoint: its answers carry RateLimit headers, and 429 is one of them.</summary>
    /// <param name="IsOnlyWrites">Reads of the group pass.</param>
    public sealed record LimitedByRate(bool IsOnlyWrites = false);

    /// <summary>Limits every write of the group by citizen and by address; reads pass.</summary>
    public static TBuilder LimitWrites<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder
            .WithMetadata(new LimitedByRate(IsOnlyWrites: true))
            .AddEndpointFilter(
                (invocation, next) =>
                {
                    var context = invocation.HttpContext;
                    if (HttpMethods.IsGet(context.Request.Method))
                    {
                        return next(invocation);
                    }

                    var policies = PoliciesOf(context);
                    var ofAddress = new RateQuestion(policies.WritesPerAddress, AddressOf(context));
                    return context.Features.Get<CitizenSession>() is { } session
                        ? Ask(
                            invocation,
                            next,
                            new RateQuestion(policies.WritesPerCitizen, session.CitizenId.ToString("N")),
                            ofAddress
                        )
                        : Ask(invocation, next, ofAddress);
                }
            );

    /// <summary>Limits a read that could be used to list names, by citizen.</summary>
    public static RouteHandlerBuilder LimitHints(this RouteHandlerBuilder builder) =>
        LimitByCitizen(builder, policies => policies.HintsPerCitizen);

    /// <summary>Limits the read of everything one has, by citizen.</summary>
    public static RouteHandlerBuilder LimitExports(this RouteHandlerBuilder builder) =>
        LimitByCitizen(builder, policies => policies.ExportsPerCitizen);

    private static RouteHandlerBuilder LimitByCitizen(
        RouteHandlerBuilder builder,
        Func<RatePolicies, RatePolicy> policyIn
    ) =>
        builder
            .WithMetadata(new LimitedByRate())
            .AddEndpointFilter(
                (invocation, next) =>
                {
                    var context = invocation.HttpContext;
                    var citizen = context.Features.GetRequiredFeature<CitizenSession>().CitizenId;
                    return Ask(
                        invocation,
                        next,
                        new RateQuestion(policyIn(PoliciesOf(context)), citizen.ToString("N"))
                    );
                }
            );

    /// <summary>Limits logins of citizens by address: before the login we know nothing else.</summary>
    public static RouteHandlerBuilder LimitLogins(this RouteHandlerBuilder builder) =>
        builder
            .WithMetadata(new LimitedByRate())
            .AddEndpointFilter(
                (invocation, next) =>
                {
                    var context = invocation.HttpContext;
                    return Ask(
                        invocation,
                        next,
                        new RateQuestion(PoliciesOf(context).LoginPerAddress, AddressOf(context))
                    );
                }
            );

    /// <summary>Limits logins of staff by address and by the name they try, so that one password list serves nobody.</summary>
    public static RouteHandlerBuilder LimitStaffLogins<TRequest>(
        this RouteHandlerBuilder builder,
        Func<TRequest, string?> nameIn
    ) =>
        builder
            .WithMetadata(new LimitedByRate())
            .AddEndpointFilter(
                (invocation, next) =>
                {
                    var context = invocation.HttpContext;
                    var policies = PoliciesOf(context);
                    var ofAddress = new RateQuestion(policies.StaffLoginPerAddress, AddressOf(context));
                    return
                        invocation.Arguments.OfType<TRequest>().Select(nameIn).FirstOrDefault()
                            is { Length: > 0 and <= 64 } name
                        // The database compares names without the spaces after them, so they make no other name here either.
                        ? Ask(
                            invocation,
                            next,
                            ofAddress,
                            new RateQuestion(policies.StaffLoginPerName, name.TrimEnd(' '))
                        )
                        : Ask(invocation, next, ofAddress);
                }
            );

    private static async ValueTask<object?> Ask(
        EndpointFilterInvocationContext invocation,
        EndpointFilterDelegate next,
        params RateQuestion[] questions
    )
    {
        var context = invocation.HttpContext;
        var answers = await context.RequestServices.GetRequiredService<RateLimiter>().Ask(questions);
        var tightest = answers.MinBy(answer => (answer.IsAllowed, answer.Remaining))!;
        var headers = context.Response.Headers;
        headers["RateLimit-Policy"] = string.Join(", ", answers.Select(answer => answer.Policy.Header));
        headers["RateLimit"] = string.Create(
            CultureInfo.InvariantCulture,
            $"\"{tightest.Policy.Name}\";r={tightest.Remaining};t={Seconds(tightest.ResetAfter)}"
        );
        if (tightest.IsAllowed)
        {
            return await next(invocation);
        }

        headers.RetryAfter = Seconds(answers.Max(answer => answer.RetryAfter)).ToString(CultureInfo.InvariantCulture);
        var problem = Problems.From(TransportRefusals.TooManyRequests).ProblemDetails;
        problem.Status = StatusCodes.Status429TooManyRequests;
        return TypedResults.Problem(problem);
    }

    private static RatePolicies PoliciesOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<RatePolicies>();

    /// <summary>The /24 or /64 the client is in.</summary>
    public static string NetworkOf(HttpContext context)
    {
        var address = AddressOf(context);
        return address.LastIndexOf('.') is > 0 and var last ? address[..last] : address;
    }

    /// <summary>The client's address, as the trusted proxies tell it.</summary>
    public static IPAddress ClientOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }

    /// <summary>By what clients are told apart. An IPv6 customer owns a /64, so that is the key.</summary>
    private static string AddressOf(HttpContext context)
    {
        var address = ClientOf(context);
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    private static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);
}
