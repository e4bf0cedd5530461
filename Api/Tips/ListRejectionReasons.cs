using Craftsman.Domain.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class ListRejectionReasons
{
    public sealed record Response(IReadOnlyList<Reason> Items);

    public sealed record Reason(TipRejection Code, string Text);

    /// <summary>不采用线索的原因</summary>
    /// <remarks>The words are for the desk; what the tipster reads is the message of the rejection.</remarks>
    public static Ok<Response> Handle() =>
        TypedResults.Ok(
            new Response([
                .. Enum.GetValues<TipRejection>().Select(reason => new Reason(reason, TipRejections.TextOf(reason))),
            ])
        );
}
