using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Craftsman.Domain;
using Craftsman.Domain.Voting;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Voting;

/// <summary>Looks at votes soon after they are cast, minute by minute, each minute once, with the ten minutes before it beside it.</summary>
/// <remarks>
/// The place reached is a row, held while a minute is scored: another instance passes by, and who dies leaves the minute to the next.
/// Votes are set aside before the place moves on; doing that twice changes nothing more. A vote whose state was ever changed is left to
/// staff: what they restored does not go again.
/// </remarks>
public sealed class VoteScoring(Db db, VoteStateStore states)
{
    /// <summary>Votes are written after the moment they arrived; all that are at all are there by then.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Context = TimeSpan.FromMinutes(10);

    /// <summary>A day's votes of a candidate, for its usual number.</summary>
    private static readonly TimeSpan History = TimeSpan.FromDays(1);

    /// <summary>Bounds the memory of one look; a minute with more is judged by the earliest.</summary>
    private const int MostVotes = 200_000;

    /// <summary>Scores the next minute that is over.</summary>
    /// <returns>False when there is none, or another instance is at it.</returns>
    public async Task<bool> ScoreNext(Guid campaignId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string begin = """
            INSERT INTO vote_scorings (campaign_id, scored_until) VALUES (@campaignId, @now)
            ON DUPLICATE KEY UPDATE campaign_id = vote_scorings.campaign_id
            """;
        const string hold =
            "SELECT scored_until FROM vote_scorings WHERE campaign_id = @campaignId FOR UPDATE SKIP LOCKED";
        const string move = "UPDATE vote_scorings SET scored_until = @until WHERE campaign_id = @campaignId";
        await db.Execute(begin, new { campaignId, now }, cancellationToken);
        var scored = await db.Write<int>(
            async work =>
            {
                if (
                    await work.FirstOrNothing<DateTimeOffset?>(hold, new { campaignId }) is not { } from
                    || from + Step > now - Lag
                )
                {
                    return RequestRefusals.NotFound;
                }

                var until = from + Step;
                await Score(work, campaignId, from, until, now, cancellationToken);
                await work.Execute(move, new { campaignId, until });
                return 1;
            },
            cancellationToken
        );
        return !scored.IsRefused(out _);
    }

    private async Task Score(
        Work work,
        Guid campaignId,
        DateTimeOffset from,
        DateTimeOffset until,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string votes = """
            SELECT v.id, v.candidate_id, v.voter_key, v.cast_at, v.network_key, v.account_age, k.risk_rank
            FROM votes v
            JOIN candidates c ON c.id = v.candidate_id
            LEFT JOIN vote_ranks k ON k.vote_id = v.id
            WHERE v.id >= @First AND v.id < @Last AND v.state = 'Counted' AND c.campaign_id = @campaignId
                AND NOT EXISTS (SELECT 1 FROM vote_state_changes h WHERE h.vote_id = v.id)
            ORDER BY v.id
            LIMIT @MostVotes
            """;
        const string places = """
            SELECT id FROM candidates
            WHERE campaign_id = @campaignId AND state = 'Published' AND root_id = id
            ORDER BY published_at DESC, id DESC
            """;
        const string before = """
            SELECT candidate_id, COUNT(*) AS votes
            FROM votes
            WHERE id >= @First AND id < @Last
            GROUP BY candidate_id
            """;
        const string thresholds = "SELECT name, value FROM voting_thresholds WHERE campaign_id = @campaignId";

        var start = from - Context;
        var rows = await work.List<VoteRow>(
            votes,
            new
            {
                campaignId,
                First = VoteIds.FirstOf(start),
                Last = VoteIds.FirstOf(until),
                MostVotes,
            }
        );
        if (rows.Count == 0)
        {
            return;
        }

        var placeOf = (await work.List<Guid>(places, new { campaignId }))
            .Select((id, at) => (id, at))
            .ToDictionary(each => each.id, each => each.at);
        var usual = (
            await work.List<HistoryRow>(
                before,
                new { First = VoteIds.FirstOf(start - History), Last = VoteIds.FirstOf(start) }
            )
        ).ToDictionary(row => row.CandidateId, row => row.Votes * ((Context + Step) / History));
        var numbers = (await work.List<ThresholdRow>(thresholds, new { campaignId })).ToDictionary(
            row => row.Name,
            row => row.Value
        );
        var found = StuffingRules.Find(
            [
                .. rows.Select(row => new ScoredVote(
                        row.Id,
                        row.CandidateId,
                        Convert.ToHexString(row.VoterKey),
                        row.CastAt,
                        row.NetworkKey is null ? null : Convert.ToHexString(row.NetworkKey),
                        row.AccountAge,
                        placeOf.GetValueOrDefault(row.CandidateId, int.MinValue),
                        row.RiskRank
                    ))
                    .OrderBy(vote => vote.CastAt),
            ],
            usual,
            new StuffingThresholds(numbers)
        );
        foreach (var stuffing in found)
        {
            await Record(work, campaignId, stuffing, until, now);
            if (stuffing.IsSetAside)
            {
                await states.Change(
                    stuffing.Votes,
                    new StateChange(campaignId, VoteChange.Quarantine, stuffing.Signal, StaffId: null),
                    now,
                    cancellationToken
                );
            }
        }
    }

    /// <summary>What the same hour shows again of the same candidate and network is one anomaly that grows.</summary>
    private static async Task Record(
        Work work,
        Guid campaignId,
        Stuffing stuffing,
        DateTimeOffset until,
        DateTimeOffset now
    )
    {
        const string anomaly = """
            INSERT INTO vote_anomalies (id, campaign_id, signal_code, candidate_id, found_at, is_set_aside, evidence, group_key)
            VALUES (@id, @campaignId, @Signal, @CandidateId, @now, @IsSetAside, @evidence, @groupKey)
            ON DUPLICATE KEY UPDATE evidence = VALUES(evidence)
            """;
        const string votes = """
            INSERT INTO vote_anomaly_votes (anomaly_id, vote_id)
            SELECT a.id, v.id
            FROM vote_anomalies a
            JOIN votes v ON v.id IN @some
            LEFT JOIN vote_anomaly_votes m ON m.anomaly_id = a.id AND m.vote_id = v.id
            WHERE a.campaign_id = @campaignId AND a.group_key = @groupKey AND m.vote_id IS NULL
            """;
        var hour = until.ToUniversalTime().ToString("yyyyMMddHH", CultureInfo.InvariantCulture);
        var groupKey = SHA256.HashData(
            Encoding.UTF8.GetBytes($"{stuffing.Signal}/{stuffing.CandidateId}/{stuffing.Network}/{hour}")
        );
        await work.Execute(
            anomaly,
            new
            {
                id = Guid.CreateVersion7(now),
                campaignId,
                stuffing.Signal,
                stuffing.CandidateId,
                now,
                stuffing.IsSetAside,
                evidence = JsonSerializer.Serialize(stuffing.Evidence),
                groupKey,
            }
        );
        foreach (var some in stuffing.Votes.Chunk(VoteStateStore.MostTogether))
        {
            await work.Execute(
                votes,
                new
                {
                    campaignId,
                    groupKey,
                    some,
                }
            );
        }
    }

    private sealed record VoteRow
    {
        public Guid Id { get; init; }
        public Guid CandidateId { get; init; }
        public byte[] VoterKey { get; init; } = [];
        public DateTimeOffset CastAt { get; init; }
        public byte[]? NetworkKey { get; init; }
        public int? AccountAge { get; init; }
        public int? RiskRank { get; init; }
    }

    private sealed record HistoryRow
    {
        public Guid CandidateId { get; init; }
        public long Votes { get; init; }
    }

    private sealed record ThresholdRow
    {
        public string Name { get; init; } = "";
        public double Value { get; init; }
    }
}
