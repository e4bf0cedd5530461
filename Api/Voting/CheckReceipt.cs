using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Domain.Voting;
using Craftsman.Infrastructure.Voting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Voting;

public static class CheckReceipt
{
    /// <param name="ReasonCode">Why a vote does not count, from a public list that names no signal; null for one that does.</param>
    public sealed record Response(ReceiptState State, string? ReasonCode, DateOnly Day);

    /// <summary>查验投票回执</summary>
    /// <remarks>Whoever holds the code may ask; the answer never says for whom the vote was.</remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        string code,
        VoteQueries votes,
        CancellationToken cancellationToken
    )
    {
        var receipt = new byte[VoteQueries.ReceiptBytes];
        var isReceipt =
            code.Length == 2 * receipt.Length
            && Convert.FromHexString(code, receipt, out _, out _) == System.Buffers.OperationStatus.Done;
        return isReceipt && await votes.ByReceipt(receipt, cancellationToken) is { } vote
            ? TypedResults.Ok(new Response(StateOf(vote), ReasonOf(vote), vote.Day))
            : Problems.From(RequestRefusals.NotFound);
    }

    private static ReceiptState StateOf(ReceiptRow vote) =>
        vote.State switch
        {
            VoteState.Quarantined => ReceiptState.SetAside,
            VoteState.Excluded => ReceiptState.Excluded,
            _ when vote.IsShadowed => ReceiptState.SameWorkerAlreadyCounted,
            _ => ReceiptState.Counted,
        };

    private static string? ReasonOf(ReceiptRow vote) =>
        StateOf(vote) switch
        {
            ReceiptState.SetAside => "under-review",
            ReceiptState.Excluded => "excluded-by-review",
            ReceiptState.SameWorkerAlreadyCounted => "same-worker",
            _ => null,
        };
}
