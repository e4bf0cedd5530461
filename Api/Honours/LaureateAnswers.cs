using Craftsman.Api.Http;
using Craftsman.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

/// <summary>How every act about a laureate answers.</summary>
internal static class LaureateAnswers
{
    public static Results<Ok<T>, ProblemHttpResult> For<T>(Decision<T> decision)
        where T : notnull =>
        decision.IsRefused(out var refusal, out var granted) ? Problems.From(refusal) : TypedResults.Ok(granted);
}
