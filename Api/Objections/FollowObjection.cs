using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Infrastructure.Objections;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Objections;

public static class FollowObjection
{
    /// <summary>凭查询码了解异议结果</summary>
    /// <remarks>Needs no login, for an anonymous objection is nobody's. Reasons are there once it is upheld or dismissed.</remarks>
    public static async Task<Results<Ok<FollowedObjection>, ProblemHttpResult>> Handle(
        string followCode,
        ObjectionQueries objections,
        CancellationToken cancellationToken
    ) =>
        await objections.Follow(followCode, cancellationToken) is { } objection
            ? TypedResults.Ok(objection)
            : Problems.From(RequestRefusals.NotFound);
}
