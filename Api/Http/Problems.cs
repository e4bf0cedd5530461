using Craftsman.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Http;

/// <summary>Turns refusals into problem documents (RFC 9457); the only place that knows which HTTP status a kind becomes.</summary>
public static class Problems
{
    /// <summary>Seconds after which a client may try again when a part we depend on is away.</summary>
    public const int RetryAfterSeconds = 2;

    public static ProblemHttpResult From(Refusal refusal)
    {
        var extensions = new Dictionary<string, object?>(refusal.Extensions ?? new Dictionary<string, object?>())
        {
            ["code"] = refusal.Code,
        };
        if (refusal.Clause is not null)
        {
            extensions["clause"] = refusal.Clause;
        }

        if (refusal.Errors is not null)
        {
            extensions["errors"] = refusal.Errors;
        }

        return TypedResults.Problem(
            statusCode: StatusOf(refusal.Kind),
            title: refusal.Title,
            type: TypeOf(refusal.Code),
            extensions: extensions
        );
    }

    /// <summary>What the transport refuses has a status of its own, which no kind of refusal has.</summary>
    public static int StatusOf(Refusal refusal) =>
        TransportRefusals.Statuses.TryGetValue(refusal.Code, out var status) ? status : StatusOf(refusal.Kind);

    public static int StatusOf(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.Malformed => StatusCodes.Status400BadRequest,
            RefusalKind.NotIdentified => StatusCodes.Status401Unauthorized,
            RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            RefusalKind.KeyReused => StatusCodes.Status422UnprocessableEntity,
            RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>A stable name for the code; problems.md explains it.</summary>
    public static string TypeOf(string code) => $"urn:craftsman:problem:{code}";
}
