using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Candidates;

/// <summary>Who a new candidate is.</summary>
/// <param name="District">Null while nobody has said in which district the worker works.</param>
/// <param name="WorkerKey">Name and mobile as a blind index; null while no application has told both.</param>
public sealed record NewCandidate(
    Guid CampaignId,
    string Name,
    string? WorkUnit,
    string? Workplace,
    string? District,
    string Trade,
    byte[]? WorkerKey = null
);

/// <summary>Writes candidates.</summary>
public static class CandidateStore
{
    /// <summary>
    /// Adds a Hidden candidate, root of a tree of its own, with an empty tally; or says null when another candidate of the campaign
    /// has the worker key: the unique key decides between two at once.
    /// </summary>
    public static async Task<Guid?> TryAdd(Work work, NewCandidate candidate, DateTimeOffset now)
    {
        const string add = """
            INSERT INTO candidates (id, campaign_id, root_id, state, name, work_unit, workplace, district, trade, worker_key, created_at)
            VALUES (@id, @CampaignId, @id, 'Hidden', @Name, @WorkUnit, @Workplace, @District, @Trade, @WorkerKey, @now)
            """;
        const string addTally = "INSERT INTO candidate_tallies (candidate_id, campaign_id) VALUES (@id, @CampaignId)";
        var id = Guid.CreateVersion7(now);
        var refused = await work.InsertUnlessDuplicate(
            add,
            new
            {
                id,
                candidate.CampaignId,
                candidate.Name,
                candidate.WorkUnit,
                candidate.Workplace,
                candidate.District,
                candidate.Trade,
                candidate.WorkerKey,
                now,
            }
        );
        if (refused is not null)
        {
            return null;
        }

        await work.Execute(addTally, new { id, candidate.CampaignId });
        return id;
    }
}
