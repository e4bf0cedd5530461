using System.Security.Cryptography;
using System.Text;
using Craftsman.Domain;
using Craftsman.Domain.Voting;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Voting;

namespace Craftsman.Infrastructure.Demo;

/// <summary>Votes of invented voters over the last week: a few favourites, a long tail, nobody over the quota.</summary>
internal static class DemoVotes
{
    private const int Voters = 240;
    private const int Days = 7;

    public static async Task Cast(Work work, Guid campaignId, IReadOnlyList<Guid> candidates, DateTimeOffset now)
    {
        const string add = """
            INSERT INTO votes (id, candidate_id, voter_key, day, slot, state, cast_at, receipt, votes_left)
            VALUES (@Id, @CandidateId, @voterKey, @Day, @Slot, 'Counted', @CastAt, @receipt, @VotesLeft)
            """;
        const string enter = """
            INSERT INTO ledger_entries (id, campaign_id, kind, at, leaf_count, leaves)
            VALUES (@Id, @campaignId, 'Cast', @CastAt, 1, @leaf)
            """;
        const string count = """
            UPDATE candidate_tallies
            SET standing = (SELECT COUNT(*) FROM votes v WHERE v.candidate_id = candidate_tallies.candidate_id)
            WHERE campaign_id = @campaignId
            """;
        // Drawn the same each time, so that two demos can be compared.
        var random = new Random(34);
        for (var voter = 0; voter < Voters; voter++)
        {
            var voterKey = SHA256.HashData(Encoding.UTF8.GetBytes($"demo voter {voter}"));
            for (var daysAgo = Days; daysAgo >= 1; daysAgo--)
            {
                var chosen = Enumerable
                    .Range(0, random.Next(0, CampaignSeed.VotesPerDay + 1))
                    .Select(_ => candidates[(int)(candidates.Count * Math.Pow(random.NextDouble(), 1.8))])
                    .Distinct()
                    .ToArray();
                foreach (var (candidateId, slot) in chosen.Select((candidateId, at) => (candidateId, at + 1)))
                {
                    var castAt = now.AddDays(-daysAgo).AddSeconds((voter * 60) + slot);
                    var vote = new Vote(
                        Guid.CreateVersion7(castAt),
                        candidateId,
                        ChinaDay.Of(castAt),
                        slot,
                        CampaignSeed.VotesPerDay - slot,
                        castAt
                    );
                    var receipt = RandomNumberGenerator.GetBytes(VoteQueries.ReceiptBytes);
                    var leaf = new LedgerLeaf(
                        "Cast",
                        vote.Id,
                        candidateId,
                        voterKey,
                        vote.Day,
                        null,
                        VoteState.Counted,
                        castAt,
                        receipt
                    ).Hash();
                    await work.Execute(
                        add,
                        new
                        {
                            vote.Id,
                            vote.CandidateId,
                            voterKey,
                            vote.Day,
                            vote.Slot,
                            vote.CastAt,
                            receipt,
                            vote.VotesLeft,
                        }
                    );
                    await work.Execute(
                        enter,
                        new
                        {
                            vote.Id,
                            campaignId,
                            vote.CastAt,
                            leaf,
                        }
                    );
                }
            }
        }

        await work.Execute(count, new { campaignId });
    }
}
