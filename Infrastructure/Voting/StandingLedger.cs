using Craftsman.Domain.Voting;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Voting;

/// <summary>Enters into the ledger which votes a merge or its undoing let stand or step back. Their states stay what they are.</summary>
internal static class StandingLedger
{
    /// <summary>3.2 MB, within what the server takes as one statement; a merge that changes more votes has several entries.</summary>
    private const int LeavesTogether = 100_000;

    public static async Task Write(
        Work work,
        Guid campaignId,
        string kind,
        IEnumerable<ChangedStanding> votes,
        DateTimeOffset now
    )
    {
        const string sql = """
            INSERT INTO ledger_entries (id, campaign_id, kind, at, leaf_count, leaves)
            VALUES (@EntryId, @campaignId, @kind, @now, @Length, @leaves)
            """;
        foreach (var some in votes.OrderBy(vote => vote.Id).Chunk(LeavesTogether))
        {
            var leaves = new byte[some.Length * LedgerLeaf.Bytes];
            for (var at = 0; at < some.Length; at++)
            {
                var vote = some[at];
                new LedgerLeaf(
                    kind,
                    vote.Id,
                    vote.CandidateId,
                    vote.VoterKey,
                    vote.Day,
                    VoteState.Counted,
                    VoteState.Counted,
                    now,
                    vote.Receipt
                ).Hash(leaves.AsSpan(at * LedgerLeaf.Bytes, LedgerLeaf.Bytes));
            }

            await work.Execute(
                sql,
                new
                {
                    EntryId = Guid.CreateVersion7(now),
                    campaignId,
                    kind,
                    now,
                    some.Length,
                    leaves,
                }
            );
        }
    }
}
