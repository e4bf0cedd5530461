using System.Security.Cryptography;
using System.Text;
using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Candidates;
using Craftsman.Domain.Voting;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.Voting;

/// <summary>A vote that is in the database: committed, counted, with a ledger entry.</summary>
/// <param name="VotesLeftToday">As it stood when the vote was cast; a retry with the same key is told the same.</param>
public sealed record CastVote(string Receipt, int VotesLeftToday, DateOnly Day);

/// <summary>Writes votes (law 1). The rule answers kindly; the unique keys of the table have the last word.</summary>
public sealed class VoteStore(CitizenWrites writes)
{
    /// <summary>120 bits: nobody finds a receipt by trying.</summary>
    public const int ReceiptBytes = 15;

    private const string CastKind = "Cast";

    /// <summary>
    /// Each turn of the loop in <see cref="Cast"/> means that a vote of the same citizen was committed meanwhile, and a day has no more
    /// slots than the quota, which is at most a hundred.
    /// </summary>
    private const int MostTurns = 102;

    /// <summary>Casts a vote for the root of the named candidate's tree.</summary>
    /// <param name="idempotencyKey">The vote's row is its own record of the key, for the whole campaign.</param>
    public Task<Decision<CastVote>> Cast(
        CitizenSession session,
        Guid candidateId,
        Campaign campaign,
        byte[] voterKeySecret,
        string? idempotencyKey,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        writes.Once<CastVote>(
            session,
            retryKey: null,
            now,
            async (work, citizen) =>
            {
                var voterKey = VoterKeys.Of(voterKeySecret, citizen.OpenId);
                var keyHash = idempotencyKey is null
                    ? null
                    : SHA256.HashData(Encoding.UTF8.GetBytes(idempotencyKey))[..16];
                var root = await LockTree(work, campaign.Id, candidateId);
                if (root is null)
                {
                    return RequestRefusals.NotFound;
                }

                for (var turn = 0; turn < MostTurns; turn++)
                {
                    var day = ChinaDay.Of(now);
                    var earlier = await EarlierVotes(work, voterKey, day, keyHash);
                    if (keyHash is not null && earlier.FirstOrDefault(vote => vote.HasKey) is { } first)
                    {
                        return first.RootId == root.Id
                            ? new CastVote(Convert.ToHexStringLower(first.Receipt), first.VotesLeft, first.Day)
                            : RequestRefusals.IdempotencyKeyReused;
                    }

                    var facts = new VotingFacts(
                        campaign,
                        root.Id,
                        root.State,
                        [.. earlier.Where(vote => vote.Day == day).Select(OfTheDay)]
                    );
                    if (VotingRules.Cast(facts, now).IsRefused(out var refusal, out var vote))
                    {
                        return refusal;
                    }

                    if (await TryWrite(work, campaign.Id, vote, voterKey, keyHash) is { } receipt)
                    {
                        return new CastVote(Convert.ToHexStringLower(receipt), vote.VotesLeft, vote.Day);
                    }
                }

                throw new InvalidOperationException(
                    "More votes of one citizen were committed in one day than a day has slots."
                );
            },
            cancellationToken
        );

    /// <summary>Adds the row, counts it and enters it in the ledger; null when a unique key refused the row. The caller holds the candidate.</summary>
    /// <returns>The receipt.</returns>
    internal static async Task<byte[]?> TryWrite(
        Work work,
        Guid campaignId,
        Vote vote,
        byte[] voterKey,
        byte[]? keyHash
    )
    {
        var receipt = RandomNumberGenerator.GetBytes(ReceiptBytes);
        if (!await TryAdd(work, campaignId, vote, voterKey, receipt, keyHash))
        {
            return null;
        }

        await Count(work, vote.CandidateId);
        await WriteLedger(work, campaignId, vote, voterKey, receipt);
        return receipt;
    }

    /// <summary>
    /// Share-locks the named candidate and its root in id order, so that a merge, an undo or an unpublication waits for this vote or is
    /// seen by it; votes do not wait for one another. The link is read before the lock and checked again under it.
    /// </summary>
    private static async Task<RootRow?> LockTree(Work work, Guid campaignId, Guid candidateId)
    {
        const string find = "SELECT root_id FROM candidates WHERE id = @candidateId AND campaign_id = @campaignId";
        const string hold = """
            SELECT id, root_id, state
            FROM candidates
            WHERE id IN (@candidateId, @rootId)
            ORDER BY id
            LOCK IN SHARE MODE
            """;
        while (await work.FirstOrNothing<Guid?>(find, new { candidateId, campaignId }) is { } rootId)
        {
            var held = await work.List<RootRow>(hold, new { candidateId, rootId });
            if (held.Single(row => row.Id == candidateId).RootId == rootId)
            {
                return held.Single(row => row.Id == rootId);
            }
        }

        return null;
    }

    /// <summary>
    /// The voter's votes of the day, and the one that has the key whatever its day. One statement, so that both come of one snapshot: a vote
    /// committed between two would be seen as another's without its key.
    /// </summary>
    private static Task<IReadOnlyList<EarlierRow>> EarlierVotes(
        Work work,
        byte[] voterKey,
        DateOnly day,
        byte[]? keyHash
    )
    {
        const string sql = """
            SELECT c.root_id, v.day, v.slot, v.receipt, v.votes_left, COALESCE(v.idempotency_key = @keyHash, 0) AS has_key
            FROM votes v
            JOIN candidates c ON c.id = v.candidate_id
            WHERE v.voter_key = @voterKey AND (v.day = @day OR v.idempotency_key = @keyHash)
            """;
        return work.List<EarlierRow>(
            sql,
            new
            {
                voterKey,
                day,
                keyHash,
            }
        );
    }

    private static VoteOfTheDay OfTheDay(EarlierRow row) =>
        new(row.RootId, row.Slot, Convert.ToHexStringLower(row.Receipt));

    private static async Task<bool> TryAdd(
        Work work,
        Guid campaignId,
        Vote vote,
        byte[] voterKey,
        byte[] receipt,
        byte[]? keyHash
    )
    {
        const string sql = """
            INSERT INTO votes (id, campaign_id, candidate_id, voter_key, day, slot, state, cast_at, receipt, votes_left, idempotency_key)
            VALUES (@Id, @campaignId, @CandidateId, @voterKey, @Day, @Slot, 'Counted', @CastAt, @receipt, @VotesLeft, @keyHash)
            """;
        return await work.InsertUnlessDuplicate(
            sql,
            new
            {
                vote.Id,
                campaignId,
                vote.CandidateId,
                voterKey,
                vote.Day,
                vote.Slot,
                vote.CastAt,
                receipt,
                vote.VotesLeft,
                keyHash,
            }
        )
            is null;
    }

    private static Task<int> Count(Work work, Guid rootId) =>
        work.Execute(
            "UPDATE candidate_tallies SET standing = standing + 1 WHERE candidate_id = @rootId",
            new { rootId }
        );

    private static Task<int> WriteLedger(Work work, Guid campaignId, Vote vote, byte[] voterKey, byte[] receipt)
    {
        const string sql = """
            INSERT INTO ledger_entries (id, campaign_id, kind, at, leaf_count, leaves)
            VALUES (@Id, @campaignId, @CastKind, @CastAt, 1, @Leaf)
            """;
        var leaf = new LedgerLeaf(
            CastKind,
            vote.Id,
            vote.CandidateId,
            voterKey,
            vote.Day,
            null,
            VoteState.Counted,
            vote.CastAt,
            receipt
        );
        return work.Execute(
            sql,
            new
            {
                Id = Guid.CreateVersion7(vote.CastAt),
                campaignId,
                CastKind,
                vote.CastAt,
                Leaf = leaf.Hash(),
            }
        );
    }

    private sealed record RootRow
    {
        public Guid Id { get; init; }
        public Guid RootId { get; init; }
        public CandidateState State { get; init; }
    }

    private sealed record EarlierRow
    {
        public Guid RootId { get; init; }
        public DateOnly Day { get; init; }
        public int Slot { get; init; }
        public byte[] Receipt { get; init; } = [];
        public int VotesLeft { get; init; }
        public bool HasKey { get; init; }
    }
}
