using System.Text.Json;
using System.Text.RegularExpressions;
using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;

namespace Craftsman.Api.Http;

/// <summary>Sees to it that every answer that is not a success leaves as a problem document with a code, whoever produced it.</summary>
public static partial class ProblemSetup
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddExceptionHandler<FailureHandler>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddProblemDetails(options =>
            options.CustomizeProblemDetails = context =>
            {
                var problem = context.ProblemDetails;
                if (
                    problem is HttpValidationProblemDetails { Errors: { } errors }
                    && !problem.Extensions.ContainsKey("code")
                )
                {
                    Describe(problem, RequestRefusals.Malformed);
                    problem.Extensions["errors"] = errors.ToDictionary(
                        error => InCamelCase(error.Key),
                        error => error.Value
                    );
                    context.ProblemDetails = new Microsoft.AspNetCore.Mvc.ProblemDetails
                    {
                        Type = problem.Type,
                        Title = problem.Title,
                        Status = problem.Status,
                        Extensions = problem.Extensions,
                    };
                    problem = context.ProblemDetails;
                }
                else if (!problem.Extensions.ContainsKey("code"))
                {
                    Describe(problem, ForStatus(context.HttpContext.Response.StatusCode));
                }

                problem.Detail = null;
                problem.Instance = null;
                problem.Extensions["traceId"] =
                    System.Diagnostics.Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
                if (problem.Status == StatusCodes.Status503ServiceUnavailable)
                {
                    context.HttpContext.Response.Headers.RetryAfter = Problems.RetryAfterSeconds.ToString(
                        System.Globalization.CultureInfo.InvariantCulture
                    );
                }
            }
        );
    }

    private static void Describe(Microsoft.AspNetCore.Mvc.ProblemDetails problem, Refusal refusal)
    {
        problem.Title = refusal.Title;
        problem.Type = Problems.TypeOf(refusal.Code);
        problem.Extensions["code"] = refusal.Code;
    }

    /// <summary>Answers that come from the framework with a bare status.</summary>
    private static Refusal ForStatus(int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => Domain.Identity.IdentityRefusals.TokenInvalid,
            StatusCodes.Status403Forbidden => Domain.Identity.IdentityRefusals.RoleMissing,
            StatusCodes.Status404NotFound => RequestRefusals.NotFound,
            StatusCodes.Status405MethodNotAllowed => TransportRefusals.MethodNotAllowed,
            StatusCodes.Status413PayloadTooLarge => TransportRefusals.BodyTooLarge,
            StatusCodes.Status415UnsupportedMediaType => TransportRefusals.MediaTypeUnsupported,
            StatusCodes.Status503ServiceUnavailable => RequestRefusals.DatabaseUnavailable,
            >= 400 and < 500 => RequestRefusals.Malformed,
            _ => TransportRefusals.Failure,
        };

    /// <summary>The mini program's own names: <c>Conditions[0].Text</c> becomes <c>conditions[0].text</c>.</summary>
    private static string InCamelCase(string path) =>
        string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    /// <summary>
    /// Exceptions are bugs, dependencies that are down, or the framework's way to say that a body cannot be read. None of their texts
    /// leaves, and none is logged: MySQL's hold the values of rows.
    /// </summary>
    private sealed partial class FailureHandler(ILogger<FailureHandler> logger) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(
            HttpContext context,
            Exception exception,
            CancellationToken cancellationToken
        )
        {
            if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
            {
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
                return true;
            }

            var (problem, status) = exception switch
            {
                BadHttpRequestException bad => (ForUnreadable(bad), bad.StatusCode),
                _ when Db.IsAway(exception) => (
                    RequestRefusals.DatabaseUnavailable,
                    StatusCodes.Status503ServiceUnavailable
                ),
                NoCampaignException => (CampaignRefusals.NoneCurrent, StatusCodes.Status404NotFound),
                MediaUnavailableException => (MediaRefusals.MediaUnavailable, StatusCodes.Status503ServiceUnavailable),
                _ => (TransportRefusals.Failure, StatusCodes.Status500InternalServerError),
            };
            if (status >= StatusCodes.Status500InternalServerError)
            {
                logger.LogError(
                    "{Code}: {Failure} {DatabaseError} {Stack}",
                    problem.Code,
                    exception.GetType().FullName,
                    (exception as MySqlException)?.ErrorCode,
                    exception.StackTrace
                );
            }

            if (status == StatusCodes.Status413PayloadTooLarge)
            {
                // The server closes the connection rather than read the rest; a client that is not told sends its next request into it.
                context.Response.Headers.Connection = "close";
            }

            ProblemHttpResult result = Problems.From(problem);
            result.ProblemDetails.Status = status;
            context.Response.StatusCode = status;
            await result.ExecuteAsync(context);
            return true;
        }

        private static Refusal ForUnreadable(BadHttpRequestException bad) =>
            bad.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => TransportRefusals.BodyTooLarge,
                StatusCodes.Status415UnsupportedMediaType => TransportRefusals.MediaTypeUnsupported,
                _ when bad.InnerException is JsonException { Path: { Length: > 2 } path } =>
                    TransportRefusals.JsonInvalid.About(path[2..], "这一项的格式不对。"),
                _ when Parameter().Match(bad.Message) is { Success: true } match => RequestRefusals.Malformed.About(
                    match.Groups["name"].Value,
                    "这一项的格式不对。"
                ),
                _ => TransportRefusals.JsonInvalid,
            };

        /// <summary>The framework names a query parameter it cannot read in its message only; a body it misses has no name there.</summary>
        [GeneratedRegex(
            "^(Failed to bind parameter \"[^\"]*?(?<name>\\w+)\" from \"|Required parameter \"[^\"]*?(?<name>\\w+)\" was not provided from (query string|route))",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            matchTimeoutMilliseconds: 1000
        )]
        private static partial Regex Parameter();
    }
}
