using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Review;

/// <summary>How every move of a case answers.</summary>
internal static class CaseAnswers
{
    public static Results<Ok<MovedCase>, ProblemHttpResult> For(Decision<MovedCase> decision) =>
        decision.IsRefused(out var refusal, out var moved) ? Problems.From(refusal) : TypedResults.Ok(moved);
}
