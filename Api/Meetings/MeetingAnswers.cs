using Craftsman.Api.Http;
using Craftsman.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

/// <summary>How every act of the leading group and its office answers.</summary>
internal static class MeetingAnswers
{
    public static Results<Ok<T>, ProblemHttpResult> For<T>(Decision<T> decision)
        where T : notnull =>
        decision.IsRefused(out var refusal, out var granted) ? Problems.From(refusal) : TypedResults.Ok(granted);
}
