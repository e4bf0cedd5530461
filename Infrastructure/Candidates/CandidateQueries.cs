using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Candidates;

/// <summary>A candidate as the public sees them: work unit and workplace only where the worker agreed to show them.</summary>
public sealed record PublishedCandidate
{
    public Guid Id { get; init; }
    public string Name { get; init; } = "";
    public string? WorkUnit { get; init; }
    public string? Workplace { get; init; }
    public string? District { get; init; }
    public string Trade { get; init; } = "";
    public string? Story { get; init; }
    public int TipCount { get; init; }
    public int VoteCount { get; init; }
    public DateTimeOffset PublishedAt { get; init; }
}

/// <summary>The last row seen of the public list.</summary>
public sealed record CandidatePosition(Guid Id, DateTimeOffset PublishedAt, int VoteCount);

/// <summary>What the public finds among candidates: published roots and nothing else.</summary>
public sealed class CandidateQueries(Db db)
{
    /// <summary>A page of those with these letters in the name or the shown work unit, from the position on. Tipsters are counted for its rows alone.</summary>
    public Task<IReadOnlyList<PublishedCandidate>> Search(
        Guid campaignId,
        string q,
        CandidateFilter filter,
        CandidateSort sort,
        CandidatePosition? after,
        int take,
        CancellationToken cancellationToken
    )
    {
        var isByVotes = sort == CandidateSort.Votes;
        var sql = $"""
            SELECT p.id, p.name, p.work_unit, p.district, p.trade, p.published_at, p.vote_count,
                (
                    SELECT COUNT(DISTINCT COALESCE(t.citizen_id, t.id))
                    FROM candidates m
                    JOIN tips t ON t.candidate_id = m.id
                    WHERE m.root_id = p.id AND t.state = 'Joined'
                ) AS tip_count
            FROM (
                SELECT c.id, c.name, CASE WHEN c.show_work_unit = 1 THEN c.work_unit END AS work_unit, c.district, c.trade,
                    c.published_at, y.standing AS vote_count
                FROM candidates c
                JOIN candidate_tallies y ON y.candidate_id = c.id
                WHERE c.campaign_id = @campaignId AND y.campaign_id = @campaignId AND c.state = 'Published' AND c.root_id = c.id
                {(filter.District is null ? "" : "AND c.district = @District")}
                {(filter.Trade is null ? "" : "AND c.trade = @Trade")}
                AND (c.name LIKE @Like ESCAPE '!' OR (c.show_work_unit = 1 AND c.work_unit LIKE @Like ESCAPE '!'))
                {(after is null ? ""
                    : isByVotes ? "AND y.standing <= @VoteCount AND (y.standing < @VoteCount OR y.candidate_id < @Id)"
                    : "AND c.published_at <= @PublishedAt AND (c.published_at < @PublishedAt OR c.id < @Id)")}
                ORDER BY {(isByVotes ? "y.standing DESC, y.candidate_id DESC" : "c.published_at DESC, c.id DESC")}
                LIMIT @take
            ) p
            ORDER BY {(isByVotes ? "p.vote_count DESC" : "p.published_at DESC")}, p.id DESC
            """;
        return db.List<PublishedCandidate>(
            sql,
            new
            {
                campaignId,
                filter.District,
                filter.Trade,
                Like = LikePattern.Containing(q),
                after?.Id,
                after?.PublishedAt,
                after?.VoteCount,
                take,
            },
            cancellationToken
        );
    }
}
