using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.RateLimiting;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.Http;

/// <summary>Limits on logins and on all that citizens write: per citizen hard, per address loose. Headers as in the IETF draft “RateLimit header fields for HTTP”.</summary>
public static class RateLimits
{
    /// <summary>Limits every write of the group by citizen and by address; reads pass.</summary>
    public static TBuilder LimitWrites<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(
            (invocation, next) =>
            {
                var context = invocation.HttpContext;
                if (HttpMethods.IsGet(context.Request.Method))
                {
                    return next(invocation);
                }

                var limits = LimitsOf(context);
                List<RateQuestion> questions =
                [
                    new(limits.WritesPerAddress.Named("writes-per-address"), AddressOf(context)),
                ];
                if (context.User.FindFirstValue(AccessTokens.SubjectClaim) is { } citizen)
                {
                    questions.Insert(0, new(limits.WritesPerCitizen.Named("writes-per-citizen"), citizen));
                }

                return Ask(context, questions, () => next(invocation));
            }
        );

    /// <summary>Limits logins of citizens by address: before the login we know nothing else.</summary>
    public static RouteHandlerBuilder LimitLogins(this RouteHandlerBuilder builder) =>
        builder.AddEndpointFilter(
            (invocation, next) =>
            {
                var context = invocation.HttpContext;
                return Ask(
                    context,
                    [new(LimitsOf(context).LoginPerAddress.Named("logins-per-address"), AddressOf(context))],
                    () => next(invocation)
                );
            }
        );

    /// <summary>Limits logins of staff by address and by the name they try, so that one password list serves nobody.</summary>
    public static RouteHandlerBuilder LimitStaffLogins<TRequest>(
        this RouteHandlerBuilder builder,
        Func<TRequest, string?> nameIn
    ) =>
        builder.AddEndpointFilter(
            (invocation, next) =>
            {
                var context = invocation.HttpContext;
                var limits = LimitsOf(context);
                List<RateQuestion> questions =
                [
                    new(limits.StaffLoginPerAddress.Named("staff-logins-per-address"), AddressOf(context)),
                ];
                if (
                    invocation.Arguments.OfType<TRequest>().Select(nameIn).FirstOrDefault() is
                    { Length: > 0 and <= 64 } name
                )
                {
                    // The database compares names without the spaces after them, so they make no other name here either.
                    questions.Add(new(limits.StaffLoginPerName.Named("staff-logins-per-name"), name.TrimEnd(' ')));
                }

                return Ask(context, questions, () => next(invocation));
            }
        );

    private static async ValueTask<object?> Ask(
        HttpContext context,
        IReadOnlyList<RateQuestion> questions,
        Func<ValueTask<object?>> next
    )
    {
        var answers = await context.RequestServices.GetRequiredService<RateLimiter>().Ask(questions);
        var tightest = answers.MinBy(answer => (answer.IsAllowed, answer.Remaining))!;
        var headers = context.Response.Headers;
        headers["RateLimit-Policy"] = string.Join(
            ", ",
            answers.Select(answer =>
                FormattableString.Invariant($"\"{answer.Policy.Name}\";q={answer.Policy.PerMinute};w=60")
            )
        );
        headers["RateLimit"] = FormattableString.Invariant(
            $"\"{tightest.Policy.Name}\";r={tightest.Remaining};t={Seconds(tightest.ResetAfter)}"
        );
        var refused = answers.Where(answer => !answer.IsAllowed).ToList();
        if (refused.Count == 0)
        {
            return await next();
        }

        headers.RetryAfter = Seconds(refused.Max(answer => answer.RetryAfter)).ToString(CultureInfo.InvariantCulture);
        var problem = Problems.From(TransportRefusals.TooManyRequests).ProblemDetails;
        problem.Status = StatusCodes.Status429TooManyRequests;
        return TypedResults.Problem(problem);
    }

    private static RateLimitOptions LimitsOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<RateLimitOptions>>().Value;

    /// <summary>The client's address, as the trusted proxies tell it. An IPv6 customer owns a /64, so that is the key.</summary>
    private static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    private static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);
}
