using Craftsman.Domain.Voting;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Voting;

/// <summary>A group of votes that looks like stuffing, with what was measured.</summary>
public sealed record AnomalyRow
{
    public Guid Id { get; init; }
    public string SignalCode { get; init; } = "";
    public Guid? CandidateId { get; init; }
    public DateTimeOffset FoundAt { get; init; }
    public bool IsSetAside { get; init; }
    public string Evidence { get; init; } = "";
    public long Votes { get; init; }
    public long Quarantined { get; init; }
    public long Excluded { get; init; }
}

/// <summary>A vote of an anomaly. Who cast it is not told.</summary>
public sealed record AnomalousVote
{
    public Guid Id { get; init; }
    public Guid CandidateId { get; init; }
    public DateOnly Day { get; init; }
    public DateTimeOffset CastAt { get; init; }
    public VoteState State { get; init; }

    /// <summary>WeChat's, from 0 to 4; null for an unrated vote.</summary>
    public int? RiskRank { get; init; }
}

/// <summary>Reads what the scoring found.</summary>
public sealed class AnomalyQueries(Db db)
{
    /// <summary>The youngest first, from before an anomaly on, with what became of the votes.</summary>
    public Task<IReadOnlyList<AnomalyRow>> List(
        Guid campaignId,
        Guid? before,
        int limit,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            SELECT a.id, a.signal_code, a.candidate_id, a.found_at, a.is_set_aside, a.evidence,
                COUNT(v.id) AS votes,
                CAST(COALESCE(SUM(v.state = 'Quarantined'), 0) AS SIGNED) AS quarantined,
                CAST(COALESCE(SUM(v.state = 'Excluded'), 0) AS SIGNED) AS excluded
            FROM (
                SELECT id, signal_code, candidate_id, found_at, is_set_aside, evidence
                FROM vote_anomalies
                WHERE campaign_id = @campaignId AND (@before IS NULL OR id < @before)
                ORDER BY id DESC
                LIMIT @limit
            ) a
            LEFT JOIN vote_anomaly_votes m ON m.anomaly_id = a.id
            LEFT JOIN votes v ON v.id = m.vote_id
            GROUP BY a.id, a.signal_code, a.candidate_id, a.found_at, a.is_set_aside, a.evidence
            ORDER BY a.id DESC
            """;
        return db.List<AnomalyRow>(
            sql,
            new
            {
                campaignId,
                before,
                limit,
            },
            cancellationToken
        );
    }

    /// <summary>The votes of an anomaly, the earliest first, from after a vote on; null where there is no such anomaly.</summary>
    public async Task<IReadOnlyList<AnomalousVote>?> Votes(
        Guid campaignId,
        Guid anomalyId,
        Guid? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        const string anomaly = "SELECT 1 FROM vote_anomalies WHERE id = @anomalyId AND campaign_id = @campaignId";
        const string sql = """
            SELECT v.id, v.candidate_id, v.day, v.cast_at, v.state, k.risk_rank
            FROM vote_anomaly_votes m
            JOIN votes v ON v.id = m.vote_id
            LEFT JOIN vote_ranks k ON k.vote_id = v.id
            WHERE m.anomaly_id = @anomalyId AND m.vote_id > @after
            ORDER BY m.vote_id
            LIMIT @limit
            """;
        return await db.FirstOrNothing<int?>(anomaly, new { anomalyId, campaignId }, cancellationToken) is null
            ? null
            : await db.List<AnomalousVote>(
                sql,
                new
                {
                    anomalyId,
                    after = after ?? Guid.Empty,
                    limit,
                },
                cancellationToken
            );
    }

    public Task<IReadOnlyList<Guid>> VotesOf(Guid anomalyId, CancellationToken cancellationToken) =>
        db.List<Guid>(
            "SELECT vote_id FROM vote_anomaly_votes WHERE anomaly_id = @anomalyId",
            new { anomalyId },
            cancellationToken
        );
}
